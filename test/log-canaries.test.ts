import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { answer, enrichReport } from '../src/answer.ts';
import { recentFailures } from '../src/recent.ts';
import { runTerminal } from '../src/terminal/run.ts';
import { type Ephemeral, sample } from '../src/workspace/stand-in/index.ts';
import {
  CANARY,
  fullAccount,
  fullActionLog,
  fullActionStep,
  fullLog,
  REDACTED,
} from './helpers/canaries.ts';
import { knowledge } from './helpers/knowledge.ts';
import { type Bot, type Mode, startTestBot } from './helpers/slack-bot.ts';
import { API_KEY, arrange, REQUEST_ID } from './helpers/stackone-setting.ts';

/** Nothing of a log, an account or a step but what may be: in no answer, in no row of the database, in no line of the log. */

const { ada, general, support, elsewhere, bot: us } = sample;
const ACTION_ID = '5e2b1c70-6457-4ddd-89b3-98ae2252b83b';
const LATER_ID = '7f3c1d52-6457-4ddd-89b3-98ae2252b83b';
const ACCOUNT = '45355976281015164504';
const SECRETS = [...REDACTED, API_KEY, Buffer.from(`${API_KEY}:`).toString('base64')];

const world = () => ({
  logs: [
    fullLog({
      requestId: REQUEST_ID,
      accountId: ACCOUNT,
      status: 502,
      at: '2026-11-23T05:00:00.000Z',
    }),
  ],
  actionLogs: [fullActionLog(ACTION_ID, ACCOUNT)],
  actionSteps: [fullActionStep(ACTION_ID)],
  accounts: [fullAccount(ACCOUNT, 'error')],
});

function leaksIn(what: string): readonly string[] {
  return [
    ...new Set(what.match(CANARY) ?? []),
    ...SECRETS.filter((secret) => what.includes(secret)),
  ];
}

test('the canaries are in what StackOne sends', () => {
  expect(leaksIn(JSON.stringify(world())).length).toBeGreaterThan(100);
});

test.each([
  ['a request', [REQUEST_ID]],
  ['an action run', [ACTION_ID]],
  ['an account', [ACCOUNT]],
  ['a pasted failure with its request', [`502 Bad Gateway ${REQUEST_ID}`]],
  ['JSON of a request', ['--json', REQUEST_ID]],
  ['JSON of an action run', ['--json', ACTION_ID]],
  ['JSON of an account', ['--json', ACCOUNT]],
  ['the latest failures', ['recent']],
  ['those of an account', ['recent', ACCOUNT]],
])('the terminal prints none of them: %s', async (_, args) => {
  const { platform } = await arrange(world());
  let out = '';
  const write = (text: string) => {
    out += text;
  };
  await runTerminal(
    args,
    { stdin: Readable.from(['']), stdout: { write, columns: 90 }, stderr: { write }, env: {} },
    {
      loadEngine: async () => ({
        report: (text) => enrichReport(answer(text, { knowledge }), { knowledge, logs: platform }),
        recent: (filter) => recentFailures(filter, { knowledge, logs: platform }),
      }),
      doctor: async () => 0,
    },
  );
  expect(out).toMatch(/Lever|lever|BambooHR|bamboohr|502/);
  expect(leaksIn(out)).toEqual([]);
});

test.each<Mode>(['http', 'socket'])(
  'Slack, the store and the log have none of them, over %s',
  async (mode) => {
    const data = world();
    const { platform, clock } = await arrange(data);
    let ahead = 0;
    const bot = await startTestBot({
      mode,
      logs: platform,
      settings: { waitForLogMs: 2_000, supportChannel: support },
      clock: () => Date.now() + ahead,
    });
    const pass = (ms: number) => {
      ahead += ms;
      clock.advance(ms);
    };
    const cards = await askEverywhere(bot);
    const [card] = cards;
    if (card === undefined) throw new Error('no card');
    for (const one of cards.filter(({ blocks }) => JSON.stringify(blocks).includes('report_why')))
      for (const actionId of ['report_why', 'report_escalate'])
        await bot.slack.click({ user: ada, actionId, on: one });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((view) => JSON.stringify(view).includes('escalation_submit')),
    );
    await bot.slack.submit({ user: ada, view: form });
    await bot.slack.waitFor(() => bot.slack.messages(support)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_recheck', on: card });
    await whispered(bot, 'Not called since');
    await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, 'For how long');
    await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
    await whispered(bot, 'I watch this call');
    data.logs.push(
      fullLog({
        requestId: LATER_ID,
        accountId: ACCOUNT,
        status: 502,
        at: '2026-11-23T05:10:00.000Z',
      }),
    );
    pass(16 * 60_000);
    await bot.slack.waitFor(() => bot.slack.messages(bot.slack.world.im(ada).id)[0]);
    await bot.slack.openHome({ user: ada });
    await bot.slack.waitFor(() => bot.slack.home(ada));
    expect(
      leaksIn(
        inspect(bot.slack.calls(), { depth: 20, maxArrayLength: null, maxStringLength: null }),
      ),
    ).toEqual([]);
    expect(
      leaksIn(inspect(shown(bot), { depth: 20, maxArrayLength: null, maxStringLength: null })),
    ).toEqual([]);
    expect(
      leaksIn(inspect(bot.lines, { depth: 20, maxArrayLength: null, maxStringLength: null })),
    ).toEqual([]);
    const stored = readdirSync(bot.dataDir).map((name) =>
      readFileSync(join(bot.dataDir, name), 'latin1'),
    );
    expect(stored.join('')).toContain(ACCOUNT);
    expect(leaksIn(stored.join(''))).toEqual([]);
  },
);

/** The private cards of a request, an action run and an account; a card in a thread; the list, and one of its causes. */
async function askEverywhere(bot: Bot) {
  const cards: Ephemeral[] = [];
  for (const text of [REQUEST_ID, ACTION_ID, ACCOUNT]) {
    const before = bot.slack.ephemerals(ada).length;
    await bot.slack.command({ user: ada, channel: elsewhere, text });
    cards.push(await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[before]));
  }
  const { message } = await bot.slack.mention({
    user: ada,
    channel: general,
    text: `@errorbot ${REQUEST_ID}`,
  });
  await bot.slack.waitFor(() =>
    bot.slack
      .thread(general, message.ts)
      .find(({ user, text }) => user === us.userId && text.startsWith('Lever')),
  );
  await bot.slack.command({ user: ada, channel: elsewhere, text: 'recent' });
  const list = await whispered(bot, 'recent failure');
  const before = bot.slack.ephemerals(ada).length;
  await bot.slack.click({ user: ada, actionId: 'report_recent_diagnose', on: list });
  cards.push(await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[before]));
  return cards;
}

function whispered(bot: Bot, words: string) {
  return bot.slack.waitFor(
    () => bot.slack.ephemerals(ada).find(({ text }) => text.includes(words)),
    { what: `“${words}”` },
  );
}

function shown({ slack }: Bot): unknown {
  return [
    slack.world.channels.map(({ id }) => slack.messages(id)),
    slack.ephemerals(ada),
    slack.views(ada),
    slack.home(ada),
  ];
}
