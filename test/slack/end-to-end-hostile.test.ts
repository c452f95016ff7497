import { expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { type Bot, startTestBot } from '../helpers/slack-bot.ts';

/** What somebody pasted is data on every surface: it calls nobody, links nowhere, ends no code, hides nothing. */

const { ada, general, support, bot: us } = sample;

const HOSTILE = [
  '<!channel>',
  '<!subteam^S0ONCALL>',
  '<@U0GRACE>',
  '<#C0SECRET>',
  '<https://evil.example/a|StackOne docs>',
  '<!date^1^{date}^https://evil.example/b|now>',
  '@here @everyone',
  '```',
  '</pre><script>alert(1)</script>',
  '\u001b[31mred\u001b]8;;https://evil.example/c\u0007',
  '\u202eevil',
  '=HYPERLINK("https://evil.example/d")',
].join(' ');
const PASTE = JSON.stringify({
  statusCode: 502,
  message: HOSTILE,
  path: `/unified/ats/${HOSTILE}`,
  provider_errors: [
    { status: 401, url: 'https://api.lever.co/v1', raw: { code: HOSTILE, message: HOSTILE } },
  ],
});

/** Everything that Slack would read as markup: top-level texts of messages, and mrkdwn in blocks. */
function markup(shown: unknown): readonly string[] {
  if (Array.isArray(shown)) return shown.flatMap(markup);
  if (typeof shown !== 'object' || shown === null) return [];
  const { type, text } = shown as Readonly<Record<string, unknown>>;
  const own = typeof text === 'string' && (type === 'mrkdwn' || type === undefined) ? [text] : [];
  return [...own, ...Object.values(shown).flatMap(markup)];
}

function expectHarmless(shown: unknown): void {
  for (const text of markup(shown)) {
    expect(text).not.toMatch(/<!(?!date\^\d)|<#C0SECRET|<@U0GRACE|<https?:\/\/evil|<script/);
    expect(text).not.toMatch(/@(?:here|everyone)/);
  }
  const all = JSON.stringify(shown);
  expect(all).not.toMatch(/\\u001b|\\u0007|\u202e|"type":"broadcast"/);
  for (const [, url] of all.matchAll(/"type":"link","url":"([^"]*)"/g))
    expect(url).not.toContain('evil.example');
}

const viewSaying = (bot: Bot, words: string) =>
  bot.slack.waitFor(() => bot.slack.views(ada).find((one) => JSON.stringify(one).includes(words)));

test('in threads, private answers, modals, the Home and the support channel', async () => {
  const bot = await startTestBot({ mode: 'http', settings: { supportChannel: support } });
  const { message } = await bot.slack.mention({ user: ada, channel: general, text: PASTE });
  const answer = await bot.slack.waitFor(() =>
    bot.slack.thread(general, message.ts).find(({ user }) => user === us.userId),
  );
  expect(answer.text).toContain('Lever');
  expectHarmless(answer);

  await bot.slack.command({ user: ada, channel: general, text: PASTE });
  expectHarmless(await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]));

  await bot.slack.openHome({ user: ada });
  const home = await bot.slack.waitFor(() => bot.slack.home(ada));
  expect(JSON.stringify(home)).toContain('home_open');
  expectHarmless(home);

  for (const [actionId, words] of [
    ['report_why', 'What I read'],
    ['report_missed', 'missed_submit'],
  ] as const) {
    await bot.slack.click({ user: ada, actionId, on: answer });
    expectHarmless(await viewSaying(bot, words));
  }

  await bot.slack.click({ user: ada, actionId: 'report_escalate', on: answer });
  const form = await viewSaying(bot, 'escalation_submit');
  expectHarmless(form);
  const values = { escalation_tried: HOSTILE, escalation_note: HOSTILE };
  await bot.slack.submit({ user: ada, view: form, values });
  expectHarmless(await bot.slack.waitFor(() => bot.slack.messages(support)[0]));
});

test('in what is said of a file, and where Slack takes no card', async () => {
  const bot = await startTestBot({ mode: 'http' });
  bot.slack.world.addFile({
    id: 'F1',
    name: `${HOSTILE}.png`,
    mimetype: 'application/zip',
    content: 'x',
    channels: [general],
  });
  bot.slack.fault('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  await bot.slack.mention({ user: ada, channel: general, text: PASTE, files: ['F1'] });
  const answer = await bot.slack.waitFor(() =>
    bot.slack.messages(general).find(({ user }) => user === us.userId),
  );
  expect(answer.blocks).toEqual([]);
  expect(answer.text).toContain('which is no text file');
  expectHarmless(answer);
});
