import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { MISSED_TITLE, missedView } from '../../views/missed.ts';
import { readClick } from '../report/acting.ts';
import { viewOfAnswer } from '../report/view-of-answer.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Not this*: a form with the other candidates, and a field for what it was. */
export function missed(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, {
      title: MISSED_TITLE,
      load: () => viewOfAnswer(deps, click, { title: MISSED_TITLE, draw: missedView }),
    });
  };
}
