import type { BotDeps } from '../../deps.ts';
import { JOBS } from '../../names.ts';
import type { Question } from '../../work/question.ts';

/** What Slack puts round an event, as far as it matters here. */
export interface EventBody {
  readonly event_id: string;
  readonly is_ext_shared_channel?: boolean;
}

/**
 * Persists a question; that is all that happens before Slack is told that it arrived. A mention in a channel where the
 * bot also reads messages comes as two events: the second is known by channel and `ts`.
 */
export async function persistQuestion(
  deps: BotDeps,
  body: EventBody,
  question: Omit<Question, 'teamId' | 'isShared'>,
): Promise<void> {
  const teamId = deps.homeTeamId();
  const isShared = body.is_ext_shared_channel === true;
  await deps.store.inbox.receive({
    teamId,
    eventId: body.event_id,
    dedupeKey: `${question.channelId}:${question.ts}`,
    kind: JOBS.question,
    body: JSON.stringify({ ...question, teamId, isShared } satisfies Question),
  });
}
