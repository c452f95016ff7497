import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { ACTIONS, HOME_ACTIONS, RECENT_ACTION, WATCH_MINUTES } from '../../names.ts';
import { respondPrivately } from '../../respond.ts';

type Args = SlackActionMiddlewareArgs & AllMiddlewareArgs;

const OURS = new Set<string>([
  ...Object.values(ACTIONS),
  ...Object.values(HOME_ACTIONS),
  ...Object.keys(WATCH_MINUTES),
  RECENT_ACTION,
]);

/** A button of another version of this bot. */
export async function unknownAction({ ack, action, body, respond }: Args): Promise<void> {
  if ('action_id' in action && OURS.has(action.action_id)) return;
  await ack();
  // In a modal there is nowhere to say it.
  if (!('response_url' in body)) return;
  await respondPrivately(
    respond,
    'That button is of another version of me and no longer works. Ask again with `/stackone-error`.',
  );
}
