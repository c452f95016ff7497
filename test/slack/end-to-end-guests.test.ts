import { describe, expect, test } from 'vitest';
import { scopeNames } from '../../src/slack/scopes.ts';
import { sample, sampleSeed, type WorldSeed } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Bot, type BotOptions, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** Guests who read along: the thread gets the answer from the tables, and the member who asked the details, alone. */

const { ada, grace, gus, general, mixed, support, team } = sample;
const HOUR_MS = 60 * 60_000;

async function botWithLog(options: Partial<BotOptions> & { readonly mode: Mode }): Promise<Bot> {
  const { platform } = await arrange({ logs: [FAILED] });
  return startTestBot({ logs: platform, ...options });
}

async function ask(bot: Bot, channel: string, user: string = ada) {
  const { message, acks } = await bot.slack.mention({
    user,
    channel,
    text: `@errorbot 502 ${REQUEST_ID}`,
  });
  const answer = await bot.slack.waitFor(() => answersOf(bot, channel, message.ts)[0]);
  return { message, acks, answer, root: message.ts };
}

const detailsFor = (bot: Bot, user: string, at = 0) =>
  bot.slack.waitFor(
    () => bot.slack.ephemerals(user).filter(({ text }) => text.startsWith('Lever'))[at],
    { what: 'the details, privately' },
  );
const whispered = (bot: Bot, user: string, words: string) =>
  bot.slack.waitFor(() => bot.slack.ephemerals(user).find(({ text }) => text.includes(words)), {
    what: `“${words}”`,
  });
const inThread = (bot: Bot, channel: string, root: string) =>
  bot.slack.waitFor(() =>
    answersOf(bot, channel, root).find(({ text }) => text.startsWith('Lever')),
  );

function join(bot: Bot, channel: string, ...people: readonly string[]): void {
  const { world } = bot.slack;
  const before = world.channel(channel);
  world.setChannel({ ...before, members: [...before.members, ...people] });
}

/** So many more members of `general`, all of them full ones. */
function crowd(count: number): WorldSeed {
  const people = Array.from({ length: count }, (_, at) => ({
    id: `U0CROWD${at}`,
    name: `crowd${at}`,
    realName: `Crowd ${at}`,
    teamId: team,
    guest: false,
  }));
  return {
    ...sampleSeed,
    people: [...sampleSeed.people, ...people],
    channels: sampleSeed.channels.map((channel) =>
      channel.id === general
        ? { ...channel, members: [...channel.members, ...people.map(({ id }) => id)] }
        : channel,
    ),
  };
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('a thread that a guest can read has no log in it; the member who asked gets it alone, once', async () => {
    const bot = await botWithLog({ mode });
    const { root, answer, acks } = await ask(bot, mixed);
    expect(answer.text).toContain('Guests read along in this channel');
    const details = await detailsFor(bot, ada);
    expect(details.threadTs).toBe(root);
    for (const { delivery } of acks) await bot.slack.redeliver(delivery);
    await bot.restart();
    expect(JSON.stringify(answersOf(bot, mixed, root))).not.toMatch(FROM_LOG);
    expect(answersOf(bot, mixed, root)).toHaveLength(1);
    expect(bot.slack.ephemerals(ada)).toHaveLength(1);
    expect(bot.slack.ephemerals(gus)).toEqual([]);
  });

  test('the guest who asks there gets the answer from the tables, and nothing alone', async () => {
    const bot = await botWithLog({ mode });
    const { answer, root } = await ask(bot, mixed, gus);
    expect(answer.text).toContain('not to guests');
    await bot.restart();
    expect(bot.slack.ephemerals(gus)).toEqual([]);
    expect(JSON.stringify(answersOf(bot, mixed, root))).not.toMatch(FROM_LOG);
  });

  test('an edited question is answered the same way', async () => {
    const bot = await botWithLog({ mode });
    const { message, root } = await ask(bot, mixed);
    await detailsFor(bot, ada);
    await bot.slack.edit({ message, text: `@errorbot 500 ${REQUEST_ID}` });
    await detailsFor(bot, ada, 1);
    expect(JSON.stringify(answersOf(bot, mixed, root))).not.toMatch(FROM_LOG);
  });

  test('an answer with its log is shared there without it', async () => {
    const bot = await botWithLog({ mode, settings: { waitForLogMs: 2_000 } });
    await bot.slack.command({ user: ada, channel: mixed, text: `502 ${REQUEST_ID}` });
    const card = await detailsFor(bot, ada);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    const post = await bot.slack.waitFor(() => bot.slack.messages(mixed)[0]);
    expect(JSON.stringify(post)).not.toMatch(FROM_LOG);
    await whispered(bot, ada, 'I shared this without what the log says. Guests read along');
  });

  test('a listed channel is told nothing either while a guest is in it', async () => {
    const logAccess = { channels: [mixed], users: [], groups: [] };
    const bot = await botWithLog({ mode, settings: { logAccess } });
    const { root } = await ask(bot, mixed);
    await detailsFor(bot, ada);
    expect(JSON.stringify(answersOf(bot, mixed, root))).not.toMatch(FROM_LOG);
  });

  test('after a guest has joined, nothing more is said in the thread', async () => {
    let ahead = 0;
    const bot = await botWithLog({ mode, clock: () => Date.now() + ahead });
    const { root } = await ask(bot, general);
    const card = await inThread(bot, general, root);
    await bot.slack.click({ user: ada, actionId: 'report_watch', on: card });
    const choices = await whispered(bot, ada, 'For how long');
    await bot.slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
    await whispered(bot, ada, 'I watch this call');
    join(bot, general, gus);
    ahead += HOUR_MS;
    await bot.slack.click({ user: grace, actionId: 'report_recheck', on: card });
    await whispered(bot, grace, 'Guests read along');
    // What came of the watch is for the one who asked.
    const direct = bot.slack.world.im(ada).id;
    await bot.slack.waitFor(() =>
      bot.slack.messages(direct).find(({ text }) => text.includes('I watched this')),
    );
    expect(answersOf(bot, general, root)).toHaveLength(1);
  });
});

