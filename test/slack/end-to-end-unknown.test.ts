import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { silentLogger } from '../helpers/slack-app.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';

/** What another version of the bot has left in Slack is answered in time, with a calm sentence. */

const { ada, general, bot: us } = sample;

const said = (bot: Bot, words: string) =>
  bot.slack.waitFor(() => bot.slack.ephemerals(ada).find(({ text }) => text.includes(words)));
const shown = (bot: Bot, words: string) =>
  bot.slack.waitFor(() => bot.slack.views(ada).find((one) => JSON.stringify(one).includes(words)));
/** As the bot, behind its back. */
const api = ({ slack }: Bot) =>
  new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: silentLogger });
const BUTTON = {
  type: 'actions' as const,
  elements: [
    {
      type: 'button' as const,
      action_id: 'report_of_old',
      text: { type: 'plain_text' as const, text: 'Old' },
      value: 'v0:1',
    },
  ],
};

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('an old button under a message', async () => {
    const bot = await startTestBot({ mode });
    await api(bot).chat.postMessage({ channel: general, text: 'old', blocks: [BUTTON] });
    const on = bot.slack.messages(general).find(({ user }) => user === us.userId);
    if (on === undefined) throw new Error('no message');
    const ack = await bot.slack.click({ user: ada, actionId: 'report_of_old', on });
    expect(ack.status).toBe(200);
    await said(bot, 'of another version');
  });

  test('an old button in the App Home', async () => {
    const bot = await startTestBot({ mode });
    await api(bot).views.publish({ user_id: ada, view: { type: 'home', blocks: [BUTTON] } });
    const on = bot.slack.home(ada);
    if (on === undefined) throw new Error('no Home');
    const ack = await bot.slack.click({ user: ada, actionId: 'report_of_old', on });
    expect(ack.status).toBe(200);
    await shown(bot, 'of another version');
  });

  test('a button of ours with a value of another version', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.command({ user: ada, channel: general, text: 'lever 401' });
    const on = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    const { delivery } = await bot.slack.click({ user: ada, actionId: 'report_helped', on });
    const [action] = delivery.payload['actions'] as readonly object[];
    const ack = await bot.slack.redeliver({
      ...delivery,
      payload: { ...delivery.payload, actions: [{ ...action, value: 'v1:1234567890abcdef' }] },
    });
    expect(ack.status).toBe(200);
    await said(bot, 'I no longer have that answer');
  });

  test('an old form keeps nothing, and says so', async () => {
    const bot = await startTestBot({ mode });
    await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_text', message: null });
    const view = await shown(bot, 'diagnose_submit');
    const { delivery } = await bot.slack.submit({
      user: ada,
      view,
      values: { diagnose_text: '412' },
    });
    const form = delivery.payload['view'] as object;
    const ack = await bot.slack.redeliver({
      ...delivery,
      payload: { ...delivery.payload, view: { ...form, callback_id: 'old_submit' } },
    });
    expect(JSON.stringify(ack.body)).toContain('was not sent');
  });

  test('an old shortcut, of a message and a global one', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.say({ user: ada, channel: general, text: '412' });
    const of = (given: typeof message | null) =>
      bot.slack.shortcut({ user: ada, callbackId: 'diagnose_old', message: given });
    expect((await of(message)).status).toBe(200);
    await said(bot, 'of another version');
    expect((await of(null)).status).toBe(200);
    await shown(bot, 'of another version');
  });

  test('a command of another name', async () => {
    const bot = await startTestBot({ mode });
    const given = { user: ada, channel: general, command: '/stackone', text: '412' };
    expect((await bot.slack.command(given)).status).toBe(200);
    await said(bot, 'I answer to `/stackone-error`');
  });

  test.each(['cases', 'GAPS', ' stats ', 'backup', 'doctor'])(
    'the word %j, which comes with a later release',
    async (text) => {
      const bot = await startTestBot({ mode });
      await bot.slack.command({ user: ada, channel: general, text });
      await said(bot, 'comes with a later release');
    },
  );

  test.each(['frobnicate', 'help me please', 'what?', '<script>', '=1+1'])(
    'a word that is nothing, such as %j',
    async (text) => {
      const bot = await startTestBot({ mode });
      await bot.slack.command({ user: ada, channel: general, text });
      const answer = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(answer.text).toMatch(/412/);
    },
  );
});
