import { describe, expect, test, vi } from 'vitest';
import { requiredScopes } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** The answer follows its question: edited, deleted. Bots are not answered, and nothing goes round in circles. */

const { ada, grace, general, bot: us } = sample;
const MENTION = '@errorbot';

async function asked(bot: Bot, text: string) {
  const { message } = await bot.slack.mention({ user: ada, channel: general, text });
  const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
  await settled(bot);
  return { message, answer };
}

async function settled(bot: Bot): Promise<void> {
  await vi.waitFor(
    async () => expect(await bot.store.inbox.backlog()).toMatchObject({ pending: 0, leased: 0 }),
    { timeout: 9_000, interval: 50 },
  );
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('an edited mention changes its answer, also after a restart, and its buttons go on working', async () => {
    const bot = await startTestBot({ mode });
    const { message, answer } = await asked(bot, 'lever 401');
    await bot.restart();
    await bot.slack.edit({ message, text: `${MENTION} 412` });
    const changed = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.includes('412 Precondition')),
    );
    expect(changed.ts).toBe(answer.ts);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
    await bot.slack.click({ user: ada, actionId: 'report_why', on: changed });
    await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('stackone/412')),
    );
  });

  test('an edited mention brings the log of the request that it names now', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    const { message } = await asked(bot, '412');
    await bot.slack.edit({ message, text: `${MENTION} 502 ${REQUEST_ID}` });
    await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
    );
    await settled(bot);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test('an edit that was delivered twice, or adds nothing, changes nothing', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await asked(bot, 'lever 401');
    await bot.slack.unfurl({ message });
    const acks = await bot.slack.edit({ message, text: `${MENTION} 412` });
    for (const ack of acks) await bot.slack.redeliver(ack.delivery);
    await settled(bot);
    await bot.slack.waitFor(() => bot.slack.calls('chat.update')[0]);
    expect(bot.slack.calls('chat.update')).toHaveLength(1);
  });

  test('an edit that comes while the answer is given comes after it', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'delay', ms: 400 });
    const { message } = await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.edit({ message, text: `${MENTION} 412` });
    await bot.slack.waitFor(
      () => answersOf(bot, general, message.ts).find(({ text }) => text.includes('412')),
      { timeoutMs: 9_000 },
    );
    await settled(bot);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test('an edit that mentions the bot for the first time is a question', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.say({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.edit({ message, text: `${MENTION} lever 401` });
    const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(answer.text).toMatch(/^Lever/);
  });

  test('an edited direct message changes its answer, without any optional scope', async () => {
    const bot = await startTestBot({ mode, scopes: requiredScopes });
    const { message } = await bot.slack.directMessage({ user: ada, text: 'lever 401' });
    const im = message.channel;
    await bot.slack.waitFor(() => answersOf(bot, im, message.ts)[0]);
    await bot.slack.edit({ message, text: '412' });
    await bot.slack.waitFor(
      () => answersOf(bot, im, message.ts).find(({ text }) => text.includes('412')),
      { timeoutMs: 9_000 },
    );
    expect(answersOf(bot, im, message.ts)).toHaveLength(1);
  });

  test('a deleted question takes its answer with it', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await asked(bot, 'lever 401');
    await bot.restart();
    const acks = await bot.slack.remove({ message });
    for (const ack of acks) await bot.slack.redeliver(ack.delivery);
    await bot.slack.waitFor(() => answersOf(bot, general, message.ts).length === 0);
    await settled(bot);
    expect(bot.slack.calls('chat.delete')).toHaveLength(1);
  });

  test('a reply that asked is deleted: only its own answer goes', async () => {
    const bot = await startTestBot({ mode });
    const { message: root } = await asked(bot, 'lever 401');
    const { message } = await bot.slack.mention({
      user: grace,
      channel: general,
      text: '412',
      threadTs: root.ts,
    });
    await bot.slack.waitFor(() => answersOf(bot, general, root.ts)[1]);
    await settled(bot);
    await bot.slack.remove({ message });
    await bot.slack.waitFor(() => answersOf(bot, general, root.ts).length === 1);
    expect(answersOf(bot, general, root.ts)[0]?.text).toMatch(/^Lever/);
  });

  test('without the scope, answers stay as they are', async () => {
    const bot = await startTestBot({ mode, scopes: requiredScopes });
    const { message, answer } = await asked(bot, 'lever 401');
    expect(await bot.slack.edit({ message, text: `${MENTION} 412` })).toEqual([]);
    expect(answersOf(bot, general, message.ts)).toEqual([answer]);
  });

  test('another bot that mentions ours is not answered, and is read when a person asks', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.alert({
      channel: general,
      text: `<@${us.userId}> lever 401`,
    });
    await bot.slack.command({ user: grace, channel: general, text: '412' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(grace)[0]);
    await settled(bot);
    expect(answersOf(bot, general, message.ts)).toEqual([]);
    await bot.slack.mention({ user: ada, channel: general, text: 'this?', threadTs: message.ts });
    const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(answer.text).toMatch(/^Lever/);
  });

  test('its own posts and edits are no questions', async () => {
    const bot = await startTestBot({ mode });
    const { message, answer } = await asked(bot, 'lever 401');
    await bot.slack.edit({ message: answer, text: `${MENTION} 412` });
    await bot.slack.remove({ message: answer });
    await settled(bot);
    expect(answersOf(bot, general, message.ts)).toEqual([]);
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(1);
  });
});
