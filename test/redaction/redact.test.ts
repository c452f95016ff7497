import { expect, test } from 'vitest';
import { redact, redactText } from '../../src/redaction/redact.ts';

/** A key of the real shape, put together here so that no scanner takes this file for a leak. */
const KEY = ['v1', 'us1', 'NOTREALbcdfghjk0123456789XYZ'].join('.');
const BASIC = Buffer.from(`${KEY}:`).toString('base64');

test('counts by kind, sorted by kind', () => {
  const text = `kim@example.com password=hunter2 lee@example.com ${KEY}`;
  expect(redact(text)).toEqual({
    text: '[redacted:email] password=[redacted:password] [redacted:email] [redacted:stackone-key]',
    counts: [
      { kind: 'email', count: 2 },
      { kind: 'password', count: 1 },
      { kind: 'stackone-key', count: 1 },
    ],
    liveKey: true,
  });
});

test('leaves a text without secrets as it is', () => {
  expect(redact('lever 429')).toEqual({ text: 'lever 429', counts: [], liveKey: false });
  expect(redact('')).toEqual({ text: '', counts: [], liveKey: false });
});

test.each([
  [KEY, true],
  [`Authorization: Basic ${BASIC}`, true],
  [`https://${KEY}:@api.stackone.com/`, true],
  [`{"apiKey":"${KEY}"}`, true],
  [`curl -u ${KEY}:`, true],
  [`Basic ${Buffer.from('kim:hunter2').toString('base64')}`, false],
  ['v1.us1.xxxxxxxxxxxxxxxxxxxxxxxxxxxx', false],
  ['v1.eu1.KEY', false],
  ['password=hunter2', false],
])('says of %j whether a StackOne key was in it: %s', (text, live) => {
  expect(redact(text).liveKey).toBe(live);
});

test.each([
  `{"authorization":"Basic ${BASIC}","x":1}`,
  `{"phone":491511234567,"token":1234567,"next":"abc"}`,
  `{"headers":{"cookie":"a=b; c=\\"d\\"","set-cookie":["sid=1; Path=/"]},"email":"kim@example.com"}`,
  JSON.stringify({ raw: JSON.stringify({ password: 'a"b\\c', api_key: `x${KEY}` }) }),
  '[{"name":"Authorization","value":"Bearer abc.def-1"}]',
])('keeps %s readable as JSON', (text) => {
  const { text: after, counts } = redact(text);
  expect(counts.length).toBeGreaterThan(0);
  expect(Object.keys(JSON.parse(after))).toEqual(Object.keys(JSON.parse(text)));
});

test('neither counts nor changes its own placeholders', () => {
  const once = redactText(`Authorization: Basic ${BASIC}\npassword: 'x1' kim@example.com`);
  expect(redact(once)).toEqual({ text: once, counts: [], liveKey: false });
});