test.each([
  ['too many members to ask after', { seed: crowd(120) }],
  ['Slack says who is in no channel', { fault: { kind: 'error', error: 'internal_error' } }],
  ['Slack asks to slow down', { fault: { kind: 'rate-limited', retryAfterSeconds: 30 } }],
] as const)('the thread is told less: %s', async (_, { seed, fault }: Unsure) => {
  const bot = await botWithLog({ mode: 'socket', ...(seed === undefined ? {} : { seed }) });
  if (fault !== undefined) bot.slack.fault('conversations.members', fault);
  const { root, answer } = await ask(bot, general);
  expect(answer.text).toContain('I cannot see whether guests read along');
  await detailsFor(bot, ada);
  expect(JSON.stringify(answersOf(bot, general, root))).not.toMatch(FROM_LOG);
});

interface Unsure {
  readonly seed?: WorldSeed;
  readonly fault?: Parameters<Bot['slack']['fault']>[1];
}

test('who put a channel on the list has vouched for those who cannot be known', async () => {
  const logAccess = { channels: [general], users: [], groups: [] };
  const bot = await botWithLog({ mode: 'socket', seed: crowd(120), settings: { logAccess } });
  await inThread(bot, general, (await ask(bot, general)).root);
});

test('without users:read a listed channel is told, and nobody else', async () => {
  const logAccess = { channels: [general], users: [], groups: [] };
  const scopes = scopeNames.filter((name) => name !== 'users:read');
  const bot = await botWithLog({ mode: 'socket', scopes, settings: { logAccess } });
  await inThread(bot, general, (await ask(bot, general)).root);
  const { answer } = await ask(bot, mixed);
  expect(answer.text).toContain('some people and channels only');
});

test('fifty members are asked after once, some at a time; a closed account reads nothing', async () => {
  const seed = crowd(50);
  const [first, ...rest] = seed.people.toReversed();
  if (first === undefined) throw new Error('nobody');
  const bot = await botWithLog({
    mode: 'socket',
    seed: { ...seed, people: [...rest, { ...first, deleted: true }] },
  });
  await inThread(bot, general, (await ask(bot, general)).root);
  const asked = bot.slack.calls('users.info').length;
  await inThread(bot, general, (await ask(bot, general, grace)).root);
  expect(bot.slack.calls('conversations.members')).toHaveLength(1);
  expect(bot.slack.calls('users.info').length - asked).toBeLessThanOrEqual(1);
  // Elsewhere the same people need not be asked after again.
  await inThread(bot, support, (await ask(bot, support)).root);
  expect(bot.slack.calls('users.info').length - asked).toBeLessThanOrEqual(1);
});
