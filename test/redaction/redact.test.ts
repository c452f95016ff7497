import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, redactText } from '../../src/redaction/redact.ts';

/** Made at run time, so that no scanner takes this file for a leak. */
const made = (prefix: string, length: number, letters = 'aB3dE5fG7hJ9'): string =>
  prefix + letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
const KEY = made('v1.eu1.', 40);
const BASIC = Buffer.from(`${KEY}:`).toString('base64');

test.each([
  ['authorization: Basic abcdefgh', 'authorization: [redacted:authorization-header]'],
  ['"authorization":"Basic abcdefgh"', '"authorization":"[redacted:authorization-header]"'],
  [
    '{\\"Authorization\\":\\"Bearer abcdefgh12345\\"}',
    '{\\"Authorization\\":\\"[redacted:authorization-header]\\"}',
  ],
  [
    '* h2h3 [authorization: Basic YWJjZGVm]',
    '* h2h3 [authorization: [redacted:authorization-header]]',
  ],
  [
    'Authorization: Digest username="kim", realm="x", nonce="abc"',
    'Authorization: [redacted:authorization-header]',
  ],
  ["'Authorization': 'Token abcdef123'", "'Authorization': '[redacted:authorization-header]'"],
  [
    'postgres://kim:pa55@db.example.com/hr',
    'postgres://[redacted:url-credentials]@db.example.com/hr',
  ],
  [
    'curl -u "kim:pa55word" https://api.stackone.com',
    'curl -u "[redacted:basic-credentials]" https://api.stackone.com',
  ],
  [
    "* Server auth using Basic with user 'kim'",
    "* Server auth using Basic with user '[redacted:basic-credentials]'",
  ],
  [
    'https://api.example.com/x?api_key=abc123&next=zzz',
    'https://api.example.com/x?api_key=[redacted:secret]&next=zzz',
  ],
  ['client_secret=abc123&grant_type=x', 'client_secret=[redacted:secret]&grant_type=x'],
  ['-H "X-API-Key: abcdef123456"', '-H "X-API-Key: [redacted:secret]"'],
  ["password: 'hunter2 and more'", "password: '[redacted:secret]'"],
  ['Cookie: session=abc; theme=dark', 'Cookie: [redacted:cookie]'],
  ['kim.lee@example.com', '[redacted:email]'],
  ['kim%40example.com', '[redacted:email]'],
  ['<mailto:a@b.com|a@b.com>', '<mailto:[redacted:email]|[redacted:email]>'],
  ['call +1 415 555 0132 now', 'call [redacted:phone] now'],
  ['phone: 0151 23456789', 'phone: [redacted:phone]'],
  ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [redacted:iban]'],
  ['ssn: 078-05-1120', 'ssn: [redacted:national-id]'],
  ['"source_ip":"203.0.113.9"', '"source_ip":"[redacted:ip-address]"'],
])('takes the secret out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ['a StackOne key', KEY],
  ['a StackOne key in Basic authentication', BASIC],
  ['a JWT', `${made('eyJ', 30)}.${made('eyJ', 60)}.${made('', 40)}`],
  ['an AWS key', made('AKIA', 16, 'ABCD2345')],
  ['a GitHub token', made('ghp_', 36)],
  ['a fine-grained GitHub token', made('github_pat_', 60)],
  ['a GitLab token', made('glpat-', 20)],
  ['a Slack token', made('xoxb-', 40, '1234567890-ab')],
  ['a Slack app token', made('xapp-1-', 40, 'A1B2C3D4-')],
  [
    'a Slack webhook',
    `https://hooks.slack.com/services/${made('T', 10)}/${made('B', 10)}/${made('', 24)}`,
  ],
  ['a Stripe key', made('sk_live_', 24)],
  ['an OpenAI key', made('sk-proj-', 48)],
  ['a Google key', made('AIza', 35)],
  ['a Google OAuth token', made('ya29.', 60)],
  ['a SendGrid key', `${made('SG.', 22)}.${made('', 43)}`],
  ['an npm token', made('npm_', 36)],
  ['a Hugging Face token', made('hf_', 34)],
  ['a DigitalOcean token', made('dop_v1_', 64, 'abcdef0123')],
  ['a Shopify token', made('shpat_', 32, 'abcdef0123')],
  ['a Telegram bot token', `123456789:${made('AA', 33)}`],
  [
    'a private key',
    `-----BEGIN RSA PRIVATE KEY-----\n${made('MII', 200)}\n-----END RSA PRIVATE KEY-----`,
  ],
  [
    'a private key on one line',
    `-----BEGIN PRIVATE KEY-----\\n${made('MII', 200)}\\n-----END PRIVATE KEY-----\\n`,
  ],
  ['a private key that was cut off', `-----BEGIN PRIVATE KEY-----\n${made('MII', 90)}`],
])('%s survives in no surroundings', (_, secret) => {
  const core = secret.replace(
    /-----[A-Z ]+-----|\\n|\s|https:\/\/hooks\.slack\.com\/services\//g,
    '',
  );
  for (const text of [
    secret,
    `key: ${secret}`,
    `"${secret}"`,
    JSON.stringify({ value: secret, other: 1 }),
    JSON.stringify(JSON.stringify({ value: secret })),
    `see ${secret} there`,
  ]) {
    expect(redactText(text)).not.toContain(core);
  }
});

