import type { WebClient } from '@slack/web-api';
import type { Person } from '../access.ts';
import { awaitsLog, drawAnswer, lookUp, notesFor, reportFor, tellsMore } from '../answers.ts';
import type { BotDeps } from '../deps.ts';
import { logVerdict } from '../log-verdict.ts';
import { type SavedReport, saveReport, type Whereabouts } from '../saved-report.ts';
import { slackErrorOf } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';

/**
 * Where a thread may not be shown what a log says, the one who asked may: it is told to them privately, once, beside the
 * answer from the tables that everybody sees. What fails here is no reason to answer again.
 *
 * @param ts - of the question, or of its edit, by which a second attempt knows the first
 */
export async function tellDetails(
  deps: BotDeps,
  client: WebClient,
  {
    saved,
    person,
    ts,
  }: { readonly saved: SavedReport; readonly person: Person; readonly ts: string },
): Promise<void> {
  const { channelId, teamId, threadTs } = saved.where;
  const where: Whereabouts = { ...saved.where, threadTs: null, isPrivate: true };
  const alone = { ...saved, where };
  if (channelId === null || saved.where.isPrivate || !awaitsLog(deps, alone)) return;
  const verdict = await logVerdict(deps, person, where);
  if (verdict.kind !== 'allowed') return;
  const claim = { teamId, key: `details:${channelId}:${ts}` };
  if (!(await deps.store.claims.claimOnce({ ...claim, ttlMs: DAY_MS }))) return;
  try {
    const after = await lookUp(deps, alone);
    // Nothing was found that the thread does not say.
    if (!tellsMore(after.withLog)) return;
    const message = drawAnswer(deps, {
      report: reportFor(deps, after, verdict),
      where,
      value: await saveReport(deps, after),
      notes: notesFor(after, verdict),
    });
    await tellPrivately(client, { channel: channelId, user: person.userId, threadTs }, message);
  } catch (error) {
    deps.logger.warn('a person could not be told what the log says', {
      reason: slackErrorOf(error) ?? 'unknown',
      error,
    });
  }
}

const DAY_MS = 24 * 60 * 60_000;
