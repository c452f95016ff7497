import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, slowLogs } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { PLANTED } from '../helpers/stackone-stand-in.ts';

const { ada, grace, pat, general, support, elsewhere, shared, bot: us } = sample;
const MENTION = '@errorbot';

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('a command is acknowledged at once and answered privately, also where the bot is no member', async () => {
    const bot = await startTestBot({ mode });
    const ack = await bot.slack.command({ user: ada, channel: elsewhere, text: '412' });
    expect(ack).toMatchObject({ status: 200 });
    const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(shown.text).toContain(
      "The linked account's integration is switched off · 412 Precondition Failed",
    );
    expect(shown.text).toContain('1. Project admin — ');
    expect(bot.slack.messages(elsewhere)).toEqual([]);
  });

  test.each([[''], ['help'], ['cases']])('%j is answered with three examples', async (text) => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text });
    const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(shown.text.match(/• /g)).toHaveLength(3);
  });

  test('a mention is answered once, in its thread, however often it is delivered', async () => {
    const bot = await startTestBot({ mode });
    const { message, acks } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} lever 429`,
    });
    await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    for (const ack of acks) await bot.slack.redeliver(ack.delivery);
    await bot.slack.mention({ user: grace, channel: general, text: `${MENTION} 412` });
    await bot.slack.waitFor(
      () => bot.slack.messages(general).filter(({ user }) => user === us.userId).length === 2,
    );
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
    expect(answersOf(bot, general, message.ts)[0]?.text).toMatch(/^Lever /);
  });

  test('a direct message is answered in its thread', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.directMessage({ user: ada, text: 'smart recruiters 429' });
    const answer = await bot.slack.waitFor(() => answersOf(bot, message.channel, message.ts)[0]);
    expect(answer.text).toContain('SmartRecruiters');
  });

  test('the answer in a thread is edited when the log arrives, and holds nothing that must not be shown', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const { logs, release } = slowLogs(platform);
    const bot = await startTestBot({ mode, logs });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} HTTP/2 502\nx-request-id: ${REQUEST_ID}`,
    });
    const first = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(first.text).toContain('I am asking the request log');
    release();
    const edited = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) =>
        text.startsWith("Lever rejects this account's credentials"),
      ),
    );
    expect(edited.ts).toBe(first.ts);
    expect(
      PLANTED.filter((secret) => JSON.stringify(bot.slack.messages(general)).includes(secret)),
    ).toEqual([]);
  });

  test('a command does not wait for a slow log: a button brings it, in the place of the card', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const { logs, release } = slowLogs(platform);
    const bot = await startTestBot({ mode, logs });
    await bot.slack.command({ user: ada, channel: elsewhere, text: `502 ${REQUEST_ID}` });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(JSON.stringify(card.blocks)).toContain('report_log');
    release();
    await bot.slack.click({ user: ada, actionId: 'report_log', on: card });
    const replaced = await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.startsWith('Lever')),
    );
    expect(JSON.stringify(replaced.blocks)).not.toContain('report_log');
    expect(bot.slack.ephemerals(ada)).toHaveLength(1);
  });

  test('a fast log is in the first card', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform, settings: { waitForLogMs: 2_000 } });
    await bot.slack.command({ user: ada, channel: elsewhere, text: REQUEST_ID });
    expect((await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0])).text).toMatch(
      /^Lever rejects/,
    );
  });

  test('*Share in channel* says who shared, works after a restart, and is one post when pressed twice', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.restart();
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    const post = await bot.slack.waitFor(() => bot.slack.messages(general)[0]);
    expect(JSON.stringify(post.blocks)).toContain(`Shared by <@${ada}>`);
    await bot.slack.command({ user: ada, channel: general, text: '412' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada).length === 2);
    expect(bot.slack.messages(general)).toHaveLength(1);
  });

  test('where the bot is no member, sharing says how to invite it', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: elsewhere, text: 'lever 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    const told = await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('/invite')),
    );
    expect(told.text).toContain(`<#${elsewhere}>`);
  });

  test('*Why this answer* shows evidence, rule and sources', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'levr 401' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    const view = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('lever/401')),
    );
    expect(JSON.stringify(view)).toContain('“levr”');
  });

  test('an escalation is posted once to support, without names or secrets, and confirmed in the thread', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform, settings: { supportChannel: support } });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
    );
    await bot.slack.click({ user: grace, actionId: 'report_escalate', on: answer });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(grace).find((one) => JSON.stringify(one).includes('escalation_submit')),
    );
    await bot.slack.submit({
      user: grace,
      view: form,
      values: {
        escalation_tried: 'Re-linked; password=hunter2secret did not help',
        escalation_note: '<!channel> & more',
      },
    });
    const packet = await bot.slack.waitFor(() => bot.slack.messages(support)[0]);
    const said = JSON.stringify(packet);
    expect(packet.text).toContain(`Request ID: ${REQUEST_ID}`);
    expect(packet.text).toContain('Provider status: 401 Unauthorized');
    expect(said).not.toContain('hunter2secret');
    expect(packet.text).not.toContain('<!channel>');
    expect(PLANTED.filter((secret) => said.includes(secret))).toEqual([]);
    const confirmed = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.includes('Reference: REF-')),
    );
    const reference = /REF-\d+/.exec(confirmed.text)?.[0] ?? '';
    expect(packet.text).toContain(reference);
    expect(await bot.store.cases.find(reference, sample.team)).toMatchObject({ state: 'sent' });
    expect(bot.slack.messages(support)).toHaveLength(1);
  });

  test('without a support channel the packet is a text to copy', async () => {
    const bot = await startTestBot({ mode, settings: { supportEmail: 'support@example.com' } });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 500' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on: card });
    const view = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('support@example.com')),
    );
    expect(JSON.stringify(view)).not.toContain('escalation_submit');
  });

  test('a support channel that refuses loses nothing: the person gets the packet', async () => {
    const bot = await startTestBot({ mode, settings: { supportChannel: elsewhere } });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 500' });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_escalate', on: card });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('escalation_submit')),
    );
    await bot.slack.submit({ user: ada, view: form });
    const told = await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('I kept the case')),
    );
    expect(told.text).toContain('Lever');
  });

  test('people of another company read answers from the tables; a shared channel gets no log, and their clicks open nothing', async () => {
    const { platform, stackOne } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    const { message } = await bot.slack.mention({
      user: pat,
      channel: shared,
      text: `${MENTION} 502 ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() => answersOf(bot, shared, message.ts)[0]);
    expect(answer.text).toContain('502');
    expect(answer.text).not.toContain('opportunities');
    expect(stackOne.requests).toEqual([]);
    await bot.slack.click({ user: pat, actionId: 'report_why', on: answer });
    const view = await bot.slack.waitFor(() =>
      bot.slack.views(pat).find((one) => JSON.stringify(one).includes('members of the workspace')),
    );
    expect(JSON.stringify(view)).not.toContain('provider_errors');
  });

  test('what is in a paste pings nobody and forges no link', async () => {
    const bot = await startTestBot({ mode });
    const paste = JSON.stringify({
      statusCode: 502,
      message: '<!channel> <@U0ADA> <https://evil.example|StackOne docs> ```',
      provider_errors: [
        { status: 401, url: 'https://api.lever.co/<!here>', raw: { code: '<!everyone>' } },
      ],
    });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} ${paste}`,
    });
    const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(answer.text).not.toMatch(/<[!@#]|<https?:/);
    const mrkdwn = JSON.stringify(answer.blocks).match(/"type":"mrkdwn","text":"[^"]*"/g) ?? [];
    expect(mrkdwn.filter((text) => /<[!@#]|evil/.test(text))).toEqual([]);
  });

  test('a live key in a paste is told to the one who pasted it, and to nobody else', async () => {
    const bot = await startTestBot({ mode });
    const key = `v1.eu1.${'aB3dE5fG7hJ9'.repeat(3)}`;
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} curl -u "${key}:" https://api.stackone.com/accounts -> 401`,
    });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(told.text).toContain('Rotate that key');
    const posted = JSON.stringify(answersOf(bot, general, message.ts));
    expect(posted).not.toContain('Rotate');
    expect(posted + JSON.stringify(bot.lines)).not.toContain(key);
  });

  test('a card that Slack refuses comes as text, never as silence', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'error', error: 'invalid_blocks' } as Parameters<
      typeof bot.slack.fault
    >[1]);
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} 412`,
    });
    const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(answer.text).toContain('412');
  });

  test('an edit that Slack slows down, or refuses, does not give the answer twice', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    bot.slack.fault('chat.update', { kind: 'rate-limited', retryAfterSeconds: 1 });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} 502 ${REQUEST_ID}`,
    });
    await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
    );
    bot.slack.fault('chat.update', { kind: 'error', error: 'message_not_found' });
    const next = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} 502 ${REQUEST_ID}`,
    });
    await vi.waitFor(() =>
      expect(bot.lines.map((line) => line.message)).toContain(
        'an answer could not be brought up to date',
      ),
    );
    await bot.slack.command({ user: ada, channel: general, text: '412' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
    expect(answersOf(bot, general, next.message.ts)).toHaveLength(1);
  });

  test('a post that Slack slows down is given later, once', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} 412`,
    });
    await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test('bots are not answered, and the bot does not answer itself', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} 412`,
    });
    await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect((await bot.store.inbox.backlog()).pending).toBe(0);
    expect(bot.slack.messages(general)).toHaveLength(2);
  });

  test('app_rate_limited does not end the bot', async () => {
    const bot = await startTestBot({ mode });
    expect(await bot.slack.rateLimitApp()).toMatchObject({ status: 200 });
    await bot.slack.command({ user: ada, channel: general, text: '412' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(bot.app.connected()).toBe(true);
  });

  test('a question leaves one line in the log, without name, text or id', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({
      user: ada,
      channel: general,
      text: 'lever 429 is what Kim Example sees',
    });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await vi.waitFor(() => expect(bot.lines.map(({ message }) => message)).toContain('question'));
    const [line] = bot.lines.filter(({ message }) => message === 'question');
    expect(line?.fields).toEqual({
      reference: expect.stringMatching(/^REF-/),
      surface: 'command',
      outcome: 'answered',
      durationMs: expect.any(Number),
    });
    expect(JSON.stringify(bot.lines)).not.toMatch(/Kim|U0ADA/);
  });
});

test.each([['bad-signature'], ['stale'], ['future'], ['unsigned']] as const)(
  'a request that is forged by %s is refused',
  async (kind) => {
    const bot = await startTestBot({ mode: 'http' });
    const { delivery } = await bot.slack.command({ user: ada, channel: general, text: '412' });
    const ack = await bot.slack.forge(kind, delivery);
    expect(ack).toMatchObject({ status: 401 });
  },
);

const PLAIN = {};

test.each<readonly [string, string, number, Readonly<Record<string, string>>]>([
  ['POST', '/', 404, PLAIN],
  ['POST', '/metrics', 404, PLAIN],
  ['POST', '/healthz', 404, PLAIN],
  ['POST', '/readyz', 404, PLAIN],
  ['POST', '/slack/events/x', 404, PLAIN],
  ['POST', '//', 404, PLAIN],
  ['POST', 'http://[', 404, PLAIN],
  ['GET', '/slack/events', 404, PLAIN],
  ['POST', '/slack/events', 401, PLAIN],
  ['POST', '/slack/events', 415, { 'content-type': 'text/plain' }],
  ['POST', '/slack/events', 413, { 'content-length': '2000000' }],
  ['POST', '/slack/events', 401, { 'x-slack-request-timestamp': 'x', 'x-slack-signature': 'y' }],
])(
  'the public port answers %s %s with %d, and says nothing',
  async (method, path, status, headers) => {
    const bot = await startTestBot({ mode: 'http' });
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(bot.app.port() ?? 0, '127.0.0.1');
      let read = '';
      socket.on('data', (chunk) => {
        read += String(chunk);
      });
      socket.on('close', () => resolve(read));
      socket.on('error', reject);
      const all = {
        host: 'bot.example.com',
        connection: 'close',
        'content-type': 'application/json',
        'content-length': '2',
        ...headers,
      };
      const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
      socket.write([`${method} ${path} HTTP/1.1`, ...lines, '', '{}'].join('\r\n'));
    });
    const [head = '', body] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).not.toMatch(/bolt|slack|node|server|x-powered/i);
    expect(body?.replace(/^0\s*$/, '').trim()).toBe('');
  },
);

test('a command that is replayed, rightly signed, is answered once', async () => {
  const bot = await startTestBot({ mode: 'http' });
  const { delivery } = await bot.slack.command({ user: ada, channel: general, text: '412' });
  await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
  await bot.slack.redeliver(delivery);
  await bot.slack.command({ user: sample.grace, channel: general, text: '412' });
  await bot.slack.waitFor(() => bot.slack.ephemerals(sample.grace)[0]);
  expect(bot.slack.ephemerals(ada)).toHaveLength(1);
});
