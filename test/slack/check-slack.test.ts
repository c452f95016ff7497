import { afterEach, expect, test } from 'vitest';
import { checkSlack } from '../../src/slack/check-slack.ts';
import { requiredScopes, scopeNames } from '../../src/slack/scopes.ts';
import { type Slack, sample, startSlack } from '../../src/workspace/stand-in/index.ts';

let slack: Slack | undefined;
afterEach(() => slack?.close());

async function check(options: {
  readonly scopes?: readonly string[];
  readonly supportChannel?: string;
  readonly token?: string;
}) {
  slack = await startSlack({ scopes: options.scopes ?? scopeNames, subscriptions: [] });
  const findings = await checkSlack({
    mode: { kind: 'socket', botToken: options.token ?? slack.botToken, appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    supportChannel: options.supportChannel,
  });
  return findings.map(({ name, state }) => `${state} ${name}`);
}

test('a healthy set-up is said to be', async () => {
  expect(await check({ supportChannel: sample.support })).toEqual([
    'ok Slack bot token',
    'ok Slack scopes',
    'ok Slack app token',
    'ok support channel',
  ]);
});

test.each([
  [{ token: 'xoxb-wrong' }, 'bad Slack bot token'],
  [{ scopes: ['commands'] }, 'bad Slack scopes'],
  [{ supportChannel: sample.elsewhere }, 'bad support channel'],
  [{ supportChannel: 'C0NOWHERE' }, 'bad support channel'],
  [{}, 'off support channel'],
  [{ scopes: requiredScopes }, 'ok Slack scopes'],
  [{ scopes: requiredScopes }, 'off scope files:read'],
])('%j is found', async (options, expected) => {
  expect(await check(options)).toContain(expected);
});
