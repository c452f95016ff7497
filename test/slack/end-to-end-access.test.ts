import { describe, expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** What a log told never reaches somebody, or some channel, that may not see it. */

const { ada, grace, pat, team, otherTeam, general, hidden, shared, support } = sample;
const MENTION = '@errorbot';
const ONLY_GRACE = { logAccess: { channels: [], users: [grace], groups: [] } };

async function botWithLog(mode: Mode, settings = {}): Promise<Bot> {
  const { platform } = await arrange({ logs: [FAILED] });
  return startTestBot({ mode, logs: platform, settings: { waitForLogMs: 2_000, ...settings } });
}

/** A card with the log in it, given to Ada alone. */
async function cardWithLog(bot: Bot, channel: string = general) {
  await bot.slack.command({ user: ada, channel, text: `502 ${REQUEST_ID}` });
  const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
  expect(card.text).toMatch(FROM_LOG);
  return card;
}

async function viewSaying(bot: Bot, user: string, words: string): Promise<string> {
  const view = await bot.slack.waitFor(
    () => bot.slack.views(user).find((one) => JSON.stringify(one).includes(words)),
    { what: `a view saying ${words}` },
  );
  return JSON.stringify(view);
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('*Why this answer* shows what the log told to those who may see it', async () => {
    const bot = await botWithLog(mode);
    const card = await cardWithLog(bot);
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    expect(await viewSaying(bot, ada, 'What I read')).toContain('log:provider_errors[0].status');
  });

  test('*Why this answer* leaves it out for those who may not, and says so', async () => {
    const bot = await botWithLog(mode);
    const card = await cardWithLog(bot);
    await bot.restart(ONLY_GRACE);
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    const view = await viewSaying(bot, ada, 'What I read');
    expect(view).not.toMatch(FROM_LOG);
    expect(view).toContain('shown to some people and channels only');
  });

  test('the form of an escalation, and the packet, hold it only for those who may see it', async () => {
    const bot = await botWithLog(mode, { supportChannel: support });
    const card = await cardWithLog(bot);
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on: card });
    expect(await viewSaying(bot, ada, 'escalation_submit')).toMatch(FROM_LOG);
    await bot.restart({ ...ONLY_GRACE, supportChannel: support });
    const form = bot.slack.views(ada)[0];
    if (form === undefined) throw new Error('the form is gone');
    await bot.slack.submit({ user: ada, view: form });
    const packet = await bot.slack.waitFor(() => bot.slack.messages(support)[0]);
    expect(JSON.stringify(packet)).not.toMatch(FROM_LOG);
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on: card });
    expect(await viewSaying(bot, ada, 'escalation_submit')).not.toMatch(FROM_LOG);
  });

  test('an answer with a log is shared with another company without it, and the person is told', async () => {
    const bot = await botWithLog(mode);
    const card = await cardWithLog(bot, shared);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    const post = await bot.slack.waitFor(() => bot.slack.messages(shared)[0]);
    expect(post.text).toContain('502');
    expect(JSON.stringify(post)).not.toMatch(FROM_LOG);
    const told = await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('left the request log out')),
    );
    expect(told.text).toContain('shared with another company');
    await bot.slack.click({ user: ada, actionId: 'report_why', on: post });
    expect(await viewSaying(bot, ada, 'What I read')).not.toMatch(FROM_LOG);
  });

  test('an answer that is nothing without its log is not shared where the log may not be seen', async () => {
    const bot = await botWithLog(mode);
    await bot.slack.command({ user: ada, channel: shared, text: REQUEST_ID });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('shared with another company')),
    );
    expect(bot.slack.messages(shared)).toEqual([]);
  });

  test('where the bot cannot look into a private channel, sharing says how to invite it', async () => {
    const bot = await botWithLog(mode);
    const card = await cardWithLog(bot, hidden);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('/invite')),
    );
  });

  test('a direct message of another company brings no log, whatever the envelope says', async () => {
    const bot = await botWithLog(mode);
    const text = `502 ${REQUEST_ID}`;
    const { message, acks } = await bot.slack.directMessage({ user: pat, text });
    await bot.slack.waitFor(() => answersOf(bot, message.channel, message.ts)[0]);
    const [delivery] = acks.map((ack) => ack.delivery);
    const { event } = delivery?.payload ?? {};
    if (delivery === undefined || typeof event !== 'object') throw new Error('no delivery');
    // Slack names either side's team round an event; the person's own is inside it.
    const next = bot.slack.world.post({ channel: message.channel, user: pat, text });
    await bot.slack.redeliver({
      ...delivery,
      payload: {
        ...delivery.payload,
        team_id: team,
        event_id: 'EvOTHER',
        event: { ...event, ts: next.ts, event_ts: next.ts, team, user_team: otherTeam },
      },
    });
    const answer = await bot.slack.waitFor(() => answersOf(bot, next.channel, next.ts)[0]);
    await bot.slack.command({ user: ada, channel: general, text: '412' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(JSON.stringify(answersOf(bot, next.channel, next.ts))).not.toMatch(FROM_LOG);
    expect(answer.text).toContain('shown to members of the workspace');
  });

  test.each([
    [{ team: undefined, user_team: undefined }, true, false],
    [{ team: undefined, user_team: undefined }, false, true],
  ])(
    'a direct message that names no team, %j, shared outside: %j',
    async (teams, isShared, told) => {
      const bot = await botWithLog(mode);
      const text = `502 ${REQUEST_ID}`;
      const { message, acks } = await bot.slack.directMessage({ user: ada, text: 'hello' });
      await bot.slack.waitFor(() => answersOf(bot, message.channel, message.ts)[0]);
      const [delivery] = acks.map((ack) => ack.delivery);
      const { event } = delivery?.payload ?? {};
      if (delivery === undefined || typeof event !== 'object') throw new Error('no delivery');
      const next = bot.slack.world.post({ channel: message.channel, user: ada, text });
      await bot.slack.redeliver({
        ...delivery,
        payload: {
          ...delivery.payload,
          is_ext_shared_channel: isShared,
          event_id: 'EvOTHER',
          event: { ...event, text, ts: next.ts, event_ts: next.ts, ...teams },
        },
      });
      const answer = await bot.slack.waitFor(() =>
        answersOf(bot, next.channel, next.ts).find((one) => !one.text.includes('I am asking')),
      );
      expect(FROM_LOG.test(answer.text)).toBe(told);
    },
  );

  test('buttons of people of another company open and change nothing', async () => {
    const bot = await botWithLog(mode, { supportChannel: support });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: shared,
      text: `${MENTION} 502 ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() => answersOf(bot, shared, message.ts)[0]);
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: pat, actionId: 'report_escalate', on: answer });
    expect(await viewSaying(bot, pat, 'members of the workspace')).not.toContain('502');
  });
});
