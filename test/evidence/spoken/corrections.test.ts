import { expect, test } from 'vitest';
import { withoutRetracted } from '../../../src/evidence/spoken/corrections.ts';
import { readNumbers } from '../../../src/evidence/spoken/numbers.ts';
import { splitWords } from '../../../src/evidence/spoken/word.ts';

const standing = (text: string): readonly number[] =>
  withoutRetracted(text, readNumbers(text, splitWords(text))).map(({ status }) => status);

test.each([
  ['not 401, 403', [403]],
  ['403 not 401', [403]],
  ["it's not a 401 it's a 403", [403]],
  ['not 401 or 403, its 500', [500]],
  ['bamboohr 401 sorry 403', [403]],
  ['sorry i meant 502 not 500', [502]],
  ['401, no wait, 403', [403]],
  ['500 instead of 404', [500]],
  ['should be 404 not 500', [500]],
  ['nicht 401 sondern 403', [403]],
  ['pas 401 mais 403', [403]],
  ['no es 401 es 403', [403]],
  ['401 ik bedoel 403', [403]],
  ['not only 401 but 403', [401, 403]],
  ['this is not a 404', [404]],
  ['500 on create, sorry for the noise, and a 404 on get', [500, 404]],
  ['should we retry a 500 or a 502', [500, 502]],
  ['greenhouse 404, lever 401', [404, 401]],
])('of %j stand %j', (text, expected) => {
  expect(standing(text)).toEqual(expected);
});
