import { expect, test } from 'vitest';
import { readRetryAfter } from '../../src/enrichment/retry-after.ts';

const NOW = Date.parse('2026-11-23T05:00:00Z');

test.each([
  [null, null],
  ['', null],
  ['60', 60_000],
  [' 2 ', 2_000],
  ['0', 0],
  ['-1', null],
  ['1.5', null],
  ['1e9', null],
  ['99999999999999', null],
  ['soon', null],
  ['2026', 2_026_000],
  ['3600', 3_600_000],
  ['3601', null],
  ['999999999', null],
  ['Mon, 23 Nov 2099 05:00:00 GMT', null],
  ['2026-11-23T05:01:00Z', null],
  ['Mon, 23 Nov 2026 05:01:00 GMT', 60_000],
  ['Monday, 23-Nov-26 05:01:00 GMT', 60_000],
  ['Mon, 23 Nov 2026 04:00:00 GMT', 0],
  ['Mon, 99 Nov 2026 04:00:00 GMT', null],
])('reads %j as %j ms', (value, ms) => {
  expect(readRetryAfter(value, NOW)).toBe(ms);
});
