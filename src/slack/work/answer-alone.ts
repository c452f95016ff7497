import type { WebClient } from '@slack/web-api';
import { awaitsLog, lookUp, outcomeOf, reportFor, verdictOf } from '../answers.ts';
import type { BotDeps, Work } from '../deps.ts';
import { logQuestion } from '../log-question.ts';
import { type SavedReport, saveReport } from '../saved-report.ts';
import type { ChannelSettings } from '../settings/settings.ts';
import { slackErrorOf } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';
import { drawReply } from './draw-reply.ts';
import type { Given, Question } from './question.ts';
import { readQuestion, whereOf } from './read-question.ts';
import { LEASE_MS } from './worker.ts';

/**
 * Answers a mention to the one who asked alone, as their channel wants it. What only one person sees can neither be
 * edited nor looked for, so it waits for its log, and is sent at most once.
 */
export async function answerAlone(
  deps: BotDeps,
  client: WebClient,
  {
    question,
    settings,
    job,
  }: {
    readonly question: Question;
    readonly settings: ChannelSettings;
    readonly job: Work;
  },
): Promise<void> {
  if (job.result !== null) return;
  const startedAt = deps.clock();
  const where = { ...whereOf(question), threadTs: null, isPrivate: true };
  const before = await readQuestion(deps, client, {
    question,
    where,
    settings,
    attempt: job.attempt,
  });
  const person = { userId: question.userId, teamId: question.userTeamId };
  const verdict = await verdictOf(deps, person, before);
  const looksUp = verdict.kind === 'allowed' && awaitsLog(deps, before);
  const saved: SavedReport = looksUp ? await lookUp(deps, before) : before;
  if (!(await deps.store.inbox.renew(job, LEASE_MS))) return;
  const value = await saveReport(deps, saved);
  const message = drawReply(deps, { question, saved, verdict, value, isPending: false });
  const { channelId: channel, userId: user, threadTs, ts: unanswered } = question;
  await sendOnce(deps, job, (isUnsure) =>
    tellPrivately(client, { channel, user, threadTs, unanswered }, isUnsure ? UNSURE : message),
  );
  await deps.store.inbox.markSent(job, JSON.stringify({ value, ts: '' } satisfies Given));
  logQuestion(deps, {
    surface: 'mention',
    outcome: outcomeOf(reportFor(deps, saved, verdict)),
    startedAt,
  });
}

const UNSURE =
  'Slack did not confirm that it showed you my answer. If you do not see it, ask me again, or with `/stackone-error`.';

/** After an attempt whose answer was lost, the person is told so instead of being answered twice. */
async function sendOnce(
  deps: BotDeps,
  { teamId, id }: Work,
  send: (isUnsure: boolean) => Promise<void>,
): Promise<void> {
  const claim = { teamId, key: `alone:${id}` };
  const isFirst = await deps.store.claims.claimOnce({ ...claim, ttlMs: DAY_MS });
  try {
    await send(!isFirst);
  } catch (error) {
    // Slack said no, so nothing was shown.
    if (isFirst && slackErrorOf(error) !== undefined) await deps.store.claims.release(claim);
    throw error;
  }
}

const DAY_MS = 24 * 60 * 60_000;
