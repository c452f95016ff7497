import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import { showAlone } from '../../answer-privately.ts';
import { lookUp } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { logVerdict } from '../../log-verdict.ts';
import { respondPrivately } from '../../respond.ts';
import { privateWhere } from '../../saved-report.ts';
import { requestIdOf } from '../../views/recent.ts';
import { GONE, OUTSIDER, readClick } from '../report/acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Diagnose*, beside a group of `recent`: the answer to its newest request, privately. It counts as a question. */
export function diagnoseRecent(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, respond }) => {
    await ack();
    const startedAt = deps.clock();
    const { person, teamId, channelId, value } = readClick(body, deps.homeTeamId());
    if (!isMember(person, teamId)) return respondPrivately(respond, OUTSIDER);
    const requestId = requestIdOf(value);
    if (requestId === undefined) return respondPrivately(respond, GONE);
    const admission = deps.limiter.admit(person.userId, null);
    if (admission.kind === 'over') return respondPrivately(respond, admission.say);
    const where = privateWhere({ teamId, channelId, userId: person.userId });
    const verdict = await logVerdict(deps, person, where);
    if (verdict.kind === 'not-allowed') return respondPrivately(respond, verdict.ask);
    const saved = await lookUp(deps, { report: deps.answer(requestId), withLog: null, where });
    await showAlone(deps, respond, { saved, verdict, surface: 'recent', startedAt });
  };
}
