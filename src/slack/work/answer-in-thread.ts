import type { WebClient } from '@slack/web-api';
import { rotateNotice } from '../../report/compose-card.ts';
import { plain } from '../../report/inline.ts';
import { awaitsLog, drawAnswer, lookUp, outcomeOf, reportFor, verdictOf } from '../answers.ts';
import type { SlackDeps, Work } from '../deps.ts';
import { editMessage } from '../edit-message.ts';
import { escapeMrkdwn } from '../literal.ts';
import { logQuestion } from '../log-question.ts';
import { findPosted, post } from '../post.ts';
import { replaceReport, type SavedReport, saveReport, type Whereabouts } from '../saved-report.ts';
import { isFinal, slackErrorOf } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';
import type { Question } from './question.ts';
import { LEASE_MS } from './worker.ts';

/**
 * Answers a stored question in its thread from the tables, and edits the answer when the log arrives. That it was posted
 * is recorded with the job, so whatever fails after that is tried again without a second answer.
 */
export async function answerInThread(deps: SlackDeps, client: WebClient, job: Work): Promise<void> {
  const startedAt = deps.clock();
  const question = JSON.parse(job.body) as Question;
  const where: Whereabouts = {
    teamId: question.teamId,
    channelId: question.channelId,
    threadTs: question.threadTs,
    userId: question.userId,
    isPrivate: question.isDirect,
    isShared: question.isShared,
  };
  const verdict = verdictOf(deps, { userId: question.userId, teamId: question.userTeamId }, where);
  const saved: SavedReport = { report: question.report, withLog: null, where };
  const looksUp = verdict.kind === 'allowed' && awaitsLog(deps, saved);
  const report = reportFor(deps, saved, verdict);

  const given = job.result === null ? undefined : (JSON.parse(job.result) as Given);
  // First of all: an attempt that fails after it repeats it, which does no harm, and none can forget it.
  if (given === undefined) await tellToRotate(deps, client, { question, job });
  // Another process has taken the question over: it answers.
  if (!(await deps.store.inbox.renew(job, LEASE_MS))) return;
  const value = given?.value ?? (await saveReport(deps, saved));
  const ts =
    given?.ts ??
    (await postOnce(
      deps,
      client,
      { question, job },
      drawAnswer(deps, { report, where, value, ...(looksUp ? { coming: 'running' } : {}) }),
    ));
  await deps.store.inbox.markSent(job, JSON.stringify({ value, ts } satisfies Given));

  const after = looksUp ? await lookUp(deps, saved) : saved;
  if (looksUp) await bringUpToDate(deps, client, { saved: after, value, ts });
  logQuestion(deps, {
    surface: question.isDirect ? 'direct-message' : 'mention',
    outcome: outcomeOf(reportFor(deps, after, verdict)),
    startedAt,
  });
}

/** The answer as it stands in the thread; kept with the job. */
interface Given {
  readonly value: string;
  readonly ts: string;
}

/** An attempt before this one may have posted, and not have learnt of it. */
async function postOnce(
  deps: SlackDeps,
  client: WebClient,
  { question, job }: { readonly question: Question; readonly job: Work },
  message: Parameters<typeof post>[2],
): Promise<string> {
  const place = { channel: question.channelId, thread_ts: question.threadTs };
  const metadata = {
    event_type: 'stackone_error_answer',
    event_payload: { version: 1, question_ts: question.ts },
  };
  const found =
    job.attempt > 1
      ? await findPosted(deps, client, { place, since: question.ts, metadata })
      : undefined;
  return found ?? post(client, place, message, metadata);
}

async function bringUpToDate(
  deps: SlackDeps,
  client: WebClient,
  { saved, value, ts }: Given & { readonly saved: SavedReport },
): Promise<void> {
  await replaceReport(deps, value, saved);
  const { where } = saved;
  if (ts === '' || where.channelId === null) return;
  const message = drawAnswer(deps, {
    report: saved.withLog ?? saved.report,
    where,
    value,
    ...(awaitsLog(deps, saved) ? { coming: 'offered' } : {}),
  });
  try {
    await editMessage(deps, client, { channel: where.channelId, ts }, message);
  } catch (error) {
    if (!isFinal(error)) throw error;
    deps.logger.error('an answer could not be brought up to date', {
      reason: slackErrorOf(error) ?? 'unknown',
      error,
    });
  }
}

/** A live-looking key is the business of the one who pasted it, and of nobody else. In a direct message the card says it. */
async function tellToRotate(
  deps: SlackDeps,
  client: WebClient,
  { question, job }: { readonly question: Question; readonly job: Work },
): Promise<void> {
  const { report, isDirect, channelId, userId, threadTs } = question;
  const notice = isDirect ? null : rotateNotice(report);
  if (notice === null) return;
  try {
    await tellPrivately(
      client,
      { channel: channelId, user: userId, threadTs },
      escapeMrkdwn(plain(notice)),
    );
  } catch (error) {
    // Worth a second attempt, since nothing was posted yet; not worth the answer.
    if (!isFinal(error) && job.attempt === 1) throw error;
    deps.logger.warn('a person could not be told to rotate a key', { error });
  }
}

/** What the one who asked is told when there will be no answer in the thread. */
export async function sayNotAnswered(
  client: WebClient,
  job: Work,
  reference: string,
): Promise<void> {
  const { channelId, userId, threadTs } = JSON.parse(job.body) as Question;
  await tellPrivately(
    client,
    { channel: channelId, user: userId, threadTs },
    `I could not finish my answer here. Ask me with \`/stackone-error\`, which needs no place in a channel; if that does not help either, tell whoever runs me this reference: ${reference}`,
  );
}
