import type { App, BlockAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Slack,
  StandInError,
  sample,
  startSlack,
} from '../../../src/workspace/stand-in/index.ts';
import { type RunningApp, type SlackMode, startBoltApp } from '../../helpers/slack-app.ts';

/** A small app that uses every way there is between Slack and an app. */
function register(app: App): void {
  app.command('/stackone-error', async ({ ack, respond, command }) => {
    if (command.text === 'ack') return ack('said at once');
    await ack();
    await respond({ text: `You said ${command.text}`, blocks: [button('first')] });
  });
  app.event('app_mention', async ({ event, client }) => {
    const thread_ts = event.thread_ts ?? event.ts;
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts,
      text: 'Hello',
      blocks: [button('pressed')],
      metadata: { event_type: 'greeting', event_payload: { v: 1 } },
    });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type === 'im') await say('Hello, privately');
  });
  app.action('press', async ({ ack, respond, body, client }) => {
    await ack();
    const { trigger_id, message } = body as BlockAction;
    if (message === undefined) return void (await respond({ text: 'new', replace_original: true }));
    await client.views.open({ trigger_id, view });
  });
  app.view('ask_submit', async ({ ack, view: submitted, body, client }) => {
    const note = submitted.state.values['note']?.['text']?.value ?? '';
    if (note === 'wrong') return ack({ response_action: 'errors', errors: { note: 'Not that.' } });
    await ack();
    await client.chat.postEphemeral({ channel: sample.general, user: body.user.id, text: note });
  });
  app.shortcut('diagnose_message', async ({ ack, shortcut, respond }) => {
    await ack();
    if (shortcut.type === 'message_action') await respond(`About: ${shortcut.message.text}`);
  });
}

const view = {
  type: 'modal' as const,
  callback_id: 'ask_submit',
  title: { type: 'plain_text' as const, text: 'Ask' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'note',
      label: { type: 'plain_text' as const, text: 'Note' },
      element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 },
    },
  ],
};

function button(value: string) {
  const text = { type: 'plain_text' as const, text: 'Press' };
  return {
    type: 'actions' as const,
    elements: [{ type: 'button' as const, action_id: 'press', text, value }],
  };
}

let slack: Slack;
let running: RunningApp | undefined;

async function start(mode: SlackMode): Promise<void> {
  running = await startBoltApp(slack, mode, register);
}

beforeEach(async () => {
  slack = await startSlack({
    scopes: ['chat:write', 'commands', 'app_mentions:read', 'im:history', 'channels:history'],
    subscriptions: ['app_mention', 'message.im', 'message.channels'],
  });
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await slack.close();
});

describe.each<SlackMode>(['http', 'socket'])('a Bolt app over %s', (mode) => {
  beforeEach(() => start(mode));

  test('answers a command through its response_url, where the bot is no member', async () => {
    const ack = await slack.command({ user: sample.ada, channel: sample.hidden, text: 'a < b' });
    expect(ack).toMatchObject({ status: 200, body: null });
    const [shown] = await slack.waitFor(() => some(slack.ephemerals(sample.ada)));
    expect(shown).toMatchObject({ text: 'You said a &lt; b', channel: sample.hidden });
  });

  test('answers a command with its acknowledgement', async () => {
    await slack.command({ user: sample.ada, channel: sample.general, text: 'ack' });
    expect(slack.ephemerals(sample.ada).map(({ text }) => text)).toEqual(['said at once']);
  });

  test('hears a mention as app_mention and as message, and answers in its thread', async () => {
    const { message, acks } = await slack.mention({
      user: sample.ada,
      channel: sample.general,
      text: 'what is 412?',
    });
    expect(message.text).toBe(`<@${sample.bot.userId}> what is 412?`);
    expect(acks.map(({ status, delivery }) => [status, eventType(delivery.payload)])).toEqual([
      [200, 'app_mention'],
      [200, 'message'],
    ]);
    const [, answer] = await slack.waitFor(() => thread(message.channel, message.ts, 2));
    expect(answer).toMatchObject({ text: 'Hello', metadata: { event_type: 'greeting' } });
  });

  test('answers a direct message', async () => {
    const { message } = await slack.directMessage({ user: sample.grace, text: 'hello' });
    const said = await slack.waitFor(() => some(slack.messages(message.channel).slice(1)));
    expect(said.map(({ text }) => text)).toEqual(['Hello, privately']);
  });

  test('opens a modal from a button, refuses its errors, takes its submission', async () => {
    const { message } = await slack.mention({
      user: sample.ada,
      channel: sample.general,
      text: '',
    });
    const [, answer] = await slack.waitFor(() => thread(message.channel, message.ts, 2));
    if (answer === undefined) throw new Error('no answer');
    await slack.click({ user: sample.ada, actionId: 'press', on: answer });
    const open = await slack.waitFor(() => slack.views(sample.ada)[0]);
    const user = sample.ada;

    const wrong = await slack.submit({ user, view: open, values: { note: 'wrong' } });
    expect(wrong.body).toMatchObject({ response_action: 'errors', errors: { note: 'Not that.' } });
    expect(slack.views(user)).toHaveLength(1);
    await expect(slack.submit({ user, view: open })).rejects.toThrow(/required/);
    await expect(
      slack.submit({ user, view: open, values: { note: 'x'.repeat(21) } }),
    ).rejects.toThrow(StandInError);

    await slack.submit({ user, view: open, values: { note: 'fine' } });
    const [shown] = await slack.waitFor(() => some(slack.ephemerals(user)));
    expect(shown).toMatchObject({ text: 'fine' });
    expect(slack.views(user)).toEqual([]);
  });

  test('replaces a private answer through the response_url of its button', async () => {
    await slack.command({ user: sample.ada, channel: sample.general, text: '412' });
    const [first] = await slack.waitFor(() => some(slack.ephemerals(sample.ada)));
    if (first === undefined) throw new Error('no answer');
    await slack.click({ user: sample.ada, actionId: 'press', on: first });
    await slack.waitFor(() => slack.ephemerals(sample.ada)[0]?.text === 'new');
    expect(slack.ephemerals(sample.ada)).toHaveLength(1);
    expect(slack.ephemerals(sample.ada)[0]?.blocks).toEqual([]);
  });

  test('answers a message shortcut', async () => {
    const { message } = await slack.say({
      user: sample.grace,
      channel: sample.general,
      text: 'R&D broke',
    });
    await slack.shortcut({ user: sample.ada, callbackId: 'diagnose_message', message });
    const [shown] = await slack.waitFor(() => some(slack.ephemerals(sample.ada)));
    expect(shown?.text).toBe('About: R&amp;D broke');
  });

  test('gets a delivery again with the reason', async () => {
    const { acks } = await slack.directMessage({ user: sample.ada, text: 'hello' });
    const [first] = acks;
    if (first === undefined) throw new Error('no delivery');
    const again = await slack.redeliver(first.delivery, { attempt: 2, reason: 'http_error' });
    expect(again.status).toBe(200);
    expect(again.delivery).toBe(first.delivery);
    await slack.waitFor(() => slack.calls('chat.postMessage').length === 2);
  });
});

