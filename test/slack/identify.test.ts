import { WebClient } from '@slack/web-api';
import { afterEach, expect, test } from 'vitest';
import { StartError } from '../../src/errors.ts';
import { identify } from '../../src/slack/identify.ts';
import { type Fault, type Slack, sample, startSlack } from '../../src/workspace/stand-in/index.ts';
import { silentLogger } from '../helpers/slack-app.ts';

let slack: Slack;
afterEach(() => slack.close());

async function ask(faults: Readonly<Record<string, Fault>> = {}) {
  slack = await startSlack({ scopes: [], subscriptions: [] });
  for (const [method, fault] of Object.entries(faults)) slack.fault(method, fault);
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
  return identify(client, { appToken: slack.appToken, apiUrl: slack.apiUrl });
}

test('says whose bot it is', async () => {
  expect(await ask()).toEqual({
    teamId: sample.team,
    botId: sample.bot.botId,
    scopes: [],
    botUserId: sample.bot.userId,
  });
});

const error = (code: string): Fault => ({ kind: 'error', error: code });

test.each<[Readonly<Record<string, Fault>>, RegExp]>([
  [{ 'auth.test': error('invalid_auth') }, /bot token.*: invalid_auth\.$/],
  [{ 'auth.test': error('account_inactive') }, /bot token.*: account_inactive\.$/],
  [{ 'auth.test': error('token_revoked') }, /bot token.*: token_revoked\.$/],
  [{ 'auth.test': { kind: 'status', status: 503 } }, /^Slack did not answer at/],
  [{ 'auth.test': { kind: 'lost-answer' } }, /^Slack did not answer at/],
  [{ 'auth.test': { kind: 'rate-limited', retryAfterSeconds: 1 } }, /slow down/],
  [{ 'apps.connections.open': error('token_revoked') }, /app token.*: token_revoked\.$/],
  [{ 'apps.connections.open': error('missing_scope') }, /app token.*: missing_scope\.$/],
])('%j is said in one sentence', async (faults, said) => {
  const failure: unknown = await ask(faults).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(StartError);
  expect(failure).toMatchObject({ message: expect.stringMatching(said) });
});
