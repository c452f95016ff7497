import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { awaitsLog, lookUp, outcomeOf, reportFor, verdictOf } from '../answers.ts';
import type { BotDeps, Work } from '../deps.ts';
import { logQuestion } from '../log-question.ts';
import { findPosted, type PostPlace, post } from '../post.ts';
import { refusedBy, sayRefusal } from '../refusals.ts';
import { findReport, type SavedReport, saveReport } from '../saved-report.ts';
import { findSettings } from '../settings/settings.ts';
import { tellPrivately } from '../tell-privately.ts';
import { answerAlone } from './answer-alone.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { drawReply } from './draw-reply.ts';
import type { Given, Question } from './question.ts';
import { type Reading, readQuestion, whereOf } from './read-question.ts';
import { tellDetails } from './tell-details.ts';
import { tellToRotate } from './tell-to-rotate.ts';
import { LEASE_MS } from './worker.ts';

/**
 * Answers a stored question in its thread from the tables, and edits the answer when the log arrives. That it was posted
 * is recorded with the job, so whatever fails after that is tried again without a second answer.
 */
export async function answerInThread(deps: BotDeps, client: WebClient, job: Work): Promise<void> {
  const startedAt = deps.clock();
  const question = await placed(client, JSON.parse(job.body) as Question);
  const settings = await findSettings(deps, question);
  if (settings.answers === 'private') return answerAlone(deps, client, { question, settings, job });
  const given = job.result === null ? undefined : (JSON.parse(job.result) as Given);
  const saved = await savedOf(deps, client, given, {
    question,
    where: whereOf(question),
    settings,
    attempt: job.attempt,
  });
  const person = { userId: question.userId, teamId: question.userTeamId };
  const verdict = await verdictOf(deps, person, saved);
  const looksUp = verdict.kind === 'allowed' && awaitsLog(deps, saved);

  // First of all: an attempt that fails after it repeats it, which does no harm, and none can forget it.
  if (given === undefined)
    await tellToRotate(deps, client, { question, report: saved.report, job });
  // Another process has taken the question over: it answers.
  if (!(await deps.store.inbox.renew(job, LEASE_MS))) return;
  const value = given?.value ?? (await saveReport(deps, saved));
  const message = drawReply(deps, { question, saved, verdict, value, isPending: looksUp });
  const found = given?.ts ?? (await findEarlier(deps, client, { question, job }));
  const ts = found ?? (await postAnswer(client, question, message));
  await deps.store.inbox.markSent(job, JSON.stringify({ value, ts } satisfies Given));

  const after = looksUp ? await lookUp(deps, saved) : saved;
  if (looksUp || (found !== undefined && awaitsLog(deps, saved)))
    // What an earlier attempt left may promise a log that this one does not ask for.
    await bringUpToDate(deps, client, { saved: after, verdict, value, ts });
  if (verdict.kind === 'not-allowed')
    await tellDetails(deps, client, { saved, person, ts: question.ts });
  logQuestion(deps, {
    surface: question.isDirect ? 'direct-message' : 'mention',
    outcome: outcomeOf(reportFor(deps, after, verdict)),
    startedAt,
  });
}

/** With the channel of the direct messages, where only the person was known. */
async function placed(client: WebClient, question: Question): Promise<Question> {
  if (!/^[UW]/.test(question.channelId)) return question;
  const { channel } = await client.conversations.open({ users: question.channelId });
  return { ...question, channelId: channel?.id ?? question.channelId };
}

/** What was read for the answer that stands there already, or is read now. */
async function savedOf(
  deps: BotDeps,
  client: WebClient,
  given: Given | undefined,
  asked: Reading,
): Promise<SavedReport> {
  const known =
    given === undefined ? undefined : await findReport(deps, given.value, asked.question.teamId);
  // Whether its log was shown is not known, so it is asked for afresh.
  if (known !== undefined) return { ...known, withLog: null };
  return readQuestion(deps, client, asked);
}

/** An attempt before this one may have posted, and not have learnt of it. */
async function findEarlier(
  deps: BotDeps,
  client: WebClient,
  { question, job }: { readonly question: Question; readonly job: Work },
): Promise<string | undefined> {
  if (job.attempt === 1) return undefined;
  const since = sinceOf(question);
  return findPosted(deps, client, {
    place: placeOf(question),
    since,
    metadata: metadataOf(question),
  });
}

async function postAnswer(
  client: WebClient,
  question: Question,
  message: Parameters<typeof post>[2],
): Promise<string> {
  return post(client, placeOf(question), message, metadataOf(question));
}

function placeOf({ channelId: channel, threadTs }: Question): PostPlace {
  return threadTs === null ? { channel } : { channel, thread_ts: threadTs };
}

function metadataOf({ ts }: Question): MessageMetadata {
  return { event_type: 'stackone_error_answer', event_payload: { version: 1, question_ts: ts } };
}

/** What a form asked goes by our clock, which need not agree with Slack's to the second. */
function sinceOf({ ts, threadTs }: Question): string {
  return threadTs === null ? String(Math.floor(Number(ts)) - 300) : ts;
}

/** What the one who asked is told when there will be no answer in the thread: why, and what helps. */
export async function sayNotAnswered(
  client: WebClient,
  job: Work,
  { reference, error }: { readonly reference: string; readonly error: unknown },
): Promise<void> {
  const { channelId, userId, threadTs, ts } = JSON.parse(job.body) as Question;
  const why = sayRefusal(refusedBy(error), { channelId, again: 'ask me again' });
  await tellPrivately(
    client,
    { channel: channelId, user: userId, threadTs, unanswered: ts },
    why === undefined
      ? `I could not finish my answer here. Ask me with \`/stackone-error\`, which needs no place in a channel; if that does not help either, tell whoever runs me this reference: ${reference}`
      : `I could not answer here. ${why} Reference: ${reference}`,
  );
}
