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
  const runs = [0, 1].map(() => {
    const start = performance.now();
    redactText(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}
