import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { findReport } from '../../saved-report.ts';
import { loadingView, sayingView } from '../../views/escalation.ts';
import { whyView } from '../../views/why.ts';
import { GONE, OUTSIDER, readClick } from './acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Why this answer*: a view that opens at once, before the report is looked for, and is filled after. */
export function why(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    const opened = await client.views.open({
      trigger_id: click.triggerId,
      view: loadingView('Why this answer'),
    });
    const saved = isMember(click.person, click.teamId)
      ? await findReport(deps, click.value, click.teamId)
      : undefined;
    const view =
      saved === undefined
        ? sayingView('Why this answer', isMember(click.person, click.teamId) ? GONE : OUTSIDER)
        : whyView(saved.report);
    await client.views.update({ view_id: opened.view?.id ?? '', view });
  };
}
