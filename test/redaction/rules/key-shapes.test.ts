import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';

/** Shapes that gitleaks and secretlint publish. Values are made here, so that no scanner stops at this file. */

const MIXED = 'NOTREAL0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3';
const HEX = '0123456789abcdef'.repeat(4);
const UPPER = 'NOTREAL0123456789ABCDEFGHIJKLMNOP';
const mixed = (chars: number) => MIXED.slice(0, chars);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['stackone-key', ['v1', 'eu1', mixed(40)].join('.')],
  ['stackone-key', Buffer.from(`v1.us1.${mixed(40)}:`).toString('base64')],
  ['jwt', [part({ alg: 'HS256' }), part({ sub: '1' }), mixed(30)].join('.')],
  ['jwt', part({ alg: 'HS256', typ: 'JWT' })],
  ['aws-key', `AKIA${UPPER.slice(0, 16)}`],
  ['aws-key', `ASIA${UPPER.slice(0, 16)}`],
  ['github-token', `ghp_${mixed(36)}`],
  ['github-token', `gho_${mixed(36)}`],
  ['github-token', `github_pat_${mixed(22)}_${mixed(40)}`],
  ['gitlab-token', `glpat-${mixed(20)}`],
  ['slack-token', `xoxb-${HEX.slice(0, 11)}-${mixed(24)}`],
  ['slack-token', `xoxp-1-2-3-${HEX.slice(0, 32)}`],
  ['slack-token', `xoxe.xoxp-1-${mixed(40)}`],
  ['slack-token', `xapp-1-A0-1-${HEX}`],
  ['slack-webhook', `hooks.slack.com/services/T0/B0/${mixed(24)}`],
  ['stripe-key', `sk_live_${mixed(24)}`],
  ['stripe-key', `rk_test_${mixed(24)}`],
  ['stripe-key', `whsec_${mixed(32)}`],
  ['openai-key', `sk-${mixed(48)}`],
  ['openai-key', `sk-proj-${mixed(40)}`],
  ['anthropic-key', `sk-ant-api03-${mixed(40)}`],
  ['google-key', `AIza${mixed(35)}`],
  ['google-key', `ya29.${mixed(40)}`],
  ['google-key', `GOCSPX-${mixed(28)}`],
  ['sendgrid-key', `SG.${mixed(22)}.${mixed(43)}`],
  ['npm-token', `npm_${mixed(36)}`],
  ['huggingface-token', `hf_${'NotRealAbCdEfGhIjKlMnOpQrStUvWxYzAb'}`],
  ['digitalocean-token', `dop_v1_${HEX}`],
  ['shopify-token', `shpat_${HEX.slice(0, 32)}`],
  ['postman-key', `PMAK-${HEX.slice(0, 24)}-${HEX.slice(0, 34)}`],
  ['newrelic-key', `NRAK-${UPPER.slice(0, 27)}`],
  ['linear-key', `lin_api_${mixed(40)}`],
  ['square-token', `sq0atp-${mixed(22)}`],
  ['facebook-token', `EAAC${mixed(40)}`],
  ['twilio-key', `SK${HEX.slice(0, 32)}`],
  ['mailgun-key', `key-${HEX.slice(0, 32)}`],
  ['telegram-token', `110201543:AA${mixed(33)}`],
  ['vault-token', `hvs.${mixed(40)}`],
  ['pypi-token', `pypi-${mixed(40)}`],
  ['brevo-key', `xkeysib-${HEX}-${mixed(16)}`],
  ['databricks-token', `dapi${HEX.slice(0, 32)}`],
])('knows a %s by its look', (kind, token) => {
  const expected = `[redacted:${kind}]`;
  expect(redactText(`use ${token} here`)).toBe(`use ${expected} here`);
  expect(redactText(`line\\n${token}\\n`)).toBe(`line\\n${expected}\\n`);
  expect(redactText(`cut off ${token}`)).toBe(`cut off ${expected}`);
});

test.each([
  ['desk-lamp-1234567890-abcdefghij'],
  [part({ offset: 100, page: 2 })],
  ['key-value-pairs-of-the-answer'],
  ['SKIPPED0123456789'],
  ['12:34:56:AA'],
  ['v1.api.getEmployees'],
])('leaves %j alone', (text) => {
  expect(redactText(`use ${text} here`)).toBe(`use ${text} here`);
});

test('hides a StackOne key that a cut paste ends in', () => {
  expect(redactText('curl -u v1.us1.NOT')).toBe('curl -u [redacted:stackone-key]');
});

test.each([
  ['azure-secret', 'abc8Q~NotReal'],
  ['azure-secret', 'abc8Q~NotReal01NotReal…'],
  ['telegram-token', '1234567890:AANotReal'],
  ['terraform-token', 'NotReal0123456.atlasv1.NotReal'],
])('hides a %s that a cut paste ends in, behind the mark in its middle', (kind, token) => {
  expect(redactText(`it says ${token}`)).toBe(
    `it says [redacted:${kind}]${token.endsWith('…') ? '…' : ''}`,
  );
});

test.each(['1234567890:A', 'abc8Q~', '12:34:56:AA', '1700000000:AAPL'])(
  'leaves %j at the end alone',
  (text) => {
    expect(redactText(`it says ${text}`)).toBe(`it says ${text}`);
  },
);
