import { describe, expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { saidIn } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';

/** Whatever Slack refuses, the person is told what it is and what to do, or gets a smaller answer: never silence. */

const { ada, general, support } = sample;
const SLOW = { timeoutMs: 12_000 };
const CODES = [
  ['not_in_channel', '/invite'],
  ['channel_not_found', 'I cannot see'],
  ['is_archived', 'is archived'],
  ['missing_scope', 'npm run doctor'],
  ['account_inactive', 'install me again'],
  ['token_revoked', 'install me again'],
  ['restricted_action', 'Its admins can allow it'],
] as const;
const SMALLER = ['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks'] as const;

const told = (bot: Bot, words: string) =>
  bot.slack.waitFor(() => bot.slack.ephemerals(ada).find(({ text }) => text.includes(words)), SLOW);

async function card(bot: Bot, text = 'lever 401') {
  await bot.slack.command({ user: ada, channel: general, text });
  return bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test.each(CODES)('an answer in a thread: %s', async (error, words) => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'error', error });
    await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    expect((await told(bot, words)).text).toMatch(/REF-\d/);
    expect(saidIn(bot, general)).toEqual([]);
  });

  test.each(CODES)('a share: %s', async (error, words) => {
    const bot = await startTestBot({ mode });
    const on = await card(bot);
    bot.slack.fault('chat.postMessage', { kind: 'error', error });
    await bot.slack.click({ user: ada, actionId: 'report_share', on });
    await told(bot, words);
    await bot.slack.click({ user: ada, actionId: 'report_share', on });
    await bot.slack.waitFor(() => saidIn(bot, general)[0]);
  });

  test.each<readonly [string, string]>([
    ...CODES,
    ['ratelimited', 'slow down'],
    ['expired_trigger_id', 'too little time'],
  ])('a form: %s', async (error, words) => {
    const bot = await startTestBot({ mode });
    const on = await card(bot);
    bot.slack.fault('views.open', { kind: 'error', error });
    await bot.slack.click({ user: ada, actionId: 'report_why', on });
    await told(bot, words);
  });

  test.each(CODES.slice(0, 5))('an escalation: %s', async (error, words) => {
    const bot = await startTestBot({ mode, settings: { supportChannel: support } });
    const on = await card(bot, 'lever 500');
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('escalation_submit')),
    );
    bot.slack.fault('chat.postMessage', { kind: 'error', error });
    await bot.slack.submit({ user: ada, view: form });
    expect((await told(bot, words)).text).toContain('I kept the case');
  });

  test.each(SMALLER.flatMap((error) => [1, 2].map((times) => [error, times] as const)))(
    'a smaller answer in a thread: %s, %d times',
    async (error, times) => {
      const bot = await startTestBot({ mode });
      bot.slack.fault('chat.postMessage', { kind: 'error', error }, times);
      await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
      const answer = await bot.slack.waitFor(() => saidIn(bot, general)[0]);
      expect(answer.text).toContain('Lever rejects');
      expect(answer.blocks).toEqual([]);
      expect(answer.text.length <= 500).toBe(times === 2);
      expect(saidIn(bot, general)).toHaveLength(1);
    },
  );

  test.each([1, 2])('a smaller private answer, refused %d times', async (times) => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('response_url', { kind: 'status', status: 400 }, times);
    const answer = await card(bot);
    expect(answer.text).toContain('Lever rejects');
    expect(answer.blocks).toEqual([]);
  });

  test.each([404, 403, 410])('a used-up `response_url` (%d): another way', async (status) => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('response_url', { kind: 'status', status }, 9);
    const answer = await card(bot);
    expect(answer.text).toContain('Lever rejects');
    expect(JSON.stringify(answer.blocks)).toContain('report_share');
    expect(bot.slack.ephemerals(ada)).toHaveLength(1);
  });

  test('a used-up `response_url` where the bot is no member: in direct messages', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('response_url', { kind: 'status', status: 404 }, 9);
    await bot.slack.command({ user: ada, channel: sample.elsewhere, text: 'lever 401' });
    const im = bot.slack.world.im(ada).id;
    const answer = await bot.slack.waitFor(() => bot.slack.messages(im)[0]);
    expect(answer.text).toContain('Lever rejects');
  });

  test('a `response_url` that Slack slows down is used again', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('response_url', { kind: 'rate-limited', retryAfterSeconds: 1 });
    expect((await card(bot)).text).toContain('Lever rejects');
    expect(bot.slack.ephemerals(ada)).toHaveLength(1);
  });

  test('a shortcut whose form does not open is answered in direct messages', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_text', message: null });
    const im = bot.slack.world.im(ada).id;
    const answer = await bot.slack.waitFor(() => bot.slack.messages(im)[0]);
    expect(answer.text).toContain('too little time');
  });
});
