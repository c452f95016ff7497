import { describe, expect, test } from 'vitest';
import { requiredScopes } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** The App Home: how to ask, the person's own answers, what is connected. */

const { ada, grace, general, support } = sample;

async function homeOf(bot: Bot, user: string) {
  const before = bot.slack.home(user)?.hash;
  await bot.slack.openHome({ user });
  return bot.slack.waitFor(() => {
    const home = bot.slack.home(user);
    return home !== undefined && home.hash !== before ? home : undefined;
  });
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('says how to ask and what is connected', async () => {
    const bot = await startTestBot({
      mode,
      scopes: requiredScopes,
      settings: { readsLogs: false, supportChannel: support },
    });
    const home = JSON.stringify(await homeOf(bot, ada));
    expect(home.match(/• /g)).toHaveLength(3);
    expect(home).toContain('no StackOne key is set');
    expect(home).toContain(`<#${support}>`);
    expect(home).toContain('*Not granted*: `files:read`');
    expect(home).toContain('not affiliated');
  });

  test("shows the person's own answers, and opens them", async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.command({ user: grace, channel: general, text: '412' });
    await bot.slack.waitFor(() => bot.slack.ephemerals(grace)[0]);
    await bot.restart();
    const home = await homeOf(bot, ada);
    expect(JSON.stringify(home)).toContain('Lever rejects');
    expect(JSON.stringify(home)).not.toContain('switched off');
    await bot.slack.click({ user: ada, actionId: 'home_open', on: home });
    await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('Cause')),
    );
  });

  test('leaves out questions that came to nothing', async () => {
    const bot = await startTestBot({ mode });
    for (const [at, text] of ['412', 'frobnicate'].entries()) {
      await bot.slack.command({ user: ada, channel: general, text });
      await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[at]);
    }
    const home = await homeOf(bot, ada);
    expect(JSON.stringify(home).match(/home_open/g)).toHaveLength(1);
  });

  test('what a log told is not shown to somebody who may not see it any more', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform, settings: { waitForLogMs: 2_000 } });
    await bot.slack.command({ user: ada, channel: general, text: REQUEST_ID });
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(JSON.stringify(await homeOf(bot, ada))).toMatch(/Lever rejects/);
    await bot.restart({ logAccess: { channels: [], users: [grace], groups: [] } });
    const home = await homeOf(bot, ada);
    expect(JSON.stringify(home)).not.toMatch(/Lever rejects/);
    await bot.slack.click({ user: ada, actionId: 'home_open', on: home });
    const view = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('shown to some people')),
    );
    expect(JSON.stringify(view)).not.toMatch(FROM_LOG);
  });

  test('a button asks, and the answer comes as a direct message', async () => {
    const bot = await startTestBot({ mode });
    const home = await homeOf(bot, ada);
    await bot.slack.click({ user: ada, actionId: 'home_ask', on: home });
    const form = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find(({ view }) => view.callback_id === 'diagnose_submit'),
    );
    await bot.slack.submit({ user: ada, view: form, values: { diagnose_text: '412' } });
    const im = bot.slack.world.im(ada).id;
    const answer = await bot.slack.waitFor(() => bot.slack.messages(im)[0]);
    expect(answer.text).toContain('412');
    expect(JSON.stringify(await homeOf(bot, ada))).toContain('switched off');
  });

  test('a Home that Slack does not take is tried with the next opening', async () => {
    const bot = await startTestBot({ mode });
    bot.slack.fault('views.publish', { kind: 'status', status: 503 });
    const [ack] = await bot.slack.openHome({ user: ada });
    expect(ack?.status).toBe(200);
    await bot.slack.waitFor(() => bot.slack.calls('views.publish')[0]);
    await homeOf(bot, ada);
  });
});
