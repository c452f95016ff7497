import type { WebClient } from '@slack/web-api';
import type { SlackDeps } from './deps.ts';
import { slackErrorOf } from './slack-errors.ts';

/** When Slack does not say, the channel counts as shared: less is told then. */
export async function isSharedChannel(
  deps: SlackDeps,
  client: WebClient,
  channel: string,
): Promise<boolean> {
  try {
    const { channel: info } = await client.conversations.info({ channel });
    return info?.is_ext_shared !== false;
  } catch (error) {
    deps.logger.warn('a channel could not be looked at', {
      reason: slackErrorOf(error) ?? 'unknown',
    });
    return true;
  }
}
