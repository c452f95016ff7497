import { expect, test } from 'vitest';
import { readProviderBody } from '../../src/enrichment/provider-body.ts';

test.each([
  [null, null],
  [undefined, null],
  ['', null],
  ['Rate limit exceeded', 'Rate limit exceeded'],
  [{ code: 'X', errors: [{ detail: 'No' }] }, '{"code":"X","errors":[{"detail":"No"}]}'],
  [[{ errorCode: 'API_DISABLED' }], '[{"errorCode":"API_DISABLED"}]'],
  [{}, '{}'],
  [502, '502'],
  [false, 'false'],
])('prints %j as %j', (raw, body) => {
  expect(readProviderBody(raw)).toBe(body);
});

test.each([
  [{ message: 'No access for jane@example.com' }, 'jane@example.com'],
  [{ access_token: 'fake-token-12345678' }, 'fake-token-12345678'],
  [{ error: '{"refresh_token":"fake-token-12345678"}' }, 'fake-token-12345678'],
  [{ ip_address: '203.0.113.77' }, '203.0.113.77'],
  ['Authorization: Bearer fake-token-12345678 was refused', 'fake-token-12345678'],
])('takes the secret out of %j', (raw, secret) => {
  const body = readProviderBody(raw);
  expect(body).toContain('[redacted:');
  expect(body).not.toContain(secret);
});

test('keeps at most 2,000 characters', () => {
  expect(readProviderBody({ message: 'word '.repeat(2_000) })?.length).toBe(2_000);
  expect(readProviderBody('word '.repeat(20_000))?.length).toBe(2_000);
});

test('a secret at the place of a cut is not half kept', () => {
  const secret = `fake${'s3cr3t'.repeat(400)}`;
  for (let before = 0; before < 12_100; before += 550) {
    const body = readProviderBody(`${'word '.repeat(before / 5)}access_token=${secret}`);
    expect(body).not.toContain('s3cr3ts3cr3t');
  }
});

test('what is nested too deep to print is left out', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(readProviderBody(deep)).toBe(null);
});
