import type { WebClient } from '@slack/web-api';
import type { SlackDeps } from './deps.ts';
import { slackErrorOf } from './slack-errors.ts';

export type ChannelLook =
  | { readonly kind: 'seen'; readonly isShared: boolean }
  /** Slack does not show it to us: it is private and we are no member, or it is gone. */
  | { readonly kind: 'unseen'; readonly code: string }
  | { readonly kind: 'unknown' };

/** Whether another company can read along in a channel. Never throws. */
export async function lookAtChannel(
  deps: SlackDeps,
  client: WebClient,
  channel: string,
): Promise<ChannelLook> {
  try {
    const { channel: info } = await client.conversations.info({ channel });
    return { kind: 'seen', isShared: info?.is_ext_shared !== false };
  } catch (error) {
    const code = slackErrorOf(error);
    if (code === 'channel_not_found' || code === 'not_in_channel') return { kind: 'unseen', code };
    deps.logger.warn('a channel could not be looked at', { reason: code ?? 'unknown' });
    return { kind: 'unknown' };
  }
}

/** When Slack does not say, the channel counts as shared: less is told then. */
export async function isSharedChannel(
  deps: SlackDeps,
  client: WebClient,
  channel: string,
): Promise<boolean> {
  const look = await lookAtChannel(deps, client, channel);
  return look.kind !== 'seen' || look.isShared;
}
