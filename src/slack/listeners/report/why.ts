import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isMember } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { findReport } from '../../saved-report.ts';
import { sayingView } from '../../views/saying.ts';
import { whyView } from '../../views/why.ts';
import { type Click, GONE, OUTSIDER, readClick } from './acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

const TITLE = 'Why this answer';

/** *Why this answer*, to the one who presses: as much of it as they may see. */
export function why(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, { title: TITLE, load: () => viewFor(deps, click) });
  };
}

async function viewFor(deps: BotDeps, { person, teamId, value }: Click): Promise<ModalView> {
  if (!isMember(person, teamId)) return sayingView(TITLE, OUTSIDER);
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined) return sayingView(TITLE, GONE);
  return whyView(reportFor(deps, saved, await verdictOf(deps, person, saved)), value ?? '');
}
