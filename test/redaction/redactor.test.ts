import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { redactStrings } from '../../src/redaction/redact-strings.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { base64, mixed } from './published/fake.ts';

const KEY = ['v1', 'us1', mixed(30)].join('.');
const escaped = (text: string): string =>
  text.replace(/./g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
const failure = (message: string): string =>
  `{"statusCode":502,"message":"Bad Gateway","provider_errors":[{"status":401,"url":"https://api.lever.co/v1/x","raw":{"code":"Bad","message":"${message}"}}]}`;

test('counts every place in a paste, and later only what was not found before', () => {
  const { redact, found } = createRedactor();
  redact('kim@example.com, lee@example.com, kim@example.com');
  redact('kim@example.com and sam@example.com');
  redact('sam@example.com');
  expect(found().counts).toEqual([{ kind: 'email', count: 4 }]);
});

test.each([
  ['as it is', KEY],
  ['in a Basic header', `Authorization: Basic ${base64(`${KEY}:`)}`],
  ['as the password of a Basic header', `Authorization: Basic ${base64(`kim:${KEY}`)}`],
  ['in base64 in an odd place', `x-auth: ${base64(`user=k;key=${KEY}`)}`],
  ['in a message that only decoding shows', failure(escaped(`refused ${KEY}`))],
  ['in a JSON string in a message', failure(escaped(JSON.stringify({ apiKey: KEY })))],
  ['broken by zero-width characters', `key ${KEY.replace(/(.{6})/g, '$1\u200b')} here`],
  ['in a link that Slack made', `<https://${KEY}:@api.stackone.com/x|api.stackone.com/x>`],
])('a live key raises the flag and is counted: %s', (_, paste) => {
  const report = answer(paste, { knowledge });
  expect(report.rotateKey).toBe(true);
  expect(report.redactions.length).toBeGreaterThan(0);
  expect(JSON.stringify(report)).not.toContain(KEY.slice(7, 20));
});

test.each(['v1.us1.xxxxxxxxxxxxxxxxxxxxxxxx', 'v1.eu1.YOUR_KEY', 'password=n0tR3al-pW'])(
  'no flag for %j',
  (paste) => {
    expect(answer(paste, { knowledge }).rotateKey).toBe(false);
  },
);

test('redacts strings at any depth and leaves the rest as it is', () => {
  const { redact } = createRedactor();
  const clean = { a: [1, null, { b: 'adbf752f-6457-4ddd-89b3-98ae2252b83b' }], c: true };
  expect(redactStrings(clean, redact)).toBe(clean);
  expect(redactStrings({ a: [{ b: 'kim@example.com' }], n: 1 }, redact)).toEqual({
    a: [{ b: '[redacted:email]' }],
    n: 1,
  });
});
