import type { WebClient } from '@slack/web-api';
import type { BotDeps } from '../../deps.ts';
import { slackErrorOf } from '../../slack-errors.ts';
import { tellPrivately } from '../../tell-privately.ts';
import type { Asked } from './persist.ts';

/** Whether a question is taken; when there are too many, the person is told, once a minute. Does not wait for Slack. */
export function admit(
  deps: BotDeps,
  client: WebClient,
  { userId, channelId, ts, threadTs, isDirect }: Omit<Asked, 'author' | 'message'>,
): boolean {
  const admission = deps.limiter.admit(userId, isDirect ? null : channelId);
  if (admission.kind === 'in') return true;
  deps.logger.warn('a question was left out, since there are too many');
  if (admission.isFirst)
    tellPrivately(
      client,
      { channel: channelId, user: userId, threadTs, unanswered: ts },
      admission.say,
    ).catch((error: unknown) =>
      deps.logger.warn('a person could not be asked to wait', {
        reason: slackErrorOf(error) ?? 'unknown',
      }),
    );
  return false;
}
