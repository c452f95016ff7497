import { type ErrorCode, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Slack, sample, startSlack } from '../../../src/workspace/stand-in/index.ts';
import { silentLogger } from '../../helpers/slack-app.ts';

/** The stand-in's Web API as the official client meets it. */

const scopes = ['chat:write', 'commands', 'channels:read', 'channels:history', 'reactions:write'];
const general = { channel: sample.general };

let slack: Slack;
let client: WebClient;

beforeEach(async () => {
  slack = await startSlack({ scopes, subscriptions: [] });
  client = connect(slack.botToken);
});

afterEach(() => slack.close());

function connect(token: string, retries = 0): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries, minTimeout: 5 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
}

test('says who the bot is', async () => {
  expect(await client.auth.test()).toMatchObject({
    team_id: sample.team,
    user_id: sample.bot.userId,
    bot_id: sample.bot.botId,
    response_metadata: { scopes },
  });
});

const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});
const table = { type: 'table' as const, rows: [[{ type: 'raw_text' as const, text: 'a' }]] };

test.each([
  ['no_text', {}],
  ['msg_too_long', { text: 'x'.repeat(40_001) }],
  ['invalid_blocks', { text: 'x', blocks: [section('x'.repeat(3_001))] }],
  ['invalid_blocks', { text: 'x', blocks: Array.from({ length: 51 }, () => section('x')) }],
  ['invalid_blocks', { text: 'x', blocks: [{ type: 'nonsense' }] }],
  ['invalid_blocks', { text: 'x', blocks: [{ type: 'divider', colour: 'red' }] }],
  ['invalid_blocks_format', { text: 'x', blocks: 'not JSON' }],
  ['invalid_attachments', { text: 'x', blocks: [table, table] }],
  [
    'msg_blocks_too_long',
    { text: 'x', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2_900))) },
  ],
  ['invalid_arguments', { text: 'x', nonsense: 1 }],
  ['invalid_arguments', { text: 'x', thread_ts: 'yesterday' }],
  ['thread_not_found', { text: 'x', thread_ts: '1700000000.000100' }],
  ['invalid_metadata_format', { text: 'x', metadata: { event_type: 'x' } }],
  ['channel_not_found', { text: 'x', channel: 'C0NOWHERE' }],
  ['channel_not_found', { text: 'x', channel: sample.hidden }],
  ['not_in_channel', { text: 'x', channel: sample.elsewhere }],
  ['is_archived', { text: 'x', channel: sample.archived }],
])('refuses a message with %s', async (error, given) => {
  await expect(client.apiCall('chat.postMessage', { ...general, ...given })).rejects.toMatchObject({
    code: 'slack_webapi_platform_error' satisfies `${ErrorCode}`,
    data: { error },
  });
  expect(slack.messages(sample.general)).toEqual([]);
  expect(slack.calls('chat.postMessage').map(({ outcome }) => outcome)).toEqual([error]);
});

test('says where a block is wrong', async () => {
  const blocks = [section('fine'), section('x'.repeat(3_001))];
  await expect(client.chat.postMessage({ ...general, text: 'x', blocks })).rejects.toMatchObject({
    data: {
      response_metadata: {
        messages: [expect.stringMatching(/\[json-pointer:\/blocks\/1\/text\/text\]$/)],
      },
    },
  });
});

test.each([
  ['not_authed', ''],
  ['invalid_auth', 'xoxb-of-somebody-else'],
  ['not_allowed_token_type', 'xapp-not-a-real-token'],
])('refuses a token with %s', async (error, token) => {
  await expect(connect(token).auth.test()).rejects.toMatchObject({ data: { error } });
});

test('names the scope that is missing', async () => {
  const data = { error: 'missing_scope', needed: 'users:read', provided: scopes.join(',') };
  await expect(client.users.info({ user: sample.ada })).rejects.toMatchObject({ data });
  const secret = client.conversations.info({ channel: sample.secret });
  await expect(secret).rejects.toMatchObject({ data: { needed: 'groups:read' } });
});

test('knows no method but its own', async () => {
  await expect(client.apiCall('chat.shout')).rejects.toMatchObject({
    data: { error: 'unknown_method' },
  });
});

test('keeps the blocks of a message whose text alone is updated', async () => {
  const { ts = '' } = await client.chat.postMessage({
    ...general,
    text: 'one',
    blocks: [section('x')],
  });
  await client.chat.update({ ...general, ts, text: 'two' });
  expect(slack.messages(sample.general)).toMatchObject([
    { text: 'two', edited: true, blocks: [{ type: 'section' }] },
  ]);
  await client.chat.update({ ...general, ts, text: 'three', blocks: [] });
  expect(slack.messages(sample.general)).toMatchObject([{ text: 'three', blocks: [] }]);
});

