import { describe, expect, test, vi } from 'vitest';
import { scopeNames } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { saidIn } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** Who may see what, how often, and what is left when the bot is removed. */

const { ada, grace, gus, team, general, elsewhere, onCall, bot: us } = sample;
const ONLY_ON_CALL = { logAccess: { channels: [], users: [], groups: [onCall] } };
const without = (scope: string) => scopeNames.filter((name) => name !== scope);

async function botWithLog(mode: Mode, settings = {}, scopes: readonly string[] = scopeNames) {
  const { platform } = await arrange({ logs: [FAILED] });
  return startTestBot({
    mode,
    logs: platform,
    scopes,
    settings: { waitForLogMs: 2_000, ...settings },
  });
}

async function privately(bot: Bot, user: string): Promise<string> {
  await bot.slack.command({ user, channel: general, text: `502 ${REQUEST_ID}` });
  return (await bot.slack.waitFor(() => bot.slack.ephemerals(user)[0])).text;
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('guests get the answer from the tables, and no log, whatever they press', async () => {
    const bot = await botWithLog(mode);
    const said = await privately(bot, gus);
    expect(said).toContain('502');
    expect(said).toContain('not to guests');
    expect(said).not.toMatch(FROM_LOG);
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `502 ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() =>
      bot.slack.thread(general, message.ts).find(({ text }) => text.startsWith('Lever')),
    );
    // They join only now: before, a channel with a guest in it would not have been told.
    const { world } = bot.slack;
    const channel = world.channel(general);
    world.setChannel({ ...channel, members: [...channel.members, gus] });
    await bot.slack.click({ user: gus, actionId: 'report_why', on: answer });
    const view = await bot.slack.waitFor(() =>
      bot.slack.views(gus).find((one) => JSON.stringify(one).includes('What I read')),
    );
    expect(JSON.stringify(view)).not.toMatch(FROM_LOG);
  });

  test('a guest who is listed gets none either', async () => {
    const bot = await botWithLog(mode, { logAccess: { channels: [], users: [gus], groups: [] } });
    expect(await privately(bot, gus)).not.toMatch(FROM_LOG);
  });

  test('without users:read members are not told from guests, and that is said', async () => {
    const bot = await botWithLog(mode, {}, without('users:read'));
    const said = await privately(bot, ada);
    expect(said).toContain('`users:read`');
    expect(said).not.toMatch(FROM_LOG);
  });

  test('members of a listed group see logs, others do not', async () => {
    const bot = await botWithLog(mode, ONLY_ON_CALL);
    expect(await privately(bot, grace)).toMatch(FROM_LOG);
    expect(await privately(bot, ada)).not.toMatch(FROM_LOG);
  });

  test('without usergroups:read nobody is let in by a group, and that is said', async () => {
    const bot = await botWithLog(mode, ONLY_ON_CALL, without('usergroups:read'));
    const said = await privately(bot, grace);
    expect(said).toContain('`usergroups:read`');
    expect(said).not.toMatch(FROM_LOG);
  });

  test('people are looked up once for several questions', async () => {
    const bot = await botWithLog(mode);
    await privately(bot, ada);
    await bot.slack.command({ user: ada, channel: general, text: `500 ${REQUEST_ID}` });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[1]);
    expect(bot.slack.calls('users.info')).toHaveLength(1);
  });

  test('too many questions of one person are answered with a request to wait, once; others are not slowed', async () => {
    const rateLimits = { perPerson: 2, perChannel: 9 };
    const bot = await startTestBot({ mode, settings: { rateLimits } });
    for (let at = 0; at < 5; at += 1)
      await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.mention({ user: grace, channel: general, text: '412' });
    await bot.slack.waitFor(() => saidIn(bot, general).length === 3);
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(bot.slack.ephemerals(ada).map(({ text }) => text)).toEqual([
      expect.stringContaining('a lot of questions'),
    ]);
    await bot.slack.command({ user: ada, channel: elsewhere, text: '412' });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[1]);
    expect(told.text).toContain('a lot of questions');
    expect(saidIn(bot, general)).toHaveLength(3);
  });

  test('a flood in one channel ends there', async () => {
    const rateLimits = { perPerson: 99, perChannel: 2 };
    const bot = await startTestBot({ mode, settings: { rateLimits } });
    for (let at = 0; at < 4; at += 1)
      await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.mention({ user: ada, channel: sample.secret, text: 'lever 401' });
    await bot.slack.waitFor(() => saidIn(bot, sample.secret)[0]);
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('in this channel')),
    );
    await bot.slack.waitFor(() => saidIn(bot, general)[1]);
    expect(saidIn(bot, general)).toHaveLength(2);
  });

  test('a workspace that removes the bot leaves nothing behind', async () => {
    const bot = await startTestBot({ mode });
    const mine = { teamId: team, userId: ada, limit: 9 };
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.revokeTokens({ oauth: [ada] });
    expect(await bot.store.reports.recent(mine)).toHaveLength(1);
    await bot.slack.revokeTokens({ bot: [us.userId] });
    expect(await bot.store.reports.recent(mine)).toEqual([]);
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[1]);
    await bot.slack.uninstall();
    await vi.waitFor(async () => expect(await bot.store.reports.recent(mine)).toEqual([]));
  });

  test('what cannot be deleted is not acknowledged, so that Slack tells again', async () => {
    const bot = await startTestBot({ mode, ackLimitMs: 500 });
    await bot.store.close();
    const [ack] = await bot.slack.uninstall();
    expect(ack?.status).not.toBe(200);
  });
});
