import { describe, expect, test } from 'vitest';
import { requiredScopes } from '../../src/slack/scopes.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';

/** What people point to is read: messages of others, threads, files, links. What cannot be read is said. */

const { ada, grace, gus, general, elsewhere, hidden, secret, bot: us } = sample;
const LEVER = JSON.stringify({
  statusCode: 502,
  provider_errors: [{ status: 401, url: 'https://api.lever.co/v1/opportunities' }],
});

const textFile = (id: string, content: string, channels: readonly string[], more = {}) => ({
  id,
  name: 'report.log',
  mimetype: 'text/plain',
  content,
  channels,
  ...more,
});

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  describe('the message shortcut', () => {
    test('reads an alert of another app, also where the bot is no member, and answers privately', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.alert({
        channel: hidden,
        text: 'Sync failed',
        attachments: [
          {
            title: 'ATS sync',
            fields: [{ title: 'Response', value: LEVER.replaceAll('&', '&amp;') }],
          },
        ],
      });
      await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_message', message });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toMatch(/^Lever rejects/);
      expect(bot.slack.messages(hidden)).toHaveLength(1);
    });

    test('reads blocks, and says it once when text and blocks say the same', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.alert({
        channel: general,
        text: 'lever 429',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*lever 429*' } }],
      });
      await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_message', message });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toContain('Lever 429');
    });

    test('answers from the first lines of a snippet that it may not open, and says so', async () => {
      const bot = await startTestBot({ mode });
      const more = 'x\n'.repeat(2_000);
      bot.slack.world.addFile(textFile('F1', `${LEVER}\n${more}`, [hidden], { isSnippet: true }));
      const { message } = await bot.slack.say({
        user: ada,
        channel: hidden,
        text: 'what is this?',
        files: ['F1'],
      });
      await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_message', message });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toContain('Lever');
      expect(shown.text).toContain('Slack does not let me open report.log');
      expect(shown.text).toContain('the first lines of report.log');
    });

    test('says which file it could not open, and answers from the rest', async () => {
      const bot = await startTestBot({ mode });
      bot.slack.world.addFile(textFile('F1', LEVER, [elsewhere]));
      const { message } = await bot.slack.say({
        user: ada,
        channel: elsewhere,
        text: 'workday 429',
        files: ['F1'],
      });
      await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_message', message });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toContain('429');
      expect(shown.text).toContain('Slack does not let me open report.log');
    });

    test('delivered twice, it answers once', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.say({ user: ada, channel: general, text: '412' });
      const ack = await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_message', message });
      await bot.slack.redeliver(ack.delivery);
      await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      await bot.slack.command({ user: grace, channel: general, text: '412' });
      await bot.slack.waitFor(() => bot.slack.ephemerals(grace)[0]);
      expect(bot.slack.ephemerals(ada)).toHaveLength(1);
    });

    test('a message without anything to read is answered with examples', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.alert({ channel: general });
      await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_message', message });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text.match(/• /g)).toHaveLength(3);
    });
  });

  describe('the form', () => {
    const openForm = async (bot: Bot) => {
      await bot.slack.shortcut({ user: ada, callbackId: 'diagnose_text', message: null });
      return bot.slack.waitFor(() =>
        bot.slack.views(ada).find(({ view }) => view.callback_id === 'diagnose_submit'),
      );
    };

    test('is answered once, in direct messages, also when the post lost its answer', async () => {
      const bot = await startTestBot({ mode });
      const form = await openForm(bot);
      bot.slack.fault('chat.postMessage', { kind: 'lost-answer' });
      await bot.slack.submit({ user: ada, view: form, values: { diagnose_text: 'lever 401' } });
      const im = bot.slack.world.im(ada).id;
      await bot.slack.waitFor(() => bot.slack.calls('conversations.history')[0]);
      await bot.slack.directMessage({ user: ada, text: '412' });
      await bot.slack.waitFor(() => bot.slack.messages(im)[2]);
      const answers = bot.slack.messages(im).filter(({ text }) => text.startsWith('Lever'));
      expect(answers).toHaveLength(1);
      expect(JSON.stringify(bot.slack.views(ada)[0]?.view)).toContain('direct messages');
    });

    test('takes a file', async () => {
      const bot = await startTestBot({ mode });
      bot.slack.world.addFile(textFile('F1', LEVER, []));
      const form = await openForm(bot);
      await bot.slack.submit({ user: ada, view: form, values: { diagnose_files: ['F1'] } });
      const im = bot.slack.world.im(ada).id;
      const answer = await bot.slack.waitFor(() => bot.slack.messages(im)[0]);
      expect(answer.text).toMatch(/^Lever rejects/);
      expect(answer.text).toContain('I read report.log.');
    });

    test('has no field for files without the scope, and asks for something when it is empty', async () => {
      const bot = await startTestBot({ mode, scopes: requiredScopes });
      const form = await openForm(bot);
      expect(JSON.stringify(form)).not.toContain('file_input');
      const ack = await bot.slack.submit({ user: ada, view: form });
      expect(JSON.stringify(ack.body)).toContain('Paste what you saw');
      expect(bot.slack.messages(bot.slack.world.im(ada).id)).toEqual([]);
    });

    test('that cannot be kept says so, and stays', async () => {
      const bot = await startTestBot({ mode });
      const form = await openForm(bot);
      await bot.store.close();
      const ack = await bot.slack.submit({
        user: ada,
        view: form,
        values: { diagnose_text: '412' },
      });
      expect(JSON.stringify(ack.body)).toMatch(/could not keep this.*REF-\d/);
    });
  });

  describe('a mention in a thread without a paste of its own', () => {
    test('takes the failure from the thread, and says from where', async () => {
      const bot = await startTestBot({ mode });
      const { message: root } = await bot.slack.alert({ channel: general, text: LEVER });
      const threadTs = root.ts;
      await bot.slack.say({ user: grace, channel: general, text: 'lunch?', threadTs });
      await bot.slack.mention({ user: ada, channel: general, text: 'what is this?', threadTs });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, threadTs)[0]);
      expect(answer.text).toMatch(/^Lever rejects/);
      expect(answer.text).toContain('I took this from the first message of this thread.');
      expect(bot.slack.calls('conversations.replies')).toHaveLength(1);
    });

    test('of several that are as sure, the latest', async () => {
      const bot = await startTestBot({ mode });
      const { message: root } = await bot.slack.say({ user: ada, channel: general, text: LEVER });
      const threadTs = root.ts;
      const later = LEVER.replace('401', '429');
      await bot.slack.say({ user: grace, channel: general, text: later, threadTs });
      await bot.slack.mention({ user: ada, channel: general, text: 'and now?', threadTs });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, threadTs)[0]);
      expect(answer.text).toContain('Lever 429');
      expect(answer.text).toMatch(/I took this from the message of .* UTC in this thread\./);
    });

    test('reads a file in the thread when no text tells of a failure', async () => {
      const bot = await startTestBot({ mode });
      bot.slack.world.addFile(textFile('F1', LEVER, [general]));
      const { message: root } = await bot.slack.say({
        user: ada,
        channel: general,
        text: 'look',
        files: ['F1'],
      });
      await bot.slack.mention({ user: ada, channel: general, text: 'why?', threadTs: root.ts });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, root.ts)[0]);
      expect(answer.text).toContain('I took this from report.log in the first message');
    });

    test('does not read its own answers', async () => {
      const bot = await startTestBot({ mode });
      const { message: root } = await bot.slack.mention({
        user: ada,
        channel: general,
        text: '412',
      });
      await bot.slack.waitFor(() => answersOf(bot, general, root.ts)[0]);
      const { message } = await bot.slack.say({ user: ada, channel: general, text: 'other' });
      bot.slack.world.post({
        channel: general,
        user: us.userId,
        botId: us.botId,
        text: 'lever 401',
        threadTs: message.ts,
      });
      await bot.slack.mention({ user: ada, channel: general, text: 'hm?', threadTs: message.ts });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[1]);
      expect(answer.text).toContain('found no StackOne error in it');
    });

    test('without the scope it says which it lacks', async () => {
      const bot = await startTestBot({ mode, scopes: requiredScopes });
      const { message: root } = await bot.slack.say({ user: ada, channel: general, text: LEVER });
      await bot.slack.mention({ user: ada, channel: general, text: 'why?', threadTs: root.ts });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, root.ts)[0]);
      expect(answer.text).toContain('I lack the scope `channels:history` to read this thread');
    });
  });

  describe('files', () => {
    const mentionWith = async (bot: Bot, file: ReturnType<typeof textFile>, text = 'see file') => {
      bot.slack.world.addFile(file);
      const { message } = await bot.slack.mention({
        user: ada,
        channel: general,
        text,
        files: [file.id],
      });
      return bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    };

    test('a snippet is read together with the words beside it', async () => {
      const bot = await startTestBot({ mode });
      const answer = await mentionWith(
        bot,
        textFile('F1', '{"statusCode":429,"message":"Too many"}', [general]),
        'lever says',
      );
      expect(answer.text).toContain('429');
      expect(answer.text).toContain('I read report.log.');
      expect(bot.slack.calls('files.info')).toHaveLength(1);
    });

    test('several files are read as one answer, up to 1 MB together', async () => {
      const bot = await startTestBot({ mode });
      const half = ' '.repeat(600_000);
      bot.slack.world.addFile(textFile('F1', `${LEVER}${half}`, [general]));
      bot.slack.world.addFile(textFile('F2', half, [general], { name: 'more.log' }));
      const { message } = await bot.slack.mention({
        user: ada,
        channel: general,
        text: '',
        files: ['F1', 'F2'],
      });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
      expect(answer.text).toMatch(/^Lever rejects/);
      expect(answer.text).toContain('I left more.log out');
    });

    test('a file in a direct message is read', async () => {
      const bot = await startTestBot({ mode });
      const im = bot.slack.world.im(ada).id;
      bot.slack.world.addFile(textFile('F1', LEVER, [im]));
      const { message } = await bot.slack.directMessage({ user: ada, text: '', files: ['F1'] });
      const answer = await bot.slack.waitFor(() => answersOf(bot, im, message.ts)[0]);
      expect(answer.text).toMatch(/^Lever rejects/);
    });

    test.each([
      ['a picture', { mimetype: 'image/png' }, "I can't read pictures"],
      ['no text', { mimetype: 'application/zip' }, 'which is no text file'],
      ['text in name only', { content: 'a\0b' }, 'which is no text file'],
      ['too much', { content: 'x'.repeat(1_048_577) }, 'larger than 1 MB'],
      ['kept elsewhere', { url: 'https://files.example.com/F1' }, 'kept outside Slack'],
      ['a look-alike host', { url: 'https://files.slack.com.example.com/F1' }, 'kept outside'],
      ['pointed elsewhere', { redirect: 'http://127.0.0.1:9/F1' }, 'kept outside Slack'],
      ['not where the bot is', { channels: [elsewhere] }, 'I am not where it was shared'],
    ])('%s is not read, and that is said', async (_what, more, said) => {
      const bot = await startTestBot({ mode });
      const answer = await mentionWith(bot, textFile('F1', LEVER, [general], more));
      expect(answer.text).toContain(said);
      expect(answer.text).not.toContain('Lever');
    });

    test('a login page is not taken for the file', async () => {
      const bot = await startTestBot({ mode });
      const answer = await mentionWith(
        bot,
        textFile('F1', LEVER, [general], { redirect: '/files/F-GONE' }),
      );
      expect(answer.text).toContain('Slack does not let me open report.log');
    });

    test('without the scope it says which it lacks', async () => {
      const bot = await startTestBot({ mode, scopes: requiredScopes });
      const answer = await mentionWith(bot, textFile('F1', LEVER, [general]));
      expect(answer.text).toContain('I lack the scope `files:read` to read report.log');
    });
  });

  describe('links to messages', () => {
    const linkTo = (channel: string, ts: string) =>
      `https://acme.slack.com/archives/${channel}/p${ts.replace('.', '')}`;

    test('one that the asker can see is read', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.say({ user: grace, channel: general, text: LEVER });
      await bot.slack.command({
        user: ada,
        channel: elsewhere,
        text: linkTo(general, message.ts),
      });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toMatch(/^Lever rejects/);
      expect(shown.text).toContain('I read the message that you linked.');
    });

    test('what was said in a private channel is not told in another', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.say({ user: grace, channel: secret, text: LEVER });
      const link = linkTo(secret, message.ts);
      const { message: asked } = await bot.slack.mention({
        user: ada,
        channel: general,
        text: link,
      });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, asked.ts)[0]);
      expect(answer.text).not.toContain('Lever');
      expect(answer.text).toContain('Ask me privately');
      await bot.slack.command({ user: ada, channel: general, text: link });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toMatch(/^Lever rejects/);
    });

    test('somebody who is not in the channel gets nothing of it', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.say({ user: grace, channel: secret, text: LEVER });
      await bot.slack.command({ user: gus, channel: general, text: linkTo(secret, message.ts) });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(gus)[0]);
      expect(shown.text).not.toContain('Lever');
      expect(shown.text).toContain('I cannot see that you are in that channel');
    });

    test('where the bot is no member it says so', async () => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.say({ user: ada, channel: elsewhere, text: LEVER });
      await bot.slack.command({ user: ada, channel: general, text: linkTo(elsewhere, message.ts) });
      const shown = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(shown.text).toContain('I am not in that channel');
    });
  });

  test.each(['', 'help'])(
    'a mention that says %j is answered with three examples',
    async (text) => {
      const bot = await startTestBot({ mode });
      const { message } = await bot.slack.mention({ user: ada, channel: general, text });
      const answer = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
      expect(answer.text.match(/• /g)).toHaveLength(3);
    },
  );

  test('several failures in one message are one answer', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${LEVER}\n\n${LEVER.replace('401', '429')}`,
    });
    await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    await bot.slack.mention({ user: grace, channel: general, text: '412' });
    await bot.slack.waitFor(() =>
      bot.slack.messages(general).find(({ text }) => text.includes('412 Precondition')),
    );
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });
});
