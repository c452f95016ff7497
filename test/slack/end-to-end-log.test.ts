import { describe, expect, test } from 'vitest';
import type { LogOutcome } from '../../src/evidence/request-log.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG, failingLogs, slowLogs } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';

/** What Slack shows while the request log is late, and after it could not be had. */

const { ada, general, elsewhere, shared, otherTeam } = sample;
const MENTION = '@errorbot';
const NOTHING = 'no StackOne error';

const PASSING: readonly (readonly [LogOutcome, string])[] = [
  [{ kind: 'timeout', requestId: REQUEST_ID, afterMs: 8_000 }, 'did not answer within 8.0 s'],
  [{ kind: 'rate-limited', requestId: REQUEST_ID, retryAfterSeconds: 7 }, 'for 7 s'],
  [{ kind: 'failed', requestId: REQUEST_ID, status: 503 }, 'it answered 503'],
  [{ kind: 'failed', requestId: REQUEST_ID, status: null }, 'could not be read'],
];

const FINAL: readonly LogOutcome[] = [
  { kind: 'not-found', requestId: REQUEST_ID },
  { kind: 'no-key', requestId: REQUEST_ID },
  { kind: 'refused', requestId: REQUEST_ID, status: 403 },
];

const hasButton = ({ blocks }: { readonly blocks: readonly unknown[] }) =>
  JSON.stringify(blocks).includes('report_log');

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('a bare request ID whose log is late: the command says so, and the button shows it', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const { logs, release } = slowLogs(platform);
    const bot = await startTestBot({ mode, logs });
    await bot.slack.command({ user: ada, channel: elsewhere, text: REQUEST_ID });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(card.text).not.toContain(NOTHING);
    expect(card.text).toContain('not here yet');
    expect(card.text).toContain('Show the request log');
    expect(card.text).toContain(REQUEST_ID);
    release();
    await bot.slack.click({ user: ada, actionId: 'report_log', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.startsWith('Lever')),
    );
  });

  test('a bare request ID in a thread: the first answer says that it is being looked up', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const { logs, release } = slowLogs(platform);
    const bot = await startTestBot({ mode, logs });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} ${REQUEST_ID}`,
    });
    const first = await bot.slack.waitFor(() => answersOf(bot, general, message.ts)[0]);
    expect(first.text).not.toContain(NOTHING);
    expect(first.text).toMatch(/^I am looking that request up/);
    expect(first.text).toContain(REQUEST_ID);
    release();
    await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
    );
  });

  test.each(PASSING)(
    'after %j the command keeps the button until the log is there',
    async (outcome, said) => {
      const { platform } = await arrange({ logs: [FAILED] });
      const bot = await startTestBot({ mode, logs: failingLogs(platform, outcome, outcome) });
      await bot.slack.command({ user: ada, channel: elsewhere, text: `502 ${REQUEST_ID}` });
      const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
      expect(card.text).toContain(said);
      expect(card.text).toContain('Show the request log');
      expect(hasButton(card)).toBe(true);
      await bot.restart();
      const calls = bot.slack.calls('response_url').length;
      await bot.slack.click({ user: ada, actionId: 'report_log', on: card });
      await bot.slack.waitFor(() => bot.slack.calls('response_url').length > calls);
      const [again] = bot.slack.ephemerals(ada);
      if (again === undefined) throw new Error('the card is gone');
      expect(again.text).toContain(said);
      expect(hasButton(again)).toBe(true);
      await bot.slack.click({ user: ada, actionId: 'report_log', on: again });
      const shown = await bot.slack.waitFor(() =>
        bot.slack.ephemerals(ada).find(({ text }) => text.startsWith('Lever')),
      );
      expect(hasButton(shown)).toBe(false);
      expect(bot.slack.ephemerals(ada)).toHaveLength(1);
    },
  );

  test('after a passing failure the answer in a thread gets the button, which edits it', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const outcome = PASSING[0]?.[0];
    if (outcome === undefined) throw new Error('no outcome');
    const bot = await startTestBot({ mode, logs: failingLogs(platform, outcome) });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(hasButton),
    );
    expect(answer.text).not.toContain(NOTHING);
    expect(answer.text).toContain('did not answer within 8.0 s');
    await bot.slack.click({ user: ada, actionId: 'report_log', on: answer });
    const shown = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(({ text }) => text.startsWith('Lever')),
    );
    expect(shown.ts).toBe(answer.ts);
    expect(hasButton(shown)).toBe(false);
    expect(answersOf(bot, general, message.ts)).toHaveLength(1);
  });

  test.each(FINAL)(
    'after %j there is no button: pressing it would bring nothing',
    async (outcome) => {
      const { platform } = await arrange();
      const { logs, release } = slowLogs(failingLogs(platform, outcome, outcome));
      const bot = await startTestBot({ mode, logs });
      await bot.slack.command({ user: ada, channel: elsewhere, text: `502 ${REQUEST_ID}` });
      const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada).find(hasButton));
      release();
      await bot.slack.click({ user: ada, actionId: 'report_log', on: card });
      const after = await bot.slack.waitFor(() =>
        bot.slack.ephemerals(ada).find((one) => one.ts === card.ts && one.text !== card.text),
      );
      expect(hasButton(after)).toBe(false);
    },
  );

  test('a channel that another company joined since is shown no log when the button is pressed', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const outcome = PASSING[0]?.[0];
    if (outcome === undefined) throw new Error('no outcome');
    const bot = await startTestBot({ mode, logs: failingLogs(platform, outcome) });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: general,
      text: `${MENTION} ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() =>
      answersOf(bot, general, message.ts).find(hasButton),
    );
    bot.slack.world.setChannel({
      ...bot.slack.world.channel(general),
      sharedWith: [otherTeam],
    });
    await bot.slack.click({ user: ada, actionId: 'report_log', on: answer });
    const told = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(told.text).toContain('shared with another company');
    expect(JSON.stringify(answersOf(bot, general, message.ts))).not.toMatch(FROM_LOG);
  });

  test('in a channel shared with another company a bare request ID is not said to be being looked up', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    const { message } = await bot.slack.mention({
      user: ada,
      channel: shared,
      text: `${MENTION} ${REQUEST_ID}`,
    });
    const answer = await bot.slack.waitFor(() => answersOf(bot, shared, message.ts)[0]);
    expect(answer.text).toMatch(/^I did not look that request up/);
    // The one who asked is told alone, which ends the work.
    await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
  });
});
