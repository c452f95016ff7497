import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { respondPrivately } from '../../respond.ts';
import { findReport, idOf } from '../../saved-report.ts';
import { GONE, OUTSIDER, readClick } from '../report/acting.ts';
import { gapOf } from './gap.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Helped*: counted once for each person and answer, whoever asked. */
export function helped(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, respond }) => {
    await ack();
    const { teamId, person, value = '' } = readClick(body, deps.homeTeamId());
    if (!isMember(person, teamId)) return respondPrivately(respond, OUTSIDER);
    const saved = await findReport(deps, value, teamId);
    const reportId = idOf(value);
    if (saved === undefined || reportId === undefined) return respondPrivately(respond, GONE);
    const isNew = await deps.store.feedback.add({
      teamId,
      reportId,
      userId: person.userId,
      kind: 'helped',
      json: JSON.stringify(gapOf(saved, {})),
    });
    return respondPrivately(
      respond,
      isNew ? 'Thank you: I counted that.' : 'You told me so already; I count it once.',
    );
  };
}
