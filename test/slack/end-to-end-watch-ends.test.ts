import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, test, vi } from 'vitest';
import type { LogReader } from '../../src/enrichment/lookups.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf, directTo } from '../helpers/said.ts';
import { type Bot, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

/** How a watch ends when something has gone from under it. */

const { ada, general, bot: us } = sample;
const FIXED = requestLog({
  requestId: '7f3c1d52-6457-4ddd-89b3-98ae2252b83b',
  at: '2026-11-23T05:10:00.000Z',
  status: 200,
});

async function watching(wrap: (logs: LogReader) => LogReader = (logs) => logs) {
  const logs = [FAILED];
  const { platform, stackOne, clock } = await arrange({ logs });
  let ahead = 0;
  const bot = await startTestBot({
    mode: 'socket',
    logs: wrap(platform),
    clock: () => Date.now() + ahead,
  });
  const { message } = await bot.slack.mention({
    user: ada,
    channel: general,
    text: `@errorbot ${REQUEST_ID}`,
  });
  const card = await bot.slack.waitFor(() =>
    answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
  );
  await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
  const choices = await whispered(bot, 'For how long');
  await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
  await whispered(bot, 'I watch this call');
  logs.push(FIXED);
  return {
    bot,
    stackOne,
    root: message.ts,
    pass(ms: number) {
      ahead += ms;
      clock.advance(ms);
    },
  };
}

const whispered = (bot: Bot, words: string) =>
  bot.slack.waitFor(() => bot.slack.ephemerals(ada).find(({ text }) => text.includes(words)));
/** As long as the worker needs to look for work, more than once. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_500));
const database = ({ dataDir }: Bot) => new Libsql(join(dataDir, 'stackone-error-bot.sqlite'));

function jobsIn(bot: Bot): unknown {
  const connection = database(bot);
  const rows = connection.prepare('select count(*) as jobs from jobs').all([]);
  connection.close();
  return rows;
}

test('after the workspace has removed the bot, nothing is asked, said or kept', async () => {
  const { bot, stackOne, root, pass } = await watching();
  await bot.slack.uninstall();
  await vi.waitFor(() => expect(jobsIn(bot)).toEqual([{ jobs: 0 }]));
  const asked = stackOne.requests.length;
  pass(16 * 60_000);
  await settle();
  expect(stackOne.requests).toHaveLength(asked);
  expect(answersOf(bot, general, root)).toHaveLength(1);
  expect(directTo(bot, ada)).toEqual([]);
});

test('a look that is under way when the bot is removed leaves nothing behind', async () => {
  let isArmed = false;
  let release = (): void => undefined;
  let caughtIt = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  const caught = new Promise<void>((resolve) => {
    caughtIt = resolve;
  });
  const { bot, root, pass } = await watching((inner) => ({
    begin() {
      const lookups = inner.begin();
      return {
        ...lookups,
        async fetchRecent(query) {
          if (!isArmed) return lookups.fetchRecent(query);
          caughtIt();
          await open;
          // Not called since: there would be another look.
          return { kind: 'found', requests: [], isCut: false, readBackTo: null };
        },
      };
    },
  }));
  isArmed = true;
  pass(2 * 60_000);
  await caught;
  await bot.slack.uninstall();
  await vi.waitFor(() => expect(jobsIn(bot)).toEqual([{ jobs: 0 }]));
  release();
  await settle();
  expect(jobsIn(bot)).toEqual([{ jobs: 0 }]);
  expect(answersOf(bot, general, root)).toHaveLength(1);
});

test('when its answer is gone with the retention, that is said', async () => {
  const { bot, root, pass } = await watching();
  const connection = database(bot);
  connection.exec('delete from reports');
  connection.close();
  pass(2 * 60_000);
  const said = await bot.slack.waitFor(() => answersOf(bot, general, root)[1]);
  expect(said.text).toContain('I no longer have the answer');
});

test('when the bot was taken out of the channel, the one who asked is told', async () => {
  const { bot, root, pass } = await watching();
  const { world } = bot.slack;
  const channel = world.channel(general);
  world.setChannel({ ...channel, members: channel.members.filter((id) => id !== us.userId) });
  pass(2 * 60_000);
  const said = await bot.slack.waitFor(() => directTo(bot, ada)[0]);
  expect(said.text).toContain('Fixed: the same call succeeded');
  expect(answersOf(bot, general, root)).toHaveLength(1);
});

test('when StackOne does not answer to the end, it is said that nothing is known', async () => {
  const { bot, stackOne, root, pass } = await watching();
  stackOne.setFaults('*', { status: 500 });
  pass(16 * 60_000);
  const said = await bot.slack.waitFor(() => answersOf(bot, general, root)[1]);
  expect(said.text).toContain('I watched this for 15 minutes, and stop now. I could not check');
  expect(said.text).not.toContain('Fixed');
});

test('without the key that it began with, too', async () => {
  let hasKey = true;
  const { bot, root, pass } = await watching((inner) => ({
    begin: () => {
      const lookups = inner.begin();
      return {
        ...lookups,
        fetchRecent: async (query) => (hasKey ? lookups.fetchRecent(query) : { kind: 'no-key' }),
      };
    },
  }));
  hasKey = false;
  pass(16 * 60_000);
  const said = await bot.slack.waitFor(() => answersOf(bot, general, root)[1]);
  expect(said.text).toContain('no StackOne key is configured');
});
