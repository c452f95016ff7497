import { describe, expect, test } from 'vitest';
import type { AccountOutcome } from '../../src/evidence/linked-account.ts';
import { sample } from '../../src/workspace/stand-in/index.ts';
import { answersOf } from '../helpers/said.ts';
import { type Bot, type Mode, startTestBot } from '../helpers/slack-bot.ts';
import { FAILED, FROM_LOG } from '../helpers/slack-logs.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { linkedAccount, PLANTED } from '../helpers/stackone-stand-in.ts';

/** Who is told what StackOne says, where others read along; and what is said while an account is looked up. */

const { ada, grace, pat, general, elsewhere, shared, support } = sample;
const MENTION = '@errorbot';
const ACCOUNT = '45355976281015164504';

async function ask(bot: Bot, channel: string, text: string, user: string = ada) {
  const { message, acks } = await bot.slack.mention({ user, channel, text: `${MENTION} ${text}` });
  const answer = await bot.slack.waitFor(() => answersOf(bot, channel, message.ts)[0]);
  return { answer, root: message.ts, acks };
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('in a channel shared with another company the asker alone is told what the log says, once', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    const { root, acks } = await ask(bot, shared, `502 ${REQUEST_ID}`);
    const details = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(details.text).toMatch(/^Lever/);
    expect(details.threadTs).toBe(root);
    expect(JSON.stringify(answersOf(bot, shared, root))).not.toMatch(FROM_LOG);
    for (const { delivery } of acks) await bot.slack.redeliver(delivery);
    // Its buttons work privately.
    await bot.slack.click({ user: ada, actionId: 'report_recheck', on: details });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('Not called since')),
    );
    expect(bot.slack.ephemerals(ada)).toHaveLength(2);
    expect(answersOf(bot, shared, root)).toHaveLength(1);
    expect(bot.slack.ephemerals(pat)).toEqual([]);
  });

  test('in a channel that is not on the list, somebody who is on it is told alone', async () => {
    const { platform } = await arrange({ logs: [FAILED] });
    const settings = { logAccess: { channels: [support], users: [grace], groups: [] } };
    const bot = await startTestBot({ mode, logs: platform, settings });
    const theirs = await ask(bot, general, `502 ${REQUEST_ID}`, grace);
    await bot.slack.waitFor(() => bot.slack.ephemerals(grace)[0]);
    expect(JSON.stringify(answersOf(bot, general, theirs.root))).not.toMatch(FROM_LOG);
    const refused = await ask(bot, general, `502 ${REQUEST_ID}`, ada);
    expect(refused.answer.text).toContain('some people and channels only');
    const open = await ask(bot, support, `502 ${REQUEST_ID}`, ada);
    await bot.slack.waitFor(() =>
      answersOf(bot, support, open.root).find(({ text }) => text.startsWith('Lever')),
    );
    expect(bot.slack.ephemerals(ada)).toEqual([]);
  });

  test('people of another company are told nothing, not even alone', async () => {
    const { platform, stackOne } = await arrange({ logs: [FAILED] });
    const bot = await startTestBot({ mode, logs: platform });
    const { answer } = await ask(bot, shared, `502 ${REQUEST_ID}`, pat);
    expect(answer.text).toContain('shown to members of the workspace');
    // Finishes what is under way.
    await bot.restart();
    expect(bot.slack.ephemerals(pat)).toEqual([]);
    expect(stackOne.requests).toEqual([]);
  });

  test('an account ID alone: said to be looked up, then the account and its latest failures', async () => {
    const { platform } = await arrange({
      logs: [FAILED],
      accounts: [linkedAccount({ id: ACCOUNT, status: 'inactive' })],
    });
    const { logs, release } = slowAccounts(platform);
    const bot = await startTestBot({ mode, logs });
    const { answer, root } = await ask(bot, general, ACCOUNT);
    expect(answer.text).toMatch(/^I am looking that account up/);
    expect(answer.text).not.toContain('request log');
    release();
    const shown = await bot.slack.waitFor(() =>
      answersOf(bot, general, root).find(({ text }) => text.includes('account is inactive')),
    );
    expect(shown.text).toContain('Its latest failures');
    expect(shown.text).toContain(REQUEST_ID);
    for (const planted of PLANTED) expect(JSON.stringify(shown)).not.toContain(planted);
  });

  test('an account ID alone whose answer is late: the button says what it shows', async () => {
    const { platform } = await arrange({ accounts: [linkedAccount({ id: ACCOUNT })] });
    const { logs, release } = slowAccounts(platform);
    const bot = await startTestBot({ mode, logs });
    await bot.slack.command({ user: ada, channel: elsewhere, text: ACCOUNT });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    expect(card.text).toContain('That account is not here yet');
    expect(card.text).toContain('Press Show the account');
    expect(JSON.stringify(card.blocks)).not.toContain('Show the request log');
    release();
    await bot.slack.click({ user: ada, actionId: 'report_log', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('account is active')),
    );
  });

  test('an account that may not be seen is not shared with another company', async () => {
    const { platform } = await arrange({ accounts: [linkedAccount({ id: ACCOUNT })] });
    const bot = await startTestBot({ mode, logs: platform, settings: { waitForLogMs: 2_000 } });
    await bot.slack.command({ user: ada, channel: shared, text: ACCOUNT });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(ada)[0]);
    await bot.slack.click({ user: ada, actionId: 'report_share', on: card });
    await bot.slack.waitFor(() =>
      bot.slack.ephemerals(ada).find(({ text }) => text.includes('shared with another company')),
    );
    expect(bot.slack.messages(shared)).toEqual([]);
  });
});

type Reader = Parameters<typeof startTestBot>[0]['logs'] & object;

/** Accounts that come when the test says so. */
function slowAccounts(inner: Reader): { readonly logs: Reader; release(): void } {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const logs: Reader = {
    begin() {
      const lookups = inner.begin();
      return {
        ...lookups,
        async fetchAccount(id): Promise<AccountOutcome> {
          await gate;
          return lookups.fetchAccount(id);
        },
      };
    },
  };
  return { logs, release };
}
