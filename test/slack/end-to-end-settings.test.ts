import { describe, expect, test } from 'vitest';
import { scopeNames } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { saidIn } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { linkedAccount } from '../helpers/stackone-fixtures.ts';
import { arrange } from '../helpers/stackone-setting.ts';

/** What a channel's people set for it: who may, where answers go, what is meant when nobody says. */

const { ada, gus, pat, team, general, elsewhere, hidden, shared, bot: us } = sample;
const ACCOUNT_ID = '45355976281015164504';
const SLOW = { timeoutMs: 9_000 };

async function ask(bot: Bot, user: string, channel: string): Promise<void> {
  await bot.slack.command({ user, channel, text: 'settings' });
}

const viewSaying = (bot: Bot, user: string, words: string) =>
  bot.slack.waitFor(
    () => bot.slack.views(user).find((one) => JSON.stringify(one).includes(words)),
    { what: `a view saying ${words}` },
  );

async function set(
  bot: Bot,
  values: Readonly<Record<string, string>>,
  channel: string = general,
): Promise<void> {
  await ask(bot, ada, channel);
  const form = await viewSaying(bot, ada, 'settings_submit');
  await bot.slack.submit({ user: ada, view: form, values });
  await viewSaying(bot, ada, 'Saved.');
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('answers that are set to be private reach the asker alone, also after a restart', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_answers: 'private' });
    await bot.restart();
    await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    const answer = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(answer.text).toContain('Lever');
    expect(JSON.stringify(answer.blocks)).toContain('report_share');
    expect(saidIn(bot, general)).toEqual([]);
    await bot.slack.mention({ user: ada, channel: sample.support, text: 'lever 401' });
    await bot.slack.waitFor(() => saidIn(bot, sample.support)[0]);
  });

  test('a private answer is sent once, whatever Slack does with it', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_answers: 'private' });
    bot.slack.fault('chat.postEphemeral', { kind: 'rate-limited', retryAfterSeconds: 1 });
    await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0], SLOW);
    bot.slack.fault('chat.postEphemeral', { kind: 'lost-answer' });
    await bot.slack.mention({ user: ada, channel: general, text: 'workday 429' });
    await bot.slack.waitFor(
      () => bot.slack.ephemerals(ada).find(({ text }) => text.includes('did not confirm')),
      SLOW,
    );
    const given = (words: string) =>
      bot.slack.ephemerals(ada).filter(({ text }) => text.includes(words));
    expect([given('Lever'), given('Workday')].map((all) => all.length)).toEqual([1, 1]);
  });

  test('an edited question is answered privately again, and the thread stays empty', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_answers: 'private' });
    const { message } = await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.edit({ message, text: '@errorbot workday 429' });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find((one) => one.text.includes('Workday')),
    );
    expect(saidIn(bot, general)).toEqual([]);
  });

  test('the provider that is meant is taken where none is named, and that is said', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_provider: 'Lever' });
    await bot.slack.mention({ user: ada, channel: general, text: '401' });
    const answer = await bot.slack.waitFor(() => saidIn(bot, general)[0]);
    expect(answer.text).toContain('Lever rejects');
    expect(answer.text).toContain("so I took Lever from this channel's settings");
    await bot.slack.command({ user: ada, channel: general, text: '429' });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(told.text).toContain("so I took Lever from this channel's settings");
    for (const text of ['workday 401', 'stackone 401', '412', 'lever 401'])
      await bot.slack.mention({ user: ada, channel: general, text });
    await bot.slack.waitFor(() => saidIn(bot, general)[4]);
    const others = saidIn(bot, general).slice(1);
    expect(others.filter(({ text }) => text.includes('settings'))).toEqual([]);
    await bot.slack.mention({ user: ada, channel: sample.support, text: '401' });
    const elsewhere = await bot.slack.waitFor(() => saidIn(bot, sample.support)[0]);
    expect(elsewhere.text).not.toContain('Lever');
  });

  test('the account that is meant is asked for, for those who may see logs, and for nobody else', async () => {
    const { platform } = await arrange({
      accounts: [linkedAccount({ id: ACCOUNT_ID, status: 'inactive' })],
    });
    const bot = await startTestBot({ mode, logs: platform, settings: { waitForLogMs: 2_000 } });
    await set(bot, { settings_provider: 'Lever', settings_account: ACCOUNT_ID });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    const seen = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(seen.text).toContain(`so I asked for ${ACCOUNT_ID}, from this channel's settings`);
    await bot.slack.command({ user: gus, channel: general, text: 'lever 401' });
    const guest = await bot.slack.waitFor(() => bot.slack.ephemerals(gus)[0]);
    expect(JSON.stringify(guest)).not.toContain(ACCOUNT_ID);
    expect(guest.text).not.toContain('inactive');
    expect(guest.text).toContain('Lever');
    await bot.slack.command({ user: ada, channel: general, text: 'workday 401' });
    const other = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[1]);
    expect(other.text).not.toContain(ACCOUNT_ID);
  });

  test.each([
    ['guests', gus, general, 'not for guests'],
    ['somebody who is not in it', gus, elsewhere, 'not for guests'],
    ['people in a private channel without the bot', ada, hidden, '/invite'],
    ['nobody in direct messages', ada, 'im', 'belong to a channel'],
  ])('%s are refused with a calm sentence', async (_who, user, where, said) => {
    const bot = await startTestBot({ mode });
    const channel = where === 'im' ? bot.slack.world.im(user).id : where;
    await ask(bot, user, channel);
    await viewSaying(bot, user, said);
    expect(await bot.store.channelSettings.find({ teamId: team, channelId: channel })).toBe(
      undefined,
    );
  });

  test('a member who is not in the channel is refused', async () => {
    const bot = await startTestBot({ mode });
    const channel = bot.slack.world.channel(elsewhere);
    bot.slack.world.setChannel({ ...channel, members: [sample.grace] });
    await ask(bot, ada, elsewhere);
    await viewSaying(bot, ada, 'for the people in it');
  });

  test('without users:read nobody is taken for a member, and that is said', async () => {
    const bot = await startTestBot({
      mode,
      scopes: scopeNames.filter((scope) => scope !== 'users:read'),
    });
    await ask(bot, ada, general);
    await viewSaying(bot, ada, '`users:read`');
  });

  test('who sends the form is asked again', async () => {
    const bot = await startTestBot({ mode });
    await ask(bot, ada, general);
    const form = await viewSaying(bot, ada, 'settings_submit');
    const channel = bot.slack.world.channel(general);
    bot.slack.world.setChannel({ ...channel, members: [sample.grace, us.userId] });
    await bot.slack.submit({ user: ada, view: form, values: { settings_answers: 'private' } });
    await viewSaying(bot, ada, 'for the people in it');
    expect(await bot.store.channelSettings.find({ teamId: team, channelId: general })).toBe(
      undefined,
    );
  });

  test.each([
    [{ settings_provider: 'Nobody & Sons' }, 'no provider of that name'],
    [{ settings_account: '123' }, '18 to 22 digits'],
  ])('%j is said to be wrong in the form, which stays', async (values, said) => {
    const bot = await startTestBot({ mode });
    await ask(bot, ada, general);
    const form = await viewSaying(bot, ada, 'settings_submit');
    const ack = await bot.slack.submit({ user: ada, view: form, values });
    expect(JSON.stringify(ack.body)).toContain(said);
    expect(bot.slack.views(ada)).toHaveLength(1);
  });

  test('the form shows what is set, and can take it back', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_answers: 'private', settings_provider: 'bamboohr' });
    await ask(bot, ada, general);
    const form = await viewSaying(bot, ada, '"initial_value":"BambooHR"');
    expect(JSON.stringify(form)).toMatch(/"initial_option":[^}]*\}?[^}]*Only to the one/);
    await bot.slack.submit({
      user: ada,
      view: form,
      values: { settings_answers: 'thread', settings_provider: '' },
    });
    await viewSaying(bot, ada, 'I answer in its thread.');
    await bot.slack.mention({ user: ada, channel: general, text: '401' });
    const answer = await bot.slack.waitFor(() => saidIn(bot, general)[0]);
    expect(answer.text).not.toContain('BambooHR');
  });

  test('where the team removes the bot they are gone', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_answers: 'private' });
    await bot.slack.revokeTokens({ bot: [us.userId] });
    expect(await bot.store.channelSettings.find({ teamId: team, channelId: general })).toBe(
      undefined,
    );
  });

  test('in a channel shared with another company its people read private answers, and set nothing', async () => {
    const bot = await startTestBot({ mode });
    await set(bot, { settings_answers: 'private', settings_provider: 'Lever' }, shared);
    await bot.slack.mention({ user: pat, channel: shared, text: '401' });
    const answer = await bot.slack.waitFor(() => bot.slack.ephemerals(pat)[0]);
    expect(answer.text).toContain('Lever');
    expect(saidIn(bot, shared)).toEqual([]);
  });
});
