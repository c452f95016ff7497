import type { WebClient } from '@slack/web-api';
import type { SlackDeps } from './deps.ts';
import { lookAtChannel } from './look-at-channel.ts';
import type { Whereabouts } from './saved-report.ts';

/**
 * What is said in a channel is said to whoever reads along now: it may have been shared since the answer was given.
 *
 * @returns `undefined` when Slack does not say who reads along
 */
export async function whereNow(
  deps: SlackDeps,
  client: WebClient,
  where: Whereabouts,
): Promise<Whereabouts | undefined> {
  if (where.isPrivate || where.channelId === null) return where;
  const look = await lookAtChannel(deps, client, where.channelId);
  return look.kind === 'seen' ? { ...where, isShared: look.isShared } : undefined;
}
