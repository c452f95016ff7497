import { describe, expect, test } from 'vitest';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** People say what an answer got wrong, or right: kept once, without secrets, in any process. */

const { ada, grace, pat, team, general, shared, support, bot: us } = sample;

async function cardFor(bot: Bot, text: string) {
  await bot.slack.command({ user: ada, channel: general, text });
  return bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
}

const viewNamed = (bot: Bot, user: string, name: string) =>
  bot.slack.waitFor(() => bot.slack.views(user).find(({ view }) => view.callback_id === name), {
    what: name,
  });

const listed = async (bot: Bot, kind: string) =>
  (await bot.store.feedback.list({ teamId: team, kind })).map(({ json }) => JSON.parse(json));

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('an answer has at most five buttons, the most useful first', async () => {
    const bot = await startTestBot({ mode });
    const card = await cardFor(bot, `lever 502 ${REQUEST_ID}`);
    const row = card.blocks.find((block) => block.type === 'actions');
    const ids = row?.type === 'actions' ? row.elements.map(({ action_id }) => action_id) : [];
    expect(ids.slice(-5)).toEqual([
      'report_share',
      'report_escalate',
      'report_why',
      'report_missed',
      'report_helped',
    ]);
    expect(ids.length).toBeLessThan(6);
  });

  test('*Helped* counts once for each person, also after a restart', async () => {
    const bot = await startTestBot({ mode });
    const { message } = await bot.slack.mention({ user: ada, channel: general, text: 'lever 401' });
    const answer = await bot.slack.waitFor(() =>
      bot.slack.thread(general, message.ts).find(({ user }) => user === us.userId),
    );
    const press = (user: string) =>
      bot.slack.click({ user, actionId: 'report_helped', on: answer });
    await press(ada);
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.restart();
    await press(ada);
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[1]);
    await press(grace);
    await bot.slack.waitFor(() => bot.slack.ephemerals(grace)[0]);
    expect(await listed(bot, 'helped')).toHaveLength(2);
    expect(bot.slack.ephemerals(ada)[1]?.text).toContain('I count it once');
  });

  test('*Not this*: another candidate is kept, and shown in full', async () => {
    const bot = await startTestBot({ mode });
    const paste = JSON.stringify({
      statusCode: 502,
      provider_errors: [
        { status: 401, url: 'https://api.lever.co/v1/opportunities' },
        { status: 429, url: 'https://api.lever.co/v1/users' },
      ],
    });
    const card = await cardFor(bot, paste);
    await bot.restart();
    await bot.slack.click({ user: ada, actionId: 'report_missed', on: card });
    const form = await viewNamed(bot, ada, 'missed_submit');
    const choices = form.view.blocks.flatMap((block) =>
      block.type === 'input' && block.element.type === 'radio_buttons'
        ? block.element.options.map(({ value }) => value)
        : [],
    );
    const [other = ''] = choices;
    expect(choices.at(-1)).toBe('something-else');
    await bot.slack.submit({ user: ada, view: form, values: { missed_choice: other } });
    const shown = JSON.stringify(bot.slack.views(ada)[0]?.view);
    expect(shown).toContain('Cause');
    expect(await listed(bot, 'missed')).toMatchObject([{ chosen: other, words: null }]);
  });

  test('*Not this*: what somebody writes is kept without secrets, once', async () => {
    const bot = await startTestBot({ mode });
    const card = await cardFor(bot, 'lever 401');
    await bot.slack.click({ user: ada, actionId: 'report_missed', on: card });
    const form = await viewNamed(bot, ada, 'missed_submit');
    const empty = await bot.slack.submit({ user: ada, view: form });
    expect(JSON.stringify(empty.body)).toContain('Pick another cause');
    const ack = await bot.slack.submit({
      user: ada,
      view: form,
      values: { missed_words: 'The proxy said password=hunter2secret' },
    });
    await bot.slack.redeliver(ack.delivery);
    const gaps = await listed(bot, 'missed');
    expect(gaps).toMatchObject([{ version: 1, answered: { id: 'lever/401' }, chosen: null }]);
    expect(JSON.stringify(gaps)).toContain('The proxy said');
    expect(JSON.stringify(gaps)).not.toContain('hunter2secret');
    expect(JSON.stringify(bot.slack.views(ada)[0]?.view)).toContain('I kept what you said');
  });

  test('nothing of a request log is kept as a gap', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform, settings: { waitForLogMs: 2_000 } });
    const card = await cardFor(bot, `502 ${REQUEST_ID}`);
    expect(card.text).toMatch(FROM_LOG);
    await bot.slack.click({ user: ada, actionId: 'report_missed', on: card });
    const form = await viewNamed(bot, ada, 'missed_submit');
    await bot.slack.submit({ user: ada, view: form, values: { missed_words: 'no' } });
    expect(JSON.stringify(await listed(bot, 'missed'))).not.toMatch(FROM_LOG);
  });

  test('*Correct what I read* answers again with what was meant', async () => {
    const bot = await startTestBot({ mode });
    const card = await cardFor(bot, 'lever 401');
    await bot.slack.click({ user: ada, actionId: 'report_why', on: card });
    const why = await bot.slack.waitFor(() =>
      bot.slack.views(ada).find((one) => JSON.stringify(one).includes('report_correct')),
    );
    await bot.restart();
    await bot.slack.click({ user: ada, actionId: 'report_correct', on: why });
    const form = await viewNamed(bot, ada, 'correct_submit');
    expect(JSON.stringify(form.view)).toContain('"initial_value":"Lever"');
    const wrong = await bot.slack.submit({
      user: ada,
      view: form,
      values: { correct_provider: 'Nobody Ever Heard', correct_status: '429' },
    });
    expect(JSON.stringify(wrong.body)).toContain('no provider of that name');
    const typed = await bot.slack.submit({
      user: ada,
      view: form,
      values: { correct_status: 'forbidden' },
    });
    expect(JSON.stringify(typed.body)).toContain('Three digits');
    await bot.slack.submit({
      user: ada,
      view: form,
      values: { correct_provider: 'lever', correct_status: '429' },
    });
    expect(JSON.stringify(bot.slack.views(ada).at(-1)?.view)).toContain('Lever 429');
    expect(await listed(bot, 'corrected')).toMatchObject([
      { answered: { id: 'lever/401' }, correction: { provider: 'lever', status: '429' } },
    ]);
  });

  test('what cannot be kept is said in the form, which stays', async () => {
    const bot = await startTestBot({ mode });
    const card = await cardFor(bot, 'lever 401');
    await bot.slack.click({ user: ada, actionId: 'report_missed', on: card });
    const form = await viewNamed(bot, ada, 'missed_submit');
    await bot.store.close();
    const ack = await bot.slack.submit({ user: ada, view: form, values: { missed_words: 'x' } });
    expect(JSON.stringify(ack.body)).toMatch(/could not keep this.*REF-\d/);
  });

  test('people of another company count nothing and open nothing', async () => {
    const bot = await startTestBot({ mode, settings: { supportChannel: support } });
    const { message } = await bot.slack.mention({ user: ada, channel: shared, text: 'lever 401' });
    const answer = await bot.slack.waitFor(() =>
      bot.slack.thread(shared, message.ts).find(({ user }) => user === us.userId),
    );
    await bot.slack.click({ user: pat, actionId: 'report_helped', on: answer });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(pat)[0]);
    expect(told.text).toContain('members of the workspace');
    await bot.slack.click({ user: pat, actionId: 'report_missed', on: answer });
    await bot.slack.waitFor(() =>
      bot.slack.views(pat).find((one) => JSON.stringify(one).includes('members of the workspace')),
    );
    expect(await listed(bot, 'helped')).toEqual([]);
  });
});
