import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';

/**
 * The workspace has removed the bot: nothing of it is kept. Acknowledged when it is deleted; when that fails, Slack
 * tells again.
 *
 * @see https://docs.slack.dev/reference/events/app_uninstalled — read 2026-11-25
 */
export function uninstalled(
  deps: BotDeps,
): (args: SlackEventMiddlewareArgs<'app_uninstalled'>) => Promise<void> {
  return ({ body }) => forget(deps, body.team_id, 'uninstalled');
}

/** Tokens of people are none of ours: only the bot's own end it. */
export function tokensRevoked(
  deps: BotDeps,
): (args: SlackEventMiddlewareArgs<'tokens_revoked'>) => Promise<void> {
  return async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(deps, body.team_id, 'token revoked');
  };
}

async function forget(deps: BotDeps, teamId: string, why: string): Promise<void> {
  if (teamId !== deps.homeTeamId()) return;
  await deps.store.deleteTeam(teamId);
  deps.logger.warn('a workspace has removed me; everything that I kept of it is deleted', { why });
}
