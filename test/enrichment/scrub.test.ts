import { expect, test } from 'vitest';
import { scrub } from '../../src/enrichment/scrub.ts';

test.each([
  ['refused for 203.0.113.7.', 'refused for [redacted:ip-address].'],
  ['from 2001:db8:0:0:8::1, denied', 'from [redacted:ip-address], denied'],
  ['from ::ffff:203.0.113.7', 'from [redacted:ip-address]'],
  ['at 2026-11-23T05:00:00Z', 'at 2026-11-23T05:00:00Z'],
  ['TLS 1.2, API 2.0.1', 'TLS 1.2, API 2.0.1'],
  ['a::b is no address', 'a::b is no address'],
  ['Error: code: bad: input', 'Error: code: bad: input'],
  ['for wanda@example.com', 'for [redacted:email]'],
])('%s', (text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed);
});

test('is linear', () => {
  for (const piece of ['1.', ':', 'a:', '1.1.1', 'f'])
    expect(scrub(piece.repeat(100_000 / piece.length)).length).toBeGreaterThan(0);
});
