import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { composeEscalation } from '../../../escalation/compose-escalation.ts';
import { isMember } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { findReport } from '../../saved-report.ts';
import { escalationView, loadingView, sayingView } from '../../views/escalation.ts';
import { GONE, OUTSIDER, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Escalate to StackOne support*: a form that opens at once and is then filled in from the report. */
export function openForm(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    const opened = await client.views.open({
      trigger_id: click.triggerId,
      view: loadingView('Escalate to StackOne'),
    });
    const viewId = opened.view?.id ?? '';
    if (!isMember(click.person, click.teamId)) {
      await client.views.update({
        view_id: viewId,
        view: sayingView('Escalate to StackOne', OUTSIDER),
      });
      return;
    }
    const saved = await findReport(deps, click.value, click.teamId);
    const packet =
      saved === undefined
        ? undefined
        : composeEscalation(saved.report, {
            reference: 'given when sent',
            tried: null,
            note: null,
          });
    const view =
      packet === undefined || click.value === undefined
        ? sayingView('Escalate to StackOne', GONE)
        : escalationView({
            packet,
            value: click.value,
            supportChannel: deps.settings.supportChannel,
            supportEmail: deps.settings.supportEmail,
          });
    await client.views.update({ view_id: viewId, view });
  };
}
