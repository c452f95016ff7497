import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { findReport } from '../../saved-report.ts';
import { answerView } from '../../views/answer.ts';
import { sayingView } from '../../views/saying.ts';
import { type Click, GONE, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

const TITLE = 'Your answer';

/** *Open*, beside an answer in the App Home: as much of it as the person may see today. */
export function openReport(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, { title: TITLE, load: () => viewFor(deps, click) });
  };
}

async function viewFor(deps: BotDeps, { person, teamId, value }: Click): Promise<ModalView> {
  const saved = await findReport(deps, value, teamId);
  // A home is one person's own; a button that carries somebody else's answer is not ours.
  if (saved === undefined || saved.where.userId !== person.userId) return sayingView(TITLE, GONE);
  return answerView(TITLE, reportFor(deps, saved, await verdictOf(deps, person, alone(saved))));
}

/** In a modal nobody reads along. */
function alone(saved: Parameters<typeof reportFor>[1]) {
  return { ...saved, where: { ...saved.where, isPrivate: true } };
}
