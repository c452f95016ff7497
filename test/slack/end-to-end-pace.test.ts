import { describe, expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { saidIn } from '../helpers/said.ts';
import { startTestBot } from '../helpers/slack-bot.ts';

/** Slack's limits are kept: Retry-After for each method, one message a second in each channel, reads asked again. */

const { ada, grace, general, support } = sample;
const SLOW = { timeoutMs: 20_000 };

const TRACE = {
  id: 'F1',
  name: 'trace.txt',
  mimetype: 'text/plain',
  content: 'HTTP/1.1 412 Precondition Failed',
  channels: [general],
};

// Below both modes, and slow: once is enough.
const mode = 'http';

describe('Slack slows the bot down', () => {
  test('a flood in one channel is answered a message a second, and another does not wait for it', async () => {
    const bot = await startTestBot({ mode, settings: { messageEveryMs: 1_000 } });
    for (let at = 0; at < 12; at += 1)
      await bot.slack.mention({ user: ada, channel: general, text: '412' });
    await bot.slack.mention({ user: grace, channel: support, text: '412' });
    await bot.slack.waitFor(() => saidIn(bot, support)[0]);
    expect(saidIn(bot, general).length).toBeLessThan(12);
    await bot.slack.waitFor(() => saidIn(bot, general).length === 12, SLOW);
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(13);
  });

  test('a method that Slack slows down is left alone that long, by every question', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
    for (let at = 0; at < 4; at += 1)
      await bot.slack.mention({ user: ada, channel: general, text: '412' });
    await bot.slack.waitFor(() => saidIn(bot, general).length === 4, SLOW);
    const calls = bot.slack.calls('chat.postMessage');
    expect(calls.map(({ outcome }) => outcome).filter((one) => one !== 'ok')).toHaveLength(1);
  });

  test.each([
    ['conversations.replies', 1, 'I took this from'],
    ['conversations.replies', 6, 'I took this from'],
    ['files.info', 1, 'I read trace.txt'],
    ['files.info', 6, 'I read trace.txt'],
  ])(
    'a thread or a file that Slack slows down is read after all: %s, %d s',
    async (method, retryAfterSeconds, said) => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.say({ user: grace, channel: general, text: 'lever 401' });
      bot.slack.world.addFile(TRACE);
      bot.slack.fault(method, { kind: 'rate-limited', retryAfterSeconds });
      await bot.slack.mention({
        user: ada,
        channel: general,
        text: 'what is this?',
        threadTs: message.ts,
        ...(method === 'files.info' ? { files: ['F1'] } : {}),
      });
      const answer = await bot.slack.waitFor(() => saidIn(bot, general)[0], SLOW);
      expect(answer.text).toContain(said);
      expect(saidIn(bot, general)).toHaveLength(1);
    },
  );

  test('a download that Slack slows down is tried again', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.world.addFile(TRACE);
    bot.slack.fault('files', { kind: 'rate-limited', retryAfterSeconds: 1 });
    await bot.slack.mention({ user: ada, channel: general, text: 'what is this?', files: ['F1'] });
    const answer = await bot.slack.waitFor(() => saidIn(bot, general)[0], SLOW);
    expect(answer.text).toContain('I read trace.txt');
  });

  test('who asks privately is not kept waiting for long: they are told', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.say({ user: grace, channel: general, text: 'lever 401' });
    bot.slack.fault('conversations.replies', { kind: 'rate-limited', retryAfterSeconds: 60 });
    const link = `https://acme.slack.com/archives/${general}/p${message.ts.replace('.', '')}`;
    await bot.slack.command({ user: ada, channel: general, text: link });
    const answer = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(answer.text).toContain('Slack asks me to slow down');
  });
});
