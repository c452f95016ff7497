import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isMember } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { findReport } from '../../saved-report.ts';
import { CORRECT_TITLE, correctView } from '../../views/correct.ts';
import { sayingView } from '../../views/saying.ts';
import { type Click, GONE, OUTSIDER, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Correct what I read*: the provider and the status as they were read, to be put right. */
export function correct(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, {
      title: CORRECT_TITLE,
      load: () => formFor(deps, click),
      onTop: body.view !== undefined,
    });
  };
}

async function formFor(deps: BotDeps, { person, teamId, value }: Click): Promise<ModalView> {
  if (!isMember(person, teamId)) return sayingView(CORRECT_TITLE, OUTSIDER);
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined || value === undefined) return sayingView(CORRECT_TITLE, GONE);
  return correctView(reportFor(deps, saved, await verdictOf(deps, person, saved)), value);
}
