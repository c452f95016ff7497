import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { composeEscalation } from '../../../escalation/compose-escalation.ts';
import { isMember } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { findReport } from '../../saved-report.ts';
import { escalationView } from '../../views/escalation.ts';
import { sayingView } from '../../views/saying.ts';
import { type Click, GONE, OUTSIDER, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

const TITLE = 'Escalate to StackOne';

/** *Escalate to StackOne support*: a form, filled in with as much of the report as the acting person may see. */
export function openForm(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, { title: TITLE, load: () => formFor(deps, click) });
  };
}

async function formFor(deps: BotDeps, { person, teamId, value }: Click): Promise<ModalView> {
  if (!isMember(person, teamId)) return sayingView(TITLE, OUTSIDER);
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined || value === undefined) return sayingView(TITLE, GONE);
  const report = reportFor(deps, saved, await verdictOf(deps, person, saved));
  return escalationView({
    packet: composeEscalation(report, { reference: 'given when sent', tried: null, note: null }),
    value,
    supportChannel: deps.settings.supportChannel,
    supportEmail: deps.settings.supportEmail,
  });
}