test.each(['bad-signature', 'stale', 'unsigned'] as const)(
  'Bolt refuses a request that is forged: %s',
  async (forgery) => {
    await start('http');
    const { acks } = await slack.directMessage({ user: sample.ada, text: 'hello' });
    const delivery = acks[0]?.delivery;
    if (delivery === undefined) throw new Error('no delivery');
    await slack.waitFor(() => slack.calls('chat.postMessage').length === 1);
    expect(await slack.forge(forgery, delivery)).toMatchObject({ status: 401 });
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
  },
);

test('a request URL that does not return the challenge is refused', async () => {
  await expect(slack.setRequestUrl(`${slack.apiUrl}auth.test`)).rejects.toThrow(/challenge/);
});

test('without an app there is no acknowledgement', async () => {
  const lonely = await startSlack({
    scopes: ['im:history'],
    subscriptions: ['message.im'],
    ackLimitMs: 50,
  });
  const { acks } = await lonely.directMessage({ user: sample.ada, text: 'hello' });
  expect(acks.map(({ status }) => status)).toEqual([0]);
  await lonely.close();
});

test('a socket that is refreshed comes back', async () => {
  await start('socket');
  slack.refreshSockets();
  await slack.waitFor(() => slack.connections === 0, { what: 'the socket to go' });
  await slack.waitFor(() => slack.connections === 1, { timeoutMs: 9_000, what: 'it to come back' });
  const { acks } = await slack.directMessage({ user: sample.ada, text: 'hello' });
  expect(acks.map(({ status }) => status)).toEqual([200]);
});

test('no events come from where the bot is not, and none without their scope', async () => {
  await start('http');
  const there = { user: sample.ada, channel: sample.elsewhere, text: 'hello' };
  expect((await slack.mention(there)).acks).toEqual([]);
  const secret = await slack.mention({ ...there, channel: sample.secret });
  expect(secret.acks.map(({ delivery }) => eventType(delivery.payload))).toEqual(['app_mention']);
});

test('people of other teams have no commands, but can mention the bot in a shared channel', async () => {
  await start('http');
  const given = { user: sample.pat, channel: sample.shared, text: '412' };
  await expect(slack.command(given)).rejects.toThrow(StandInError);
  const { acks } = await slack.mention(given);
  expect(acks[0]?.delivery.payload).toMatchObject({
    team_id: sample.otherTeam,
    context_team_id: sample.team,
    is_ext_shared_channel: true,
    authorizations: [{ team_id: sample.team }],
  });
  await slack.waitFor(() => slack.calls('chat.postMessage').length === 1);
});

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function thread(channel: string, ts: string, length: number) {
  const found = slack.thread(channel, ts);
  return found.length >= length ? found : undefined;
}

function eventType(payload: Readonly<Record<string, unknown>>): unknown {
  const event = payload['event'];
  return typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
}
