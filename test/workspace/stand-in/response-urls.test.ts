import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Slack, sample, startSlack } from '../../../src/workspace/stand-in/index.ts';

let slack: Slack;
let now: number;

beforeEach(async () => {
  now = Date.now();
  slack = await startSlack({
    scopes: ['chat:write', 'commands'],
    subscriptions: [],
    now: () => now,
    ackLimitMs: 10,
  });
});

afterEach(() => slack.close());

/** Nobody acknowledges here: the URL is good all the same. */
async function commandUrl(): Promise<string> {
  const ack = await slack.command({ user: sample.ada, channel: sample.hidden, text: '' });
  return String(ack.delivery.payload['response_url']);
}

async function post(url: string, body: unknown): Promise<readonly [number, unknown]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return [response.status, text === 'ok' ? text : JSON.parse(text).error];
}

test('takes five posts, private unless said otherwise', async () => {
  const url = await commandUrl();
  expect(await post(url, { text: '1' })).toEqual([200, 'ok']);
  expect(await post(url, { text: '2', response_type: 'in_channel' })).toEqual([200, 'ok']);
  for (const text of ['3', '4', '5']) await post(url, { text });
  expect(await post(url, { text: '6' })).toEqual([404, 'used_url']);
  expect(slack.ephemerals(sample.ada).map(({ text }) => text)).toEqual(['1', '3', '4', '5']);
  expect(slack.messages(sample.hidden).map(({ text }) => text)).toEqual(['2']);
});

test('ends after 30 minutes', async () => {
  const url = await commandUrl();
  now += 30 * 60_000;
  expect(await post(url, { text: 'in time' })).toEqual([200, 'ok']);
  now += 1;
  expect(await post(url, { text: 'late' })).toEqual([404, 'expired_url']);
});

test.each([
  ['no_text', {}],
  ['invalid_arguments', { text: 'x', replace_original: 'true' }],
  ['invalid_arguments', { text: 'x', nonsense: true }],
  ['invalid_blocks', { text: 'x', blocks: [{ type: 'section' }] }],
  ['message_not_found', { delete_original: true }],
])('refuses %s', async (error, body) => {
  expect(await post(await commandUrl(), body)).toEqual([400, error]);
});

test('adds to a command what would replace its answer', async () => {
  const url = await commandUrl();
  await post(url, { text: 'first' });
  await post(url, { text: 'second', replace_original: true });
  expect(slack.ephemerals(sample.ada).map(({ text }) => text)).toEqual(['first', 'second']);
});

test('replaces and deletes the message of a button', async () => {
  const element = {
    type: 'button',
    action_id: 'press',
    text: { type: 'plain_text', text: 'Press' },
  };
  const blocks = [{ type: 'actions', elements: [element] }];
  await post(await commandUrl(), { text: 'x', blocks, response_type: 'in_channel' });
  const [message] = slack.messages(sample.hidden);
  if (message === undefined) throw new Error('no message');
  const ack = await slack.click({ user: sample.ada, actionId: 'press', on: message });
  const url = String(ack.delivery.payload['response_url']);

  await post(url, { text: 'replaced', replace_original: true });
  expect(slack.messages(sample.hidden)).toMatchObject([{ text: 'replaced', ts: message.ts }]);
  await expect(slack.click({ user: sample.ada, actionId: 'press', on: message })).rejects.toThrow(
    /no button/,
  );
  await post(url, { delete_original: true });
  expect(slack.messages(sample.hidden)).toEqual([]);
});
