import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { openQuestionForm } from '../shortcut/diagnose-text.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Ask*, in the App Home: the same form as the shortcut's. */
export function ask(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    await openQuestionForm(deps, client, body.trigger_id);
  };
}
