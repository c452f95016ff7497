import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { composeEscalation } from '../../../escalation/compose-escalation.ts';
import type { Report } from '../../../report/report.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { escalationView } from '../../views/escalation.ts';
import { readClick } from '../report/acting.ts';
import { viewOfAnswer } from '../report/view-of-answer.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

const TITLE = 'Escalate to StackOne';

/** *Escalate to StackOne support*: a form, filled in with as much of the report as the acting person may see. */
export function openForm(deps: BotDeps): (args: Args) => Promise<void> {
  const { supportChannel, supportEmail } = deps.settings;
  const draw = (report: Report, value: string): ModalView =>
    escalationView({
      packet: composeEscalation(report, { reference: 'given when sent', tried: null, note: null }),
      value,
      supportChannel,
      supportEmail,
    });
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    await openAndFill(client, click.triggerId, {
      title: TITLE,
      load: () => viewOfAnswer(deps, click, { title: TITLE, draw }),
    });
  };
}
