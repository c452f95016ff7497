import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import { drawAnswer, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { respondPrivately } from '../../respond.ts';
import { findReport, replaceReport } from '../../saved-report.ts';
import { GONE, OUTSIDER, readClick } from './acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Show the request log*: asks for it, and puts the fuller card in the place of the one that was pressed. */
export function showLog(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, respond }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    if (!isMember(click.person, click.teamId)) return respondPrivately(respond, OUTSIDER);
    const saved = await findReport(deps, click.value, click.teamId);
    if (saved === undefined || click.value === undefined) return respondPrivately(respond, GONE);
    const verdict = verdictOf(deps, click.person, saved.where);
    if (verdict.kind === 'not-allowed') return respondPrivately(respond, verdict.ask);
    const report = deps.wantsLog(saved.report) ? await deps.enrich(saved.report) : saved.report;
    await replaceReport(deps, click.value, { ...saved, report });
    await respondPrivately(respond, drawAnswer(deps, { ...saved, report, value: click.value }), {
      replaces: true,
    });
  };
}
