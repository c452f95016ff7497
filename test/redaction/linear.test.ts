import { expect, test } from 'vitest';
import { redactText } from '../../src/redaction/redact.ts';

/** Hostile text: four times as much takes about four times as long. The bound is wide, the machine is shared. */

const SMALL = 64_000;
const TIMES = 4;
const MAX_RATIO = 14;
/** Below this a clock says nothing. */
const NOISE_MS = 25;

test.each([
  'a',
  'aA1',
  '=',
  ':',
  '"',
  '\\',
  '\\"',
  ' ',
  '%',
  '-',
  '+',
  '@',
  'a@',
  'a.',
  '1',
  '1 ',
  '+1',
  'eyJ',
  'eyJ.',
  '-----BEGIN',
  '-----BEGIN PRIVATE KEY-----',
  '-----END PRIVATE KEY-----',
  'token=',
  'token="',
  "token='",
  'token=“x y ',
  'token=\\"',
  'token: invalid ',
  'password: ',
  'authorization: ',
  'authorization: a b=c,',
  'cookie: [',
  'cookie: {"a',
  'cookie: a=b;',
  '://',
  '://a',
  'https%3A%2F%2Fa',
  '<password ',
  'Bearer ',
  'Basic a',
  'xoxb-',
  'v1.us1.',
  'djEu',
  ' -u ',
  'phone ',
  'ip: 1.',
  'sk-',
  'SK',
  'v1.',
  'pat.',
  'AAAA',
  'Zm9v',
  'a:a:',
  'MII',
  'kind: secret\n a: YWJj\n',
  'first_name: Kim ',
  'first_name: ',
  'street: 1 A ',
  'ssn: ',
  'dob: 1.',
  'salary: 1',
  'token,',
  'token(',
  'token:\n ',
  'token: |\n ',
  'token\\u003d',
  'name="token" value="',
  '"tokens":["a1b2c3d4",',
  '<token>',
  '<a ',
  '4111 ',
  '4111',
  '\u200b',
  '\\u200b',
  '[0m',
  '\\u001b[',
  '&shy;',
  '[redacted:',
  '[redacted:token]',
  '💥',
  '\ud800',
])('stays linear on %j over and over', (unit) => {
  const small = unit.repeat(Math.ceil(SMALL / unit.length));
  const large = small.repeat(TIMES);
  redactText(small);
  const before = fastestMs(small);
  const after = fastestMs(large);
  expect(after / Math.max(before, NOISE_MS / TIMES)).toBeLessThan(MAX_RATIO);
});

function fastestMs(text: string): number {
  const runs = [0, 1, 2, 3].map(() => {
    const start = performance.now();
    redactText(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}
