import { expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { type Bot, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** Socket Mode stays up: whatever becomes of a connection, the next one comes, and readiness tells the truth. */

const { ada, general } = sample;
const SLOW = { timeoutMs: 9_000 };
const start = () => startTestBot({ mode: 'socket' });

/** Asks, and is answered. */
async function works(bot: Bot): Promise<void> {
  const before = bot.slack.ephemerals(ada).length;
  const ack = await bot.slack.command({ user: ada, channel: general, text: '412' });
  expect(ack.status).toBe(200);
  await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[before]);
}

test.each(['warning', 'refresh_requested'] as const)(
  'a refresh (%s) leaves no moment without a connection',
  async (reason) => {
    const bot = await start();
    bot.slack.refreshSockets(reason);
    const seen: number[] = [];
    await bot.slack.waitFor(() => {
      seen.push(bot.slack.connections);
      return bot.slack.connections === 2;
    });
    await works(bot);
    await bot.slack.waitFor(() => {
      seen.push(bot.slack.connections);
      return bot.slack.connections === 1;
    }, SLOW);
    expect(Math.min(...seen)).toBe(1);
    expect(bot.app.connected()).toBe(true);
    await works(bot);
  },
);

test('a connection that breaks is followed at once', async () => {
  const bot = await start();
  bot.slack.dropSockets();
  await bot.slack.waitFor(() => bot.slack.connections === 0);
  await bot.slack.waitFor(() => bot.slack.connections === 1);
  await works(bot);
});

test('a connection that goes quiet without a word is given up, and followed', async () => {
  const bot = await start();
  bot.slack.silenceSockets();
  expect(bot.slack.connections).toBe(0);
  await bot.slack.waitFor(() => bot.slack.connections === 1, SLOW);
  await works(bot);
});

test.each([
  { kind: 'status', status: 503 },
  { kind: 'rate-limited', retryAfterSeconds: 1 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'error', error: 'invalid_auth' },
  { kind: 'lost-answer' },
] as const)('what Slack refuses is asked again, and not ready until then: %j', async (fault) => {
  const bot = await start();
  bot.slack.fault('apps.connections.open', fault, 2);
  bot.slack.dropSockets();
  await bot.slack.waitFor(() => bot.slack.connections === 0);
  await bot.slack.waitFor(() => !bot.app.connected());
  await bot.slack.waitFor(() => bot.slack.connections === 1, SLOW);
  await works(bot);
  expect(bot.app.connected()).toBe(true);
  expect(
    bot.lines.filter(({ message }) => message.includes('no connection to Slack')),
  ).toHaveLength(2);
});

test('being told of too many events ends nothing', async () => {
  const bot = await start();
  for (let at = 0; at < 3; at += 1) expect((await bot.slack.rateLimitApp()).status).toBe(200);
  await works(bot);
});

test.each(['http', 'socket'] as const)(
  'over %s: who stops first finishes what a person waits for',
  async (mode) => {
    const { platform } = await arrange({ logs: [FAILED] });
    const slow = {
      ...platform,
      begin: () => {
        const asking = platform.begin();
        return {
          ...asking,
          async fetchRequestLog(id: string) {
            await new Promise((resolve) => setTimeout(resolve, 400));
            return asking.fetchRequestLog(id);
          },
        };
      },
    };
    const bot = await startTestBot({ mode, logs: slow, settings: { waitForLogMs: 2_000 } });
    const { status } = await bot.slack.command({
      user: ada,
      channel: general,
      text: `502 ${REQUEST_ID}`,
    });
    expect(status).toBe(200);
    await bot.restart();
    const [answer] = bot.slack.ephemerals(ada);
    expect(answer?.text).toMatch(FROM_LOG);
  },
);
