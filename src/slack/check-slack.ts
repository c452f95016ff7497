import { WebClient } from '@slack/web-api';
import { APP_TOKEN_SCOPE, optionalScopes, requiredScopes, SCOPES, type Scope } from './scopes.ts';
import { slackErrorOf } from './slack-errors.ts';

/** One line of the doctor. */
export interface SlackFinding {
  readonly name: string;
  readonly state: 'ok' | 'off' | 'bad';
  readonly say: string;
  readonly next: string | null;
}

export interface CheckSlackOptions {
  readonly mode:
    | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
    | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };
  readonly apiUrl: string;
  readonly supportChannel: string | undefined;
}

/** Tokens, scopes, and whether the support channel can be posted in. Never throws. */
export async function checkSlack({
  mode,
  apiUrl,
  supportChannel,
}: CheckSlackOptions): Promise<readonly SlackFinding[]> {
  const client = (token: string): WebClient =>
    new WebClient(token, {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      timeout: 10_000,
      rejectRateLimitedCalls: true,
    });
  const bot = client(mode.botToken);
  return [
    ...(await checkBot(bot)),
    mode.kind === 'socket'
      ? await checkAppToken(client(mode.appToken))
      : {
          name: 'Slack HTTP',
          state: 'ok',
          say: 'a signing secret is set; whether it is right shows with the first request.',
          next: 'make sure that Slack reaches POST /slack/events.',
        },
    await checkSupport(bot, supportChannel),
  ];
}

async function checkBot(bot: WebClient): Promise<readonly SlackFinding[]> {
  try {
    const answer = await bot.auth.test();
    const scopes = answer.response_metadata?.scopes ?? [];
    return [
      {
        name: 'Slack bot token',
        state: 'ok',
        say: `I am ${answer.user ?? 'a bot'} in ${answer.team ?? 'a workspace'}.`,
        next: null,
      },
      ...checkScopes(scopes),
    ];
  } catch (error) {
    return [
      {
        name: 'Slack bot token',
        state: 'bad',
        say: `${reason(error)}.`,
        next: 'copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions again.',
      },
    ];
  }
}

function checkScopes(granted: readonly string[]): readonly SlackFinding[] {
  const lacks = (scope: Scope): boolean => granted.length > 0 && !granted.includes(scope);
  const missing = requiredScopes.filter(lacks);
  return [
    missing.length === 0
      ? { name: 'Slack scopes', state: 'ok', say: 'all that I need are there.', next: null }
      : {
          name: 'Slack scopes',
          state: 'bad',
          say: `missing: ${missing.join(', ')}.`,
          next: 'add them under OAuth & Permissions and install the app again.',
        },
    ...optionalScopes.filter(lacks).map(
      (scope): SlackFinding => ({
        name: `scope ${scope}`,
        state: 'off',
        say: `not granted; it is ${SCOPES[scope].why}.`,
        next: 'if you want that, add it under OAuth & Permissions and install the app again.',
      }),
    ),
  ];
}

async function checkAppToken(client: WebClient): Promise<SlackFinding> {
  const name = 'Slack app token';
  try {
    await client.apps.connections.open({});
    return { name, state: 'ok', say: 'Socket Mode can connect.', next: null };
  } catch (error) {
    return {
      name,
      state: 'bad',
      say: `${reason(error)}.`,
      next: `make an app-level token with ${APP_TOKEN_SCOPE} and turn Socket Mode on.`,
    };
  }
}

async function checkSupport(bot: WebClient, channel: string | undefined): Promise<SlackFinding> {
  const name = 'support channel';
  if (channel === undefined)
    return {
      name,
      state: 'off',
      say: 'none, so an escalation is a text to copy.',
      next: 'set SUPPORT_CHANNEL to the ID of the channel that you share with StackOne.',
    };
  try {
    const { channel: info } = await bot.conversations.info({ channel });
    return info?.is_member === true
      ? { name, state: 'ok', say: 'I am a member.', next: null }
      : { name, state: 'bad', say: 'I am no member of it.', next: 'invite me there with /invite.' };
  } catch (error) {
    return {
      name,
      state: 'bad',
      say: `${reason(error)}.`,
      next: 'check SUPPORT_CHANNEL, and invite me there with /invite.',
    };
  }
}

function reason(error: unknown): string {
  return (
    slackErrorOf(error) ?? (error instanceof Error ? error.message.slice(0, 200) : 'no answer')
  );
}
