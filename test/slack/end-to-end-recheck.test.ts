import { describe, expect, test } from 'vitest';
import { scopeNames } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf, directTo } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

/** *Check again* and *Watch*: whether the call that failed works now, said where the card stands. */

const { ada, grace, pat, general, elsewhere, otherTeam } = sample;
const MENTION = '@errorbot';
const LATER_ID = '7f3c1d52-6457-4ddd-89b3-98ae2252b83b';
const later = (more: Partial<Parameters<typeof requestLog>[0]> = {}) =>
  requestLog({ requestId: LATER_ID, at: '2026-11-23T05:10:00.000Z', ...more });
const HOUR_MS = 60 * 60_000;

interface Scene {
  readonly bot: Bot;
  /** What StackOne has logged; more may be added. */
  readonly logs: ReturnType<typeof requestLog>[];
  /** Moves the bot's time, and forgets what it read of StackOne lately. */
  pass(ms: number): void;
}

async function scene(mode: Mode, scopes: readonly string[] = scopeNames): Promise<Scene> {
  const logs = [FAILED];
  const { platform, clock } = await arrange({ logs });
  let ahead = 0;
  const bot = await startTestBot({
    mode,
    logs: platform,
    settings: { waitForLogMs: 2_000 },
    scopes,
    clock: () => Date.now() + ahead,
  });
  return {
    bot,
    logs,
    pass(ms) {
      ahead += ms;
      clock.advance(ms);
    },
  };
}

const buttons = ({ blocks }: { readonly blocks: readonly unknown[] }) => JSON.stringify(blocks);

/** The card in a thread, with what the log told. */
async function cardInThread({ bot }: Scene, channel: string = general) {
  const { message } = await bot.slack.mention({
    user: ada,
    channel,
    text: `${MENTION} ${REQUEST_ID}`,
  });
  const card = await bot.slack.waitFor(() =>
    answersOf(bot, channel, message.ts).find(({ text }) => text.startsWith('Lever')),
  );
  return { card, root: message.ts };
}

async function privateCard({ bot }: Scene) {
  await bot.slack.command({ user: ada, channel: elsewhere, text: REQUEST_ID });
  return bot.slack.waitFor(() =>
    bot.slack.ephemerals(ada).find(({ text }) => text.startsWith('Lever')),
  );
}

function whispered(bot: Bot, user: string, words: string) {
  return bot.slack.waitFor(
    () => bot.slack.ephemerals(user).find(({ text }) => text.includes(words)),
    { what: `“${words}”` },
  );
}

function saidInThread(bot: Bot, root: string, words: string) {
  return bot.slack.waitFor(
    () => answersOf(bot, general, root).find(({ text }) => text.includes(words)),
    { what: `“${words}” in the thread` },
  );
}

