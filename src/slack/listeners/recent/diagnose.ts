import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import { awaitsLog, drawAnswer, lookUp, outcomeOf, reportFor } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { logQuestion } from '../../log-question.ts';
import { logVerdict } from '../../log-verdict.ts';
import { respondPrivately } from '../../respond.ts';
import { saveReport, type Whereabouts } from '../../saved-report.ts';
import { requestIdOf } from '../../views/recent.ts';
import { GONE, OUTSIDER, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Diagnose*, beside a group of `recent`: the answer to its newest request, privately. */
export function diagnoseRecent(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, respond }) => {
    await ack();
    const startedAt = deps.clock();
    const { person, teamId, channelId, value } = readClick(body, deps.homeTeamId());
    if (!isMember(person, teamId)) return respondPrivately(respond, OUTSIDER);
    const requestId = requestIdOf(value);
    if (requestId === undefined) return respondPrivately(respond, GONE);
    const where: Whereabouts = {
      teamId,
      channelId,
      threadTs: null,
      userId: person.userId,
      isPrivate: true,
      isShared: false,
    };
    const verdict = await logVerdict(deps, person, where);
    if (verdict.kind === 'not-allowed') return respondPrivately(respond, verdict.ask);
    const saved = await lookUp(deps, { report: deps.answer(requestId), withLog: null, where });
    const report = reportFor(deps, saved, verdict);
    await respondPrivately(
      respond,
      drawAnswer(deps, {
        report,
        where,
        value: await saveReport(deps, saved),
        ...(awaitsLog(deps, saved) ? { coming: 'offered' } : {}),
      }),
    );
    logQuestion(deps, { surface: 'recent', outcome: outcomeOf(report), startedAt });
  };
}