test.each([
  ['Invalid authentication token'],
  ['Unauthorized: Bearer token missing'],
  ['{"message":"Missing or invalid authorization header"}'],
  ['token: expired'],
  ['the password is wrong'],
  ['authorization: undefined'],
  ["auth: { username: '', password: '' }"],
  ['auth_type: API_KEY'],
  ['tokenType: Bearer'],
  ['x-request-id: adbf752f-6457-4ddd-89b3-98ae2252b83b'],
  ['x-account-id: 45355976281015164504'],
  ['id c28xIQZhYmNkZWY'],
  ['5678c28b211dace4e0a0f9171e6b88c5'],
  ['commit 0b5c1bd3f4f25a1c0f3c1c3a6f4f1d2e3b4a5c6d'],
  ['2026-11-23T05:00:00.000Z retry-after: 60'],
  ['@stackone/stackone-client-ts@4.28.0'],
  ['GET /unified/ats/jobs?page_size=5&next=abc'],
  ['ticket 4155550132'],
  ['https://api.lever.co/v1/postings'],
])('leaves %j as it is', (text) => {
  expect(redact(text)).toEqual({ text, counts: [], liveKey: false });
});

test('counts what was removed by kind, in a fixed order', () => {
  expect(redact('kim@example.com, lee@example.com, authorization: Basic abcdefgh').counts).toEqual([
    { kind: 'authorization-header', count: 1 },
    { kind: 'email', count: 2 },
  ]);
});

test.each([
  [KEY, true],
  [`Authorization: Basic ${BASIC}`, true],
  ['Authorization: Basic YWJjOmRlZg==', false],
  ['the key begins with v1.eu1.', false],
])('says of %j whether a StackOne key was in it', (text, expected) => {
  expect(redact(text).liveKey).toBe(expected);
});

test('JSON stays JSON', () => {
  const text = JSON.stringify({
    headers: { authorization: `Basic ${BASIC}`, cookie: 'a=b' },
    auth: { username: KEY, password: 'x y z' },
    url: 'https://u:p@h.example/?token=abc',
    to: 'kim@example.com',
  });
  expect(Object.keys(JSON.parse(redactText(text)))).toEqual(['headers', 'auth', 'url', 'to']);
});

test('a second pass changes nothing, whatever the text', () => {
  const parts = fc.constantFrom(
    'authorization: ',
    'Bearer ',
    'Basic ',
    KEY,
    BASIC,
    'kim@example.com',
    '+14155550132',
    ' ',
    '\n',
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    'password=',
    'token',
    ':',
    ',',
    'x',
    '-----BEGIN PRIVATE KEY-----',
    'eyJabcdefghij',
    '\ud800',
    'cookie: a',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), (list) => {
      const once = redactText(list.join(''));
      expect(redactText(once)).toBe(once);
    }),
    { numRuns: 400 },
  );
});
