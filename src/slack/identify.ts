import type { WebClient } from '@slack/web-api';
import { StartError } from '../errors.ts';
import type { Scope } from './scopes.ts';
import { slackErrorOf } from './slack-errors.ts';

/** Whose bot this is, and who it is there. */
export interface Identity {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  /** Scopes of the bot token; empty when Slack does not say. */
  readonly scopes: readonly string[];
}

/**
 * Asks Slack who we are, and whether it would let us connect, before anything is started: Bolt would end the process on
 * a token that is refused, or try for ever.
 *
 * @param where.appToken - of Socket Mode
 * @throws StartError saying what Slack answered
 */
export async function identify(
  client: WebClient,
  { appToken, apiUrl }: { readonly appToken: string | undefined; readonly apiUrl: string },
): Promise<Identity> {
  const asked = async <T>(token: string, call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      throw new StartError(whyNot(error, token, apiUrl), { cause: error });
    }
  };
  const answer = await asked('the bot token (SLACK_BOT_TOKEN)', client.auth.test());
  if (appToken !== undefined)
    await asked(
      'the app token (SLACK_APP_TOKEN)',
      client.apps.connections.open({ token: appToken }),
    );
  const { team_id: teamId, user_id: botUserId, bot_id: botId } = answer;
  if (teamId === undefined || botUserId === undefined || botId === undefined)
    throw new StartError('Slack does not say whose SLACK_BOT_TOKEN is: it is no bot token.');
  const scopes = (answer.response_metadata?.scopes ?? []).filter((scope) => scope !== '');
  return { teamId, botUserId, botId, scopes };
}

/** Whether the bot token has a scope; when Slack does not say, it has. */
export function hasScope(identity: Identity | undefined, scope: Scope): boolean {
  const scopes = identity?.scopes ?? [];
  return scopes.length === 0 || scopes.includes(scope);
}

function whyNot(error: unknown, token: string, apiUrl: string): string {
  const code = slackErrorOf(error);
  if (code === 'ratelimited')
    return 'Slack asks me to slow down: please start me again in a minute.';
  return code === undefined
    ? `Slack did not answer at ${apiUrl}: check the network, and SLACK_API_URL if it is set.`
    : `Slack refused ${token}: ${code}.`;
}
