import { expect, test } from 'vitest';
import { readNumbers } from '../../../src/evidence/spoken/numbers.ts';
import { splitWords } from '../../../src/evidence/spoken/word.ts';

const numbers = (text: string): readonly number[] =>
  readNumbers(text, splitWords(text)).map(({ status }) => status);

test.each([
  ['we get 412', [412]],
  ['lever:401', [401]],
  ['- 404', [404]],
  ['first a 429, then a 500', [429, 500]],
  ['schon wieder ein 502er', [502]],
  ['saamme 502-virheen', [502]],
  ['getting 4o1', [401]],
  ['stackoneで429エラー', [429]],
  ['接口返回401，请问', [401]],
  ['status=502', [502]],
  ['lever rate limit 429', [429]],
])('reads the numbers of %j', (text, expected) => {
  expect(numbers(text)).toEqual(expected);
});

test.each([
  '412 ms',
  '"limit": 500',
  '412ms',
  'port 404',
  'room 404',
  '#404',
  '€500',
  '500 €',
  '4.0.412',
  'v412',
  '404/500',
  '3 of 500',
  '404 of 500 rows',
  'a batch of 500',
  '500 employees',
  '404 departments',
  '500 Stück',
  'Foo.java:500',
  'a.js:404:12',
  'error -404',
  '[404]',
  '401(k)',
  'rows > 500',
  'status !== 404',
  '  502 |   const x = y;',
  'font-weight: 500',
  'max_rows=429',
  'dur=404',
  'exit status 502',
  'character 412',
  '2026-404',
  '4ol5',
  '500 Mitarbeitern',
  '500 paying customers',
  '502 samples',
  'ISO 429',
  '§ 404 BGB',
  'response time 412',
  'metrics at :500',
])('finds no status in %j', (text) => {
  expect(numbers(text)).toEqual([]);
});
