import type { BotDeps } from '../../deps.ts';
import { JOBS } from '../../names.ts';
import { privateWhere } from '../../saved-report.ts';
import type { RecentJob } from '../../work/answer-recent.ts';

/** Keeps a `recent` that was written to us directly, before Slack is told that it arrived. */
export async function persistRecent(
  deps: BotDeps,
  eventId: string,
  asked: Pick<RecentJob, 'channelId' | 'userId' | 'ts' | 'threadTs' | 'filter'> & {
    readonly userTeamId: string | null;
  },
): Promise<void> {
  const teamId = deps.homeTeamId();
  const { userTeamId, ...question } = asked;
  const { channelId, userId, ts, threadTs } = question;
  await deps.store.inbox.receive({
    teamId,
    eventId,
    // Not the key of a question: what edits and deletions follow is an answer, and this is a list.
    dedupeKey: `recent:${channelId}:${ts}`,
    kind: JOBS.recent,
    body: JSON.stringify({
      ...question,
      person: { userId, teamId: userTeamId },
      where: { ...privateWhere({ teamId, channelId, userId }), threadTs },
    } satisfies RecentJob),
  });
}