test('lets the bot change and delete its own messages only', async () => {
  const { message } = await slack.say({ ...general, user: sample.ada, text: 'mine' });
  const theirs = { ...general, ts: message.ts };
  await expect(client.chat.update({ ...theirs, text: 'x' })).rejects.toMatchObject({
    data: { error: 'cant_update_message' },
  });
  await expect(client.chat.delete(theirs)).rejects.toMatchObject({
    data: { error: 'cant_delete_message' },
  });
  const { ts = '' } = await client.chat.postMessage({ ...general, text: 'own' });
  await client.chat.delete({ ...general, ts });
  expect(slack.messages(sample.general)).toEqual([message]);
});

test('keeps metadata, and shows it where it is asked for', async () => {
  const metadata = { event_type: 'report', event_payload: { v: 1 } };
  const { ts = '' } = await client.chat.postMessage({ ...general, text: 'root', metadata });
  await client.chat.postMessage({ ...general, text: 'reply', thread_ts: ts });
  const plain = await client.conversations.replies({ ...general, ts });
  expect(plain.messages?.map((one) => [one.text, one.metadata])).toEqual([
    ['root', undefined],
    ['reply', undefined],
  ]);
  const full = await client.conversations.history({ ...general, include_all_metadata: true });
  expect(full.messages).toMatchObject([{ text: 'root', metadata }]);
});

test('gives every message of a channel a timestamp of its own', async () => {
  const frozen = await startSlack({ scopes, subscriptions: [], now: () => 1_700_000_000_000 });
  for (const text of ['a', 'b']) await frozen.say({ ...general, user: sample.ada, text });
  expect(frozen.messages(sample.general).map(({ ts }) => ts)).toEqual([
    '1700000000.000000',
    '1700000000.000001',
  ]);
  await frozen.close();
});

test('opens a modal once and in time', async () => {
  let now = Date.now();
  const timed = await startSlack({ scopes, subscriptions: [], now: () => now, ackLimitMs: 20 });
  const client = new WebClient(timed.botToken, { slackApiUrl: timed.apiUrl, logger: silentLogger });
  const trigger = async () => {
    const ack = await timed.command({ ...general, user: sample.ada, text: '' });
    return String(ack.delivery.payload['trigger_id']);
  };
  const title = { type: 'plain_text' as const, text: 'Title' };
  const open = (trigger_id: string, given = title) =>
    client.views.open({ trigger_id, view: { type: 'modal', title: given, blocks: [] } });

  const once = await trigger();
  await expect(open(once, { ...title, text: 'x'.repeat(25) })).rejects.toThrow(/invalid_arguments/);
  const { view } = await open(once);
  await expect(open(once)).rejects.toThrow(/exchanged_trigger_id/);
  const late = await trigger();
  now += 3_001;
  await expect(open(late)).rejects.toThrow(/expired_trigger_id/);
  await expect(
    client.views.update({
      view_id: view?.id ?? '',
      hash: 'stale',
      view: { type: 'modal', title, blocks: [] },
    }),
  ).rejects.toThrow(/hash_conflict/);
  await timed.close();
});

test('limits, fails, delays and loses answers where it is told to', async () => {
  slack.fault('auth.test', { kind: 'rate-limited', retryAfterSeconds: 7 });
  await expect(client.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
  slack.fault('auth.test', { kind: 'status', status: 503 });
  await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 503 });
  slack.fault('auth.test', { kind: 'error', error: 'internal_error' });
  await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'internal_error' } });
  slack.fault('auth.test', { kind: 'delay', ms: 60 });
  const started = performance.now();
  await client.auth.test();
  expect(performance.now() - started).toBeGreaterThan(55);
});

test('a lost answer makes the client post twice', async () => {
  slack.fault('chat.postMessage', { kind: 'lost-answer' });
  await connect(slack.botToken, 1).chat.postMessage({ ...general, text: 'again' });
  expect(slack.messages(sample.general).map(({ text }) => text)).toEqual(['again', 'again']);
});

test('what one person sees is shown in a thread only where something stands in it already', async () => {
  const { ts = '' } = await client.chat.postMessage({ ...general, text: 'root' });
  const alone = { ...general, user: sample.ada, thread_ts: ts };
  expect(await client.chat.postEphemeral({ ...alone, text: 'unseen' })).toMatchObject({ ok: true });
  await client.chat.postMessage({ ...general, thread_ts: ts, text: 'reply' });
  await client.chat.postEphemeral({ ...alone, text: 'seen' });
  expect(slack.ephemerals(sample.ada).map(({ text }) => text)).toEqual(['seen']);
});
