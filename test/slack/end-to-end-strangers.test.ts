import { describe, expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { directTo } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { linkedAccount } from '../helpers/stackone-stand-in.ts';

/** Guests, and people of other companies: no list of failures, no watch, no account, however they ask. */

const { ada, gus, pat, general, mixed, shared, otherTeam, bot: us } = sample;
const ACCOUNT = '45355976281015164504';
/** What StackOne knows and they do not. */
const TOLD = /[Ll]ever|opportunities|suspended|2026-11-23/;

const PEOPLE = [
  ['a guest', gus, mixed, 'not to guests'],
  ['somebody of another company', pat, shared, 'members of the workspace'],
] as const;

async function start(mode: Mode) {
  const { platform, stackOne } = await arrange({
    logs: [FAILED],
    accounts: [linkedAccount({ id: ACCOUNT, status: 'suspended' })],
  });
  const settings = { waitForLogMs: 2_000 };
  return { bot: await startTestBot({ mode, logs: platform, settings }), stackOne };
}

function whispered(bot: Bot, user: string, at = 0) {
  return bot.slack.waitFor(() => bot.slack.ephemerals(user)[at]);
}

/** Everything that somebody was shown: privately, in direct messages and in forms. */
function shownTo(bot: Bot, user: string): string {
  return JSON.stringify([
    bot.slack.ephemerals(user).map(({ text, blocks }) => [text, blocks]),
    directTo(bot, user).map(({ text, blocks }) => [text, blocks]),
    bot.slack.views(user),
  ]);
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  describe.each(PEOPLE)('%s', (_, user, channel, refusal) => {
    test.each(['recent', 'recent lever', ACCOUNT])('asks for %j', async (text) => {
      const { bot, stackOne } = await start(mode);
      // Slack lets nobody use a command in a workspace that is not theirs.
      if (user === gus) {
        await bot.slack.command({ user, channel, text });
        expect((await whispered(bot, user)).text).toContain(refusal);
      }
      const { message } = await bot.slack.directMessage({ user, text });
      const answer = await bot.slack.waitFor(() =>
        bot.slack
          .thread(message.channel, message.ts)
          .find((one) => one.user === us.userId && one.text.includes(refusal)),
      );
      expect(answer.text).not.toMatch(TOLD);
      if (text === ACCOUNT) {
        const asked = await bot.slack.mention({ user, channel, text: `@errorbot ${text}` });
        const said = await bot.slack.waitFor(() =>
          bot.slack
            .thread(channel, asked.message.ts)
            .find((one) => one.user === us.userId && one.text.includes(refusal)),
        );
        expect(said.text).not.toMatch(TOLD);
      }
      // Finishes what is under way.
      await bot.restart();
      expect(shownTo(bot, user)).not.toMatch(TOLD);
      expect(stackOne.requests).toEqual([]);
    });

    test("presses the buttons of a member's cards", async () => {
      const { bot, stackOne } = await start(mode);
      const { world } = bot.slack;
      await bot.slack.command({ user: ada, channel: general, text: 'recent' });
      const list = await whispered(bot, ada);
      const { message } = await bot.slack.mention({
        user: ada,
        channel: general,
        text: `@errorbot ${REQUEST_ID}`,
      });
      const card = await bot.slack.waitFor(() =>
        bot.slack.thread(general, message.ts).find(({ text }) => text.startsWith('Lever')),
      );
      // They come to see them all the same: by joining, by a copy that somebody made.
      const before = world.channel(general);
      world.setChannel({
        ...before,
        members: [...before.members, user],
        sharedWith: user === pat ? [otherTeam] : [],
      });
      const copy = world.whisper({ ...list, user });
      const asked = stackOne.requests.length;
      await bot.slack.click({ user, actionId: 'report_recent_diagnose', on: copy });
      for (const actionId of ['report_recheck', 'report_watch'])
        await bot.slack.click({ user, actionId, on: card });
      await bot.slack.waitFor(() => bot.slack.ephemerals(user)[3]);
      const refusals = bot.slack.ephemerals(user).filter(({ ts }) => ts !== copy.ts);
      expect(refusals).toHaveLength(3);
      for (const { text } of refusals)
        expect(text).toMatch(/not to guests|members of the workspace/);
      expect(JSON.stringify(refusals)).not.toMatch(TOLD);
      expect(bot.slack.thread(general, message.ts)).toHaveLength(2);
      expect(stackOne.requests).toHaveLength(asked);
    });
  });
});

test('a forged choice of how long to watch begins no watch for a guest', async () => {
  const { bot } = await start('socket');
  await bot.slack.command({ user: ada, channel: mixed, text: REQUEST_ID });
  const card = await whispered(bot, ada);
  await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
  const choices = await whispered(bot, ada, 1);
  const copy = bot.slack.world.whisper({ ...choices, user: gus });
  await bot.slack.click({ user: gus, actionId: 'report_watch_60', on: copy });
  const told = await bot.slack.waitFor(() =>
    bot.slack.ephemerals(gus).find(({ text }) => text.includes('not to guests')),
  );
  expect(JSON.stringify(told)).not.toMatch(TOLD);
});

test('*Diagnose* counts as a question of the one who presses', async () => {
  const { platform } = await arrange({ logs: [FAILED] });
  const bot = await startTestBot({
    mode: 'socket',
    logs: platform,
    settings: { rateLimits: { perPerson: 2, perChannel: 9 } },
  });
  await bot.slack.command({ user: ada, channel: general, text: 'recent' });
  const list = await whispered(bot, ada);
  for (let at = 0; at < 2; at += 1)
    await bot.slack.click({ user: ada, actionId: 'report_recent_diagnose', on: list });
  await bot.slack.waitFor(() =>
    bot.slack.ephemerals(ada).find(({ text }) => text.includes('a lot of questions')),
  );
  await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[2]);
  const cards = bot.slack.ephemerals(ada).filter(({ text }) => text.startsWith('Lever'));
  expect(cards).toHaveLength(1);
});
