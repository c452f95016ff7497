import { describe, expect, test } from 'vitest';
import { readRecent } from '../../src/slack/recent.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { PLANTED, requestLog } from '../helpers/stackone-stand-in.ts';

/** `recent`: the latest failures by cause, each with a button that diagnoses the newest of them. */

const { ada, grace, pat, elsewhere, bot: us } = sample;
const LIMITED = '7f3c1d52-6457-4ddd-89b3-98ae2252b83b';
const logs = [
  FAILED,
  requestLog({ requestId: 'aaaaaaaa-6457-4ddd-89b3-98ae2252b83b', at: '2026-11-23T04:00:00.000Z' }),
  requestLog({
    requestId: LIMITED,
    provider: 'bamboohr',
    accountId: '45355976281015164599',
    status: 429,
    at: '2026-11-23T04:30:00.000Z',
  }),
  requestLog({ requestId: 'bbbbbbbb-6457-4ddd-89b3-98ae2252b83b', status: 200 }),
];

async function start(mode: Mode, settings = {}) {
  const { platform } = await arrange({ logs, ignoresFilters: true });
  return startTestBot({ mode, logs: platform, settings });
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('lists failures by cause, privately, and diagnoses one in private', async () => {
    const bot = await start(mode);
    await bot.slack.command({ user: ada, channel: elsewhere, text: 'recent' });
    const list = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(list.text).toContain('3 recent failures');
    expect(list.text).toContain('I read 4 requests, all that there are.');
    expect(list.text).toContain(REQUEST_ID);
    const drawn = JSON.stringify(list.blocks);
    expect(drawn.match(/report_recent_diagnose/g)).toHaveLength(2);
    expect(drawn).toContain('*2×* 502 · Lever');
    for (const planted of PLANTED) expect(JSON.stringify(list)).not.toContain(planted);
    await bot.restart();
    await bot.slack.click({ user: ada, actionId: 'report_recent_diagnose', on: list });
    const card = await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.startsWith('Lever')),
    );
    expect(card.text).toContain(REQUEST_ID);
    expect(JSON.stringify(card.blocks)).toContain('report_recheck');
    expect(bot.slack.messages(elsewhere)).toEqual([]);
  });

  test.each([
    ['recent 429', LIMITED, '1 recent failure'],
    ['recent BambooHR', LIMITED, '1 recent failure'],
    ['recent 45355976281015164504', REQUEST_ID, '2 recent failures'],
    ['recent zanzibar', '', 'I do not know that provider'],
  ])('%s', async (text, id, title) => {
    const bot = await start(mode);
    await bot.slack.command({ user: ada, channel: elsewhere, text });
    const list = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(list.text).toContain(title);
    expect(list.text).toContain(id);
  });

  test('who may not see logs is told of whom to ask what, by the list and by its buttons', async () => {
    const bot = await start(mode);
    await bot.slack.command({ user: ada, channel: elsewhere, text: 'recent' });
    const list = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.restart({ logAccess: { channels: [], users: [grace], groups: [] } });
    await bot.slack.click({ user: ada, actionId: 'report_recent_diagnose', on: list });
    await bot.slack.command({ user: ada, channel: elsewhere, text: 'recent lever' });
    const told = await bot.slack.waitFor(() => {
      const said = bot.slack
        .ephemerals(ada)
        .filter((one) => one.text.includes('Ask whoever runs me'));
      return said.length === 2 ? said : undefined;
    });
    for (const refusal of told) expect(JSON.stringify(refusal)).not.toMatch(FROM_LOG);
  });

  test('a direct message is answered in its thread, once; people of other companies get none', async () => {
    const bot = await start(mode);
    const { message, acks } = await bot.slack.directMessage({ user: ada, text: 'recent lever' });
    const said = () =>
      bot.slack.thread(message.channel, message.ts).filter(({ user }) => user === us.userId);
    const list = await bot.slack.waitFor(() => said()[0]);
    expect(list.text).toContain('2 recent failures');
    for (const { delivery } of acks) await bot.slack.redeliver(delivery);
    await bot.slack.click({ user: ada, actionId: 'report_recent_diagnose', on: list });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.startsWith('Lever')),
    );
    expect(said()).toHaveLength(1);
    const theirs = await bot.slack.directMessage({ user: pat, text: 'recent' });
    const refusal = await bot.slack.waitFor(() =>
      bot.slack
        .thread(theirs.message.channel, theirs.message.ts)
        .find(({ user }) => user === us.userId),
    );
    expect(refusal.text).toContain('members of the workspace');
    expect(refusal.text).not.toMatch(FROM_LOG);
  });

  test('without a key it says so', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: elsewhere, text: 'recent' });
    const list = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(list.text).toContain('No StackOne key is configured.');
  });
});

test.each([
  ['recent', ''],
  ['  Recent   lever ', 'lever'],
  ['recent oracle hcm cloud', 'oracle hcm cloud'],
  ['recent 502s from lever, why do they come?', undefined],
  ['recently', undefined],
  ['{"statusCode":502}', undefined],
])('%j is read as %j', (text, filter) => {
  expect(readRecent(text)).toBe(filter);
});
