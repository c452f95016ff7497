import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, redactText } from '../../src/redaction/redact.ts';

/** Whatever surrounds a secret, it is gone; whatever the text, the second run changes nothing. */

const RUNS = { numRuns: 400 };
const RANDOM = 'NOTREALqZ7xK2mW9pL4vT8';

const fragment = fc.constantFrom(
  'token',
  'password',
  'authorization',
  'Basic ',
  'Bearer ',
  'cookie',
  'kim@example.com',
  '://',
  ': ',
  '=',
  '"',
  "'",
  '\\"',
  '\\n',
  '\n',
  ' ',
  ',',
  '{',
  '}',
  '[',
  ']',
  '[redacted:token]',
  '[redacted:',
  'ghp_',
  'eyJhbGciOi',
  '+49 151 12345678',
  '-u ',
  'phone ',
  'a1b2c3d4e5',
  '“',
  '%3D',
  '@',
);
const soup = fc
  .array(fc.oneof({ weight: 4, arbitrary: fragment }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));

const planted = fc.constantFrom<readonly [before: string, secret: string, after: string]>(
  ['"authorization":"Basic ', RANDOM, '"'],
  ['authorization: Bearer ', RANDOM, '\n'],
  ['"password":"', RANDOM, '"'],
  ["password: '", RANDOM, "'"],
  ['?api_key=', RANDOM, '&page=2'],
  ['x-api-key: ', RANDOM, '\r\n'],
  ['postgres://kim:', RANDOM, '@db.example.com/x'],
  ['Cookie: sid=', RANDOM, '\n'],
  ['', `v1.us1.${RANDOM}`, ' '],
  ['', `ghp_${RANDOM}${RANDOM}`, ' '],
  ['', 'kim.lee@example.com', ' '],
);
/** Text that a person or a program could have written around it; not a quote that swallows it half. */
const around = fc.constantFrom(
  '',
  'HTTP/2 401\n',
  'why do I get {"statusCode":401}? ',
  '2025-08-04T11:47:04Z INFO [api] ',
  'käse 💥 ',
  'token: expired\n',
  '> x-request-id: adbf752f-6457-4ddd-89b3-98ae2252b83b\n',
  '\t',
);

test('is idempotent and never throws on soup', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const once = redactText(text);
      expect(redact(once)).toEqual({ text: once, counts: [], liveKey: false });
    }),
    RUNS,
  );
});

test('is idempotent on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(redactText(redactText(text))).toBe(redactText(text));
    }),
    RUNS,
  );
});

test.each([
  ['as it is', (text: string) => text],
  ['as a JSON string', (text: string) => JSON.stringify(text)],
  ['as a JSON string twice', (text: string) => JSON.stringify(JSON.stringify({ text }))],
])('a planted secret never survives %s', (_, dress) => {
  fc.assert(
    fc.property(around, planted, around, (before, [open, secret, close], after) => {
      const text = dress(before + open + secret + close + after);
      expect(redactText(text)).not.toContain(secret);
    }),
    RUNS,
  );
});

test.each([
  ['as it is', (text: string) => text],
  ['as a JSON string', (text: string) => JSON.stringify(text)],
])('an authorization value never survives in soup, %s', (_, dress) => {
  fc.assert(
    fc.property(soup, soup, (before, after) => {
      const text = dress(`${before}\n"authorization": "Basic ${RANDOM}"\n${after}`);
      expect(redactText(text)).not.toContain(RANDOM);
    }),
    RUNS,
  );
});
