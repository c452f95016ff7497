import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { CORRECT_TITLE, correctView } from '../../views/correct.ts';
import { readClick } from '../report/acting.ts';
import { viewOfAnswer } from '../report/view-of-answer.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Correct what I read*: the provider and the status as they were read, to be put right. */
export function correct(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, {
      title: CORRECT_TITLE,
      load: () => viewOfAnswer(deps, click, { title: CORRECT_TITLE, draw: correctView }),
      onTop: body.view !== undefined,
    });
  };
}
