import type { BotDeps } from '../../deps.ts';
import { JOBS } from '../../names.ts';
import type { Question } from '../../work/question.ts';

/** What Slack puts round an event, as far as it matters here. */
export interface EventBody {
  readonly event_id: string;
  /** Of either side, where a channel is shared between two. */
  readonly team_id: string;
  readonly is_ext_shared_channel?: boolean;
}

/** What a message says of its author. Slack leaves the teams out of some, such as those with a file. */
export interface Author {
  readonly user_team?: string;
  readonly team?: string;
}

/**
 * Persists a question; that is all that happens before Slack is told that it arrived. A mention in a channel where the
 * bot also reads messages comes as two events: the second is known by channel and `ts`.
 */
export async function persistQuestion(
  deps: BotDeps,
  body: EventBody,
  {
    author,
    ...question
  }: Omit<Question, 'teamId' | 'isShared' | 'userTeamId'> & { readonly author: Author },
): Promise<void> {
  const teamId = deps.homeTeamId();
  const isShared = body.is_ext_shared_channel === true;
  await deps.store.inbox.receive({
    teamId,
    eventId: body.event_id,
    dedupeKey: `${question.channelId}:${question.ts}`,
    kind: JOBS.question,
    body: JSON.stringify({
      ...question,
      teamId,
      isShared,
      userTeamId: teamOf(author, body),
    } satisfies Question),
  });
}

/**
 * The author's own team. The envelope's is theirs too where nobody else is in the channel; where another company is, it
 * may be either's, so it says nothing.
 */
function teamOf({ user_team: own, team }: Author, body: EventBody): string | null {
  return own ?? team ?? (body.is_ext_shared_channel === true ? null : body.team_id);
}
