import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { composeEscalation } from '../../../escalation/compose-escalation.ts';
import { isMember } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { FIELDS, JOBS } from '../../names.ts';
import { findReport, idOf } from '../../saved-report.ts';
import type { Escalation } from '../../work/deliver-escalation.ts';
import type { Worker } from '../../work/worker.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The form is sent. The case and the job that delivers it are stored together before the form closes, so that neither a
 * crash nor a second submit loses it or makes two of it.
 */
export function submit(deps: BotDeps, worker: Worker): (args: Args) => Promise<void> {
  return async ({ ack, body, view }) => {
    const teamId = deps.homeTeamId();
    const person = { userId: body.user.id, teamId: body.user.team_id ?? null };
    const saved = isMember(person, teamId)
      ? await findReport(deps, view.private_metadata, teamId)
      : undefined;
    if (saved === undefined) {
      await ack({
        response_action: 'errors',
        errors: {
          [FIELDS.tried]: 'I no longer have that answer. Ask again, then escalate the new one.',
        },
      });
      return;
    }
    const words = (field: string): string | null => {
      const value = view.state.values[field]?.[field]?.value;
      return typeof value === 'string' && value.trim() !== ''
        ? deps.redactText(value.slice(0, 3_000))
        : null;
    };
    const packet = composeEscalation(reportFor(deps, saved, verdictOf(deps, person, saved.where)), {
      reference: deps.newReference(),
      tried: words(FIELDS.tried),
      note: words(FIELDS.note),
    });
    const dedupeKey = `escalation:${view.private_metadata}:${view.id}`;
    const escalation: Escalation = {
      teamId,
      packet,
      where: saved.where,
      askedBy: body.user.id,
      askedAt: deps.clock(),
    };
    await deps.store.cases.open({
      teamId,
      reference: packet.reference,
      dedupeKey,
      reportId: idOf(view.private_metadata) ?? null,
      channelId: saved.where.channelId,
      userId: body.user.id,
      json: JSON.stringify(packet),
      outbox: { kind: JOBS.escalation, dedupeKey, body: JSON.stringify(escalation) },
    });
    await ack();
    worker.wake();
  };
}
