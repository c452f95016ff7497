import { describe, expect, test } from 'vitest';
import type { LogReader } from '../../src/enrichment/lookups.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf, directTo } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

/** Two bots on one store: what comes of a watch is said by one of them. As processes: `two-processes.test.ts`. */

const { ada, grace, general, elsewhere } = sample;
const FIXED = requestLog({
  requestId: '7f3c1d52-6457-4ddd-89b3-98ae2252b83b',
  at: '2026-11-23T05:10:00.000Z',
  status: 200,
});

async function twoBots(mode: Mode, wrap: (logs: LogReader) => LogReader = (logs) => logs) {
  const logs = [FAILED];
  const { platform, clock } = await arrange({ logs });
  let ahead = 0;
  const bot = await startTestBot({
    mode,
    logs: wrap(platform),
    settings: { waitForLogMs: 2_000 },
    clock: () => Date.now() + ahead,
  });
  await bot.startBeside();
  return {
    bot,
    logs,
    pass(ms: number) {
      ahead += ms;
      clock.advance(ms);
    },
  };
}

const whispered = (bot: Bot, user: string, words: string) =>
  bot.slack.waitFor(() => bot.slack.ephemerals(user).findLast(({ text }) => text.includes(words)), {
    what: `“${words}”`,
  });
/** As long as both need to look for more work, several times. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 2_500));

async function cardInThread(bot: Bot) {
  const { message } = await bot.slack.mention({
    user: ada,
    channel: general,
    text: `@errorbot ${REQUEST_ID}`,
  });
  const card = await bot.slack.waitFor(() =>
    answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
  );
  return { card, root: message.ts };
}

async function watchInThread(bot: Bot) {
  const { card, root } = await cardInThread(bot);
  await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
  const choices = await whispered(bot, ada, 'For how long');
  await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
  await bot.slack.waitFor(() => !bot.slack.ephemerals(ada).includes(choices));
  return root;
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('five watches in threads and a private one: each is reported once', async () => {
    const { bot, logs, pass } = await twoBots(mode);
    const roots: string[] = [];
    for (let at = 0; at < 5; at += 1) roots.push(await watchInThread(bot));
    await bot.slack.command({ user: grace, channel: elsewhere, text: REQUEST_ID });
    const card = await whispered(bot, grace, 'Lever');
    await bot.slack.click({ user: grace, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, grace, 'For how long');
    await bot.slack.click({ user: grace, actionId: 'report_watch_15', on: choices });
    await whispered(bot, grace, 'I watch this call');
    logs.push(FIXED);
    pass(5 * 60_000);
    await bot.slack.waitFor(() => roots.every((root) => answersOf(bot, general, root).length > 1));
    await bot.slack.waitFor(() => directTo(bot, grace)[0]);
    await settle();
    pass(20 * 60_000);
    await settle();
    for (const root of roots) {
      expect(answersOf(bot, general, root)).toHaveLength(2);
      expect(answersOf(bot, general, root)[1]?.text).toContain('Fixed: the same call succeeded');
    }
    expect(directTo(bot, grace)).toHaveLength(1);
  }, 30_000);

  test('chosen twice at the same time, it is one watch', async () => {
    const { bot, pass } = await twoBots(mode);
    const { card, root } = await cardInThread(bot);
    await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
    const mine = await whispered(bot, ada, 'For how long');
    await bot.slack.click({ user: grace, actionId: 'report_watch', on: card });
    const theirs = await whispered(bot, grace, 'For how long');
    await Promise.all([
      bot.slack.click({ user: ada, actionId: 'report_watch_15', on: mine }),
      bot.slack.click({ user: grace, actionId: 'report_watch_15', on: theirs }),
    ]);
    const told = await bot.slack.waitFor(() => {
      const all = [ada, grace].flatMap((user) =>
        bot.slack.ephemerals(user).map(({ text }) => text),
      );
      const said = all.filter((text) => /I watch this call|watching that already/.test(text));
      return said.length === 2 ? said : undefined;
    });
    expect(told.filter((text) => text.startsWith('I watch this call'))).toHaveLength(1);
    pass(16 * 60_000);
    await bot.slack.waitFor(() => answersOf(bot, general, root)[1]);
    await settle();
    expect(answersOf(bot, general, root)).toHaveLength(2);
  }, 20_000);
});

test('a bot that was held up while it looked says nothing once another has said it', async () => {
  const held = holdOne();
  const { bot, logs, pass } = await twoBots('socket', held.wrap);
  const root = await watchInThread(bot);
  logs.push(FIXED);
  held.arm();
  pass(2 * 60_000);
  await held.caught;
  // Its lease runs out, and the other takes the look over.
  pass(61_000);
  await bot.slack.waitFor(() => answersOf(bot, general, root)[1]);
  held.release();
  await settle();
  expect(answersOf(bot, general, root)).toHaveLength(2);
}, 20_000);

/** Holds the first look at the latest requests after it was armed. */
function holdOne() {
  let isArmed = false;
  let release = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  let caughtIt = (): void => undefined;
  const caught = new Promise<void>((resolve) => {
    caughtIt = resolve;
  });
  const wrap = (inner: LogReader): LogReader => ({
    begin() {
      const lookups = inner.begin();
      return {
        ...lookups,
        async fetchRecent(query) {
          if (isArmed) {
            isArmed = false;
            caughtIt();
            await open;
          }
          return lookups.fetchRecent(query);
        },
      };
    },
  });
  return {
    wrap,
    caught,
    arm: () => {
      isArmed = true;
    },
    release,
  };
}
