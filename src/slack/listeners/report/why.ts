import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { whyView } from '../../views/why.ts';
import { readClick } from './acting.ts';
import { viewOfAnswer } from './view-of-answer.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

const TITLE = 'Why this answer';

/** *Why this answer*, to the one who presses: as much of it as they may see. */
export function why(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, {
      title: TITLE,
      load: () => viewOfAnswer(deps, click, { title: TITLE, draw: whyView }),
    });
  };
}
