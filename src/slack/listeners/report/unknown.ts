import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { ACTIONS } from '../../names.ts';
import { respondPrivately } from '../../respond.ts';

type Args = SlackActionMiddlewareArgs & AllMiddlewareArgs;

const OURS = new Set<string>(Object.values(ACTIONS));

/** A button of another version of this bot. */
export async function unknownAction({ ack, action, respond }: Args): Promise<void> {
  if ('action_id' in action && OURS.has(action.action_id)) return;
  await ack();
  await respondPrivately(
    respond,
    'That button is of another version of me and no longer works. Ask again with `/stackone-error`.',
  );
}
