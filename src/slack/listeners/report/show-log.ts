import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import { awaitsLog, drawAnswer, lookUp, notesFor, reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { editMessage } from '../../edit-message.ts';
import { respondPrivately } from '../../respond.ts';
import { findReport, replaceReport } from '../../saved-report.ts';
import { whereNow } from '../../where-now.ts';
import { GONE, OUTSIDER, readClick, UNSEEN } from './acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/**
 * *Show the request log*: asks for it, and puts the fuller card in the place of the one that was pressed. The button
 * stays when it may help to press it again.
 */
export function showLog(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client, respond }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    if (!isMember(click.person, click.teamId)) return respondPrivately(respond, OUTSIDER);
    const found = await findReport(deps, click.value, click.teamId);
    if (found === undefined || click.value === undefined) return respondPrivately(respond, GONE);
    const where = await whereNow(deps, client, found.where);
    if (where === undefined) return respondPrivately(respond, UNSEEN);
    const before = { ...found, where };
    const verdict = await verdictOf(deps, click.person, before);
    if (verdict.kind === 'not-allowed') return respondPrivately(respond, verdict.ask);
    const saved = awaitsLog(deps, before) ? await lookUp(deps, before) : before;
    await replaceReport(deps, click.value, saved);
    const message = drawAnswer(deps, {
      report: reportFor(deps, saved, verdict),
      where,
      value: click.value,
      notes: notesFor(saved, verdict),
      ...(awaitsLog(deps, saved) ? { coming: 'offered' } : {}),
    });
    if (click.messageTs === null || click.channelId === null)
      return respondPrivately(respond, message, { replaces: true });
    await editMessage(client, { channel: click.channelId, ts: click.messageTs }, message);
  };
}
