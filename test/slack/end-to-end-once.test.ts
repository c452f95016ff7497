import { describe, expect, test, vi } from 'vitest';
import { requiredScopes, scopeNames } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** Nothing is said twice, nothing is said to be done that was not, and nobody is left without a word. */

const { ada, general, elsewhere, support, bot: us } = sample;
const MENTION = '@errorbot';
const SLOW = { timeoutMs: 9_000 };

const ask = (bot: Bot, text: string) =>
  bot.slack.mention({ user: ada, channel: general, text: `${MENTION} ${text}` });

/** Until nothing waits in the store and nothing is under way. */
async function settled(bot: Bot): Promise<void> {
  await vi.waitFor(
    async () => {
      for (const queue of [bot.store.inbox, bot.store.outbox])
        expect(await queue.backlog()).toMatchObject({ pending: 0, leased: 0 });
    },
    { timeout: 9_000, interval: 50 },
  );
}

async function escalate(bot: Bot, text = 'lever 500'): Promise<void> {
  await bot.slack.command({ user: ada, channel: general, text });
  const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
  await bot.slack.click({ user: ada, actionId: 'report_escalate', on: card });
  const form = await bot.slack.waitFor(() =>
    bot.slack.views(ada).find((one) => JSON.stringify(one).includes('escalation_submit')),
  );
  await bot.slack.submit({ user: ada, view: form });
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('after an invitation *Share in channel* shares, and two quick presses share once', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: elsewhere, text: 'lever 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('/invite')),
    );
    const channel = bot.slack.world.channel(elsewhere);
    bot.slack.world.setChannel({ ...channel, members: [...channel.members, us.userId] });
    const press = () => bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await Promise.all([press(), press()]);
    await bot.slack.waitFor(() => bot.slack.messages(elsewhere)[0]);
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('a moment ago')),
    );
    expect(bot.slack.messages(elsewhere)).toHaveLength(1);
  });

  test('a share whose answer was lost is not repeated, and the person is asked to look', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('did not confirm')),
    );
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('a moment ago')),
    );
    expect(bot.slack.messages(general)).toHaveLength(1);
  });

  test.each([['lost-answer'], ['status']] as const)(
    'an answer whose post ended in %s is in the thread once',
    async (kind) => {
      const bot = await startTestBot({ mode, scopes: scopeNames });
      bot.slack.fault('chat.postMessage', kind === 'status' ? { kind, status: 503 } : { kind });
      const { message } = await ask(bot, '412');
      await settled(bot);
      expect(answersOf(bot, general, message.ts)).toHaveLength(1);
    },
  );

  test('a direct message is answered once, also when the answer to the post was lost', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    const { message } = await bot.slack.directMessage({ user: ada, text: '412' });
    await settled(bot);
    expect(answersOf(bot, message.channel, message.ts)).toHaveLength(1);
  });

  test('while it cannot be seen whether an answer stands already, none is posted', async () => {
    const bot = await startTestBot({ mode, scopes: scopeNames });
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    bot.slack.fault('conversations.replies', { kind: 'status', status: 503 });
    const { message } = await ask(bot, '412');
    await settled(bot);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(1);
  });

  test('an answer that promised a log says why there is none, when a later attempt may not ask for it', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    bot.slack.fault('chat.update', { kind: 'status', status: 503 });
    const { message } = await ask(bot, `502 ${REQUEST_ID}`);
    await bot.slack.waitFor(() => bot.slack.calls('chat.update')[0]);
    bot.slack.fault('users.info', { kind: 'status', status: 503 }, 2);
    await bot.restart();
    await settled(bot);
    const said = JSON.stringify(answersOf(bot, general, message.ts));
    expect(said).not.toContain('when it has spoken');
    expect(said).toContain('Ask again in a minute');
  });

  test('an answer that was found again is brought up to date when its log arrives', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, scopes: scopeNames, logs: platform });
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    const { message } = await ask(bot, `502 ${REQUEST_ID}`);
    await settled(bot);
    expect(answersOf(bot, general, message.ts).map(({ text }) => text.slice(0, 5))).toEqual([
      'Lever',
    ]);
  });

  test('without the scope to look, it is posted once an attempt, and the log says which scope is missing', async () => {
    const bot = await startTestBot({ mode, scopes: requiredScopes });
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    await ask(bot, '412');
    await settled(bot);
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(2);
    const said = bot.lines.find(({ message }) => message.startsWith('cannot look'));
    expect(said?.fields).toMatchObject({ reason: 'missing_scope', needed: 'channels:history' });
  });

  test('an edit that broke is tried again, without another answer', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    bot.slack.fault('chat.update', { kind: 'status', status: 503 });
    const { message } = await ask(bot, `502 ${REQUEST_ID}`);
    await settled(bot);
    const answers = answersOf(bot, general, message.ts);
    expect(answers.map(({ text }) => text.slice(0, 5))).toEqual(['Lever']);
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(1);
  });

  test('an escalation whose post lost its answer is there once, and confirmed once', async () => {
    const bot = await startTestBot({
      mode,
      scopes: scopeNames,
      settings: { supportChannel: support },
    });
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    await escalate(bot);
    const told = await bot.slack.waitFor(
      () => bot.slack.ephemerals(ada).find(({ text }) => text.includes('Reference: ')),
      SLOW,
    );
    await settled(bot);
    expect(bot.slack.messages(support)).toHaveLength(1);
    expect(bot.slack.ephemerals(ada).filter(({ text }) => text === told.text)).toHaveLength(1);
  });

  test('an escalation that cannot be kept is said in its form, which stays open', async () => {
    const bot = await startTestBot({ mode, settings: { supportChannel: support } });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 500' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on: card });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('escalation_submit')),
    );
    await bot.store.close();
    const ack = await bot.slack.submit({ user: ada, view: form });
    expect(JSON.stringify(ack.body)).toMatch(/was not sent.*REF-\d/);
    expect(bot.slack.views(ada)).toHaveLength(1);
  });

  test('an escalation that Slack will not take goes to the one who asked, and not into the thread', async () => {
    const bot = await startTestBot({ mode, settings: { supportChannel: elsewhere } });
    const { message } = await ask(bot, 'lever 500');
    const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on: answer });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('escalation_submit')),
    );
    await bot.slack.submit({ user: ada, view: form, values: { escalation_note: 'for support' } });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(told.text).toContain('Note: for support');
    await settled(bot);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test('a private answer whose post lost its answer is not given twice', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('response_url', { kind: 'lost-answer' });
    await bot.slack.command({ user: ada, channel: general, text: '412' });
    const told = await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('did not confirm')),
    );
    expect(told.text).toMatch(/REF-\d/);
    expect(bot.slack.ephemerals(ada).filter(({ text }) => text.includes('412'))).toHaveLength(1);
  });

  test('a private card that Slack refuses comes as text', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('response_url', { kind: 'status', status: 400 });
    await bot.slack.command({ user: ada, channel: general, text: '412' });
    const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(shown.text).toContain('412');
    expect(shown.blocks).toEqual([]);
  });

  test('a question that cannot be answered in its place is not dropped in silence', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'error', error: 'restricted_action' });
    await ask(bot, '412');
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    const reference = /REF-\d+/.exec(told.text)?.[0];
    const line = bot.lines.find(({ message }) => message === 'a job was given up');
    expect(line?.fields).toMatchObject({ reference, reason: 'restricted_action' });
  });

  test('a thread that was deleted ends the matter, without a second attempt', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'error', error: 'thread_not_found' });
    await ask(bot, '412');
    await settled(bot);
    expect(bot.slack.calls('chat.postMessage').length).toBeLessThan(2);
    expect((await bot.store.inbox.backlog()).dead).toBe(1);
  });

  test('an event that cannot be kept is not acknowledged, and answered when Slack sends it again', async () => {
    const bot = await startTestBot({ mode, ackLimitMs: 500 });
    await bot.store.close();
    const { message, acks } = await ask(bot, '412');
    // It also comes as a message of the channel, which is none of ours and taken as read.
    const asked = acks.filter(({ delivery }) =>
      JSON.stringify(delivery.payload['event']).includes('app_mention'),
    );
    expect(asked).toHaveLength(1);
    expect(asked.map(({ status }) => status)).not.toContain(200);
    await bot.restart();
    for (const { delivery } of acks) await bot.slack.redeliver(delivery);
    await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test('a modal that Slack does not open any more is said to have failed', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    bot.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[1]);
    expect(told.text).toMatch(/Please try again.*REF-\d/);
  });

  test('a live key is told of also when Slack slows us down', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postEphemeral', { kind: 'rate-limited', retryAfterSeconds: 1 });
    const { message } = await ask(bot, `401 with v1.eu1.${'aB3dE5fG7hJ9'.repeat(3)}`);
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await settled(bot);
    expect(bot.slack.ephemerals(ada).map(({ text }) => text)).toEqual([
      expect.stringContaining('Rotate that key'),
    ]);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test('a modal that was closed, or opened twice, is no failure', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    bot.slack.fault('views.update', { kind: 'error', error: 'not_found' });
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    await bot.slack.waitFor(() => bot.slack.calls('views.update')[0]);
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('lever/401')),
    );
    expect(bot.slack.ephemerals(ada)).toHaveLength(1);
    expect(bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