/** Messages of the bot in somebody's direct messages. */

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test.each([
    ['nothing since', [], 'Not called since 2026-11-23 05:00:00 UTC'],
    ['the same failure', [later()], 'Still failing with 502, for the same cause'],
    [
      'another failure',
      [
        later({
          steps: [{ status: 429 }],
          providerErrors: [{ status: 429, raw: { code: 'TooManyRequests' } }],
        }),
      ],
      'now for another cause: Lever is limiting requests',
    ],
    ['a success', [later({ status: 200 })], `Fixed: the same call succeeded`],
  ])('*Check again* in a thread, after %s', async (_, more, said) => {
    const given = await scene(mode);
    const { card, root } = await cardInThread(given);
    given.logs.push(...more);
    given.pass(10_000);
    await given.bot.slack.click({ user: grace, actionId: 'report_recheck', on: card });
    const reply = await saidInThread(given.bot, root, said);
    if (more.length > 0) expect(reply.text).toContain(LATER_ID);
    expect(buttons(reply)).not.toContain('"actions"');
    await given.bot.slack.click({ user: ada, actionId: 'report_recheck', on: card });
    await whispered(given.bot, ada, 'looked a moment ago');
    expect(answersOf(given.bot, general, root)).toHaveLength(2);
    given.pass(20_000);
    await given.bot.slack.click({ user: ada, actionId: 'report_recheck', on: card });
    await given.bot.slack.waitFor(() => answersOf(given.bot, general, root).length === 3);
  });

  test('*Check again* on a private card is answered privately, also by another process', async () => {
    const given = await scene(mode);
    const card = await privateCard(given);
    given.logs.push(later({ status: 200 }));
    given.pass(10_000);
    await given.bot.restart();
    await given.bot.slack.click({ user: ada, actionId: 'report_recheck', on: card });
    await whispered(given.bot, ada, 'Fixed: the same call succeeded');
    expect(given.bot.slack.messages(elsewhere)).toEqual([]);
    // The card is still there, beside the answer.
    expect(given.bot.slack.ephemerals(ada)).toHaveLength(2);
  });

  test('neither button is drawn without a log, nor for a request that succeeded', async () => {
    const given = await scene(mode);
    await given.bot.slack.command({ user: ada, channel: elsewhere, text: 'lever 401' });
    const card = await given.bot.slack.waitFor(() => given.bot.slack.ephemerals(ada)[0]);
    expect(buttons(card)).not.toMatch(/report_recheck|report_watch/);
  });

  test('the acting person is checked each time', async () => {
    const given = await scene(mode);
    const { card, root } = await cardInThread(given);
    await given.bot.restart({ logAccess: { channels: [], users: [grace], groups: [] } });
    for (const actionId of ['report_recheck', 'report_watch'])
      await given.bot.slack.click({ user: ada, actionId, on: card });
    await given.bot.slack.waitFor(
      () =>
        given.bot.slack
          .ephemerals(ada)
          .filter(({ text }) => text.includes('some people and channels only')).length === 2,
    );
    expect(answersOf(given.bot, general, root)).toHaveLength(1);
  });

  test('a channel that another company joined since is told nothing', async () => {
    const given = await scene(mode);
    const { card, root } = await cardInThread(given);
    const { world } = given.bot.slack;
    world.setChannel({ ...world.channel(general), sharedWith: [otherTeam] });
    await given.bot.slack.click({ user: ada, actionId: 'report_recheck', on: card });
    await whispered(given.bot, ada, 'shared with another company');
    expect(answersOf(given.bot, general, root)).toHaveLength(1);
    expect(given.bot.slack.ephemerals(pat)).toEqual([]);
  });

  test('a watch survives a restart, and says once in the thread that the call works', async () => {
    const given = await scene(mode);
    const { bot } = given;
    const { card, root } = await cardInThread(given);
    await bot.slack.click({ user: grace, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, grace, 'For how long');
    await bot.slack.click({ user: grace, actionId: 'report_watch_60', on: choices });
    await whispered(bot, grace, 'I watch this call for 1 hour');
    given.pass(2 * 60_000);
    await bot.restart();
    given.logs.push(later({ status: 200 }));
    given.pass(10 * 60_000);
    const said = await saidInThread(bot, root, 'Fixed: the same call succeeded');
    expect(said.text).toContain(`<@${grace}> asked me to watch this.`);
    given.pass(HOUR_MS);
    await bot.restart();
    given.pass(HOUR_MS);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(answersOf(bot, general, root)).toHaveLength(2);
    // It ended, so it can be begun again.
    await bot.slack.click({ user: grace, actionId: 'report_watch', on: card });
    const again = await whispered(bot, grace, 'For how long');
    await bot.slack.click({ user: grace, actionId: 'report_watch_15', on: again });
    await whispered(bot, grace, 'I watch this call for 15 minutes');
  });

  test.each([
    ['not called', [], 'Not called since'],
    ['still failing', [later()], 'Still failing with 502'],
  ])(
    'a private watch says to the one who asked, once, when its time is over: %s',
    async (_, more, said) => {
      const given = await scene(mode);
      const { bot } = given;
      const card = await privateCard(given);
      given.logs.push(...more);
      await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
      const choices = await whispered(bot, ada, 'For how long');
      await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
      await whispered(bot, ada, 'I watch this call for 15 minutes');
      await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
      const second = await whispered(bot, ada, 'For how long');
      await bot.slack.click({ user: ada, actionId: 'report_watch_240', on: second });
      await whispered(bot, ada, 'I am watching that already');
      given.pass(16 * 60_000);
      const message = await bot.slack.waitFor(() => directTo(bot, ada)[0]);
      expect(message.text).toContain('I watched this for 15 minutes, and stop now.');
      expect(message.text).toContain(said);
      given.pass(4 * HOUR_MS);
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expect(directTo(bot, ada)).toHaveLength(1);
      expect(bot.slack.messages(elsewhere)).toEqual([]);
    },
  );

  test('what came of a watch is not said to a channel that another company joined', async () => {
    const given = await scene(mode);
    const { bot } = given;
    const { card, root } = await cardInThread(given);
    await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, ada, 'For how long');
    await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
    await whispered(bot, ada, 'I watch this call');
    const { world } = bot.slack;
    world.setChannel({ ...world.channel(general), sharedWith: [otherTeam] });
    given.logs.push(later({ status: 200 }));
    given.pass(16 * 60_000);
    const message = await bot.slack.waitFor(() => directTo(bot, ada)[0]);
    expect(message.text).toContain('Fixed');
    expect(answersOf(bot, general, root)).toHaveLength(1);
  });

  test('a post whose answer was lost is not made twice', async () => {
    const given = await scene(mode, [...scopeNames, 'channels:history']);
    const { bot } = given;
    const { card, root } = await cardInThread(given);
    await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, ada, 'For how long');
    await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
    await whispered(bot, ada, 'I watch this call');
    given.logs.push(later({ status: 200 }));
    bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
    given.pass(16 * 60_000);
    await saidInThread(bot, root, 'Fixed');
    given.pass(5 * 60_000);
    await bot.slack.waitFor(() => bot.slack.calls('conversations.replies').length > 0, {
      timeoutMs: 8_000,
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answersOf(bot, general, root)).toHaveLength(2);
  });
});

test('nobody watches without bound, and the refusal is calm', async () => {
  const given = await scene('socket');
  const { bot } = given;
  for (let at = 0; at < 6; at += 1) {
    await bot.slack.command({ user: ada, channel: elsewhere, text: REQUEST_ID });
    const card = await bot.slack.waitFor(
      () => bot.slack.ephemerals(ada).filter(({ text }) => text.startsWith('Lever'))[at],
    );
    await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, ada, 'For how long');
    await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
    // Each in its turn, or the next round would press the choices of this one again.
    if (at === 5) break;
    await bot.slack.waitFor(
      () => bot.slack.ephemerals(ada).filter(({ text }) => text.includes('I watch this call'))[at],
    );
  }
  await whispered(bot, ada, 'as many calls for you');
  const told = bot.slack.ephemerals(ada).map(({ text }) => text);
  expect(told.filter((text) => text.includes('I watch this call'))).toHaveLength(5);
  expect(JSON.stringify(bot.slack.messages(elsewhere))).not.toMatch(FROM_LOG);
});
