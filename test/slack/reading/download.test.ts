import { expect, test } from 'vitest';
import { isSlacks } from '../../../src/slack/reading/download.ts';

const root = 'https://slack.com/api/';

test.each([
  ['https://files.slack.com/files-pri/T0-F0/a.log', true],
  ['https://acme.slack.com/files/a.log', true],
  ['https://files.slack-gov.com/a.log', true],
  ['http://files.slack.com/a.log', false],
  ['https://files.slack.com.example.com/a', false],
  ['https://notslack.com/a', false],
  ['https://files.slack.com@example.com/a', false],
  ['https://user@files.slack.com/a', false],
  ['https://example.com/?x=.slack.com', false],
  ['file:///etc/passwd', false],
  ['//files.slack.com/a', false],
  ['', false],
])('%s: %s', (url, isAllowed) => {
  expect(isSlacks(url, root)).toBe(isAllowed);
});

test('the host of the configured API root is trusted, with its port', () => {
  const local = 'http://127.0.0.1:4000/api/';
  expect(isSlacks('http://127.0.0.1:4000/files/F1', local)).toBe(true);
  expect(isSlacks('http://127.0.0.1:4001/files/F1', local)).toBe(false);
});
