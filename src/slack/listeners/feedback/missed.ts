import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isMember } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { findReport } from '../../saved-report.ts';
import { MISSED_TITLE, missedView } from '../../views/missed.ts';
import { sayingView } from '../../views/saying.ts';
import { type Click, GONE, OUTSIDER, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Not this*: a form with the other candidates, and a field for what it was. */
export function missed(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, {
      title: MISSED_TITLE,
      load: () => formFor(deps, click),
    });
  };
}

async function formFor(deps: BotDeps, { person, teamId, value }: Click): Promise<ModalView> {
  if (!isMember(person, teamId)) return sayingView(MISSED_TITLE, OUTSIDER);
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined || value === undefined) return sayingView(MISSED_TITLE, GONE);
  return missedView(reportFor(deps, saved, await verdictOf(deps, person, saved)), value);
}
