import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { composeEscalation } from '../../../escalation/compose-escalation.ts';
import { isMember, type Person } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { FIELDS, JOBS } from '../../names.ts';
import { findReport, idOf } from '../../saved-report.ts';
import type { Escalation } from '../../work/deliver-escalation.ts';
import type { Worker } from '../../work/worker.ts';
import { OUTSIDER } from '../report/acting.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type View = Args['view'];

/**
 * The form is sent. The case and the job that delivers it are stored together before the form closes, so that neither a
 * crash nor a second submit loses it or makes two of it. What goes wrong before that is said in the form, which stays.
 */
export function submit(deps: BotDeps, worker: Worker): (args: Args) => Promise<void> {
  return async ({ ack, body, view }) => {
    const person = { userId: body.user.id, teamId: body.user.team_id ?? null };
    const refusal = await keep(deps, view, person).catch((error: unknown) => {
      const reference = deps.newReference();
      deps.logger.error('an escalation could not be kept', { reference, error });
      return `I could not keep this, so it was not sent. Please try again; if it stays, tell whoever runs me this reference: ${reference}`;
    });
    if (refusal === null) {
      await ack();
      worker.wake();
    } else await ack({ response_action: 'errors', errors: { [FIELDS.tried]: refusal } });
  };
}

/** @returns why it cannot be sent, or `null` when it will be */
async function keep(deps: BotDeps, view: View, person: Person): Promise<string | null> {
  const teamId = deps.homeTeamId();
  if (!isMember(person, teamId)) return OUTSIDER;
  const value = view.private_metadata;
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined)
    return 'I no longer have that answer. Ask again, then escalate the new one.';
  const { where } = saved;
  const packet = composeEscalation(reportFor(deps, saved, await verdictOf(deps, person, saved)), {
    reference: deps.newReference(),
    tried: wordsIn(deps, view, FIELDS.tried),
    note: wordsIn(deps, view, FIELDS.note),
  });
  const dedupeKey = `escalation:${value}:${view.id}`;
  const escalation: Escalation = {
    teamId,
    packet,
    where,
    askedBy: person.userId,
    askedAt: deps.clock(),
  };
  await deps.store.cases.open({
    teamId,
    reference: packet.reference,
    dedupeKey,
    reportId: idOf(value) ?? null,
    channelId: where.channelId,
    userId: person.userId,
    json: JSON.stringify(packet),
    outbox: { kind: JOBS.escalation, dedupeKey, body: JSON.stringify(escalation) },
  });
  return null;
}

/** What the person wrote, without secrets. */
function wordsIn(deps: BotDeps, view: View, field: string): string | null {
  const value = view.state.values[field]?.[field]?.value;
  return typeof value === 'string' && value.trim() !== ''
    ? deps.redactText(value.slice(0, 3_000))
    : null;
}
