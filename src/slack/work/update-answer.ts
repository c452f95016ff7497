import type { WebClient } from '@slack/web-api';
import { awaitsLog, lookUp, verdictOf } from '../answers.ts';
import type { BotDeps, Work } from '../deps.ts';
import { editMessage } from '../edit-message.ts';
import { JOBS } from '../names.ts';
import { findReport, replaceReport } from '../saved-report.ts';
import { findSettings } from '../settings/settings.ts';
import { slackErrorOf } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';
import { answerAlone } from './answer-alone.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { drawReply } from './draw-reply.ts';
import { givenFor } from './given-for.ts';
import { keyOf, type Question } from './question.ts';
import { readQuestion, whereOf } from './read-question.ts';
import { tellDetails } from './tell-details.ts';
import { tellToRotate } from './tell-to-rotate.ts';

/** A question that was edited after it was asked. */
export interface Edit {
  readonly question: Question;
  /** When: a later edit is not overwritten by an earlier one. */
  readonly editedTs: string;
}

/** Older ones may have been answered and forgotten; they are not answered a second time. */
const MAX_AGE_MS = 36 * 60 * 60 * 1_000;

/** Puts the answer to the edited question in the place of the one that stands under it. */
export async function updateAnswer(deps: BotDeps, client: WebClient, job: Work): Promise<void> {
  const { question, editedTs } = JSON.parse(job.body) as Edit;
  const given = await givenFor(deps, question);
  if (given.kind === 'never') return askAnew(deps, question, editedTs);
  const settings = await findSettings(deps, question);
  // What only one person sees cannot be edited: they get the new answer below the old one.
  if (given.kind === 'none' && settings.answers === 'private')
    return answerAlone(deps, client, { question, settings, job });
  if (given.kind === 'none') return;
  const { value, ts } = given;
  const read = await readQuestion(deps, client, {
    question,
    where: whereOf(question),
    settings,
    attempt: job.attempt,
  });
  const before = await findReport(deps, value, question.teamId);
  if (before?.editedTs !== undefined && before.editedTs > editedTs) return;
  const saved = { ...read, editedTs };
  const person = { userId: question.userId, teamId: question.userTeamId };
  const verdict = await verdictOf(deps, person, saved);
  const looksUp = verdict.kind === 'allowed' && awaitsLog(deps, saved);
  await tellToRotate(deps, client, { question, report: saved.report, job });
  await replaceReport(deps, value, saved);
  const message = drawReply(deps, { question, saved, verdict, value, isPending: looksUp });
  try {
    await editMessage(client, { channel: question.channelId, ts }, message);
  } catch (error) {
    // Somebody deleted our answer: they do not want it.
    if (slackErrorOf(error) === 'message_not_found') return;
    throw error;
  }
  if (looksUp)
    await bringUpToDate(deps, client, { saved: await lookUp(deps, saved), verdict, value, ts });
  else if (verdict.kind === 'not-allowed')
    await tellDetails(deps, client, { saved, person, ts: `${question.ts}:${editedTs}` });
}

/** The edit made a question of what was none, such as by mentioning the bot. */
async function askAnew(deps: BotDeps, question: Question, editedTs: string): Promise<void> {
  if (deps.clock() - Number(question.ts) * 1_000 > MAX_AGE_MS) return;
  const { teamId, channelId, ts } = question;
  await deps.store.inbox.receive({
    teamId,
    eventId: `edit:${channelId}:${ts}:${editedTs}`,
    dedupeKey: keyOf(channelId, ts),
    kind: JOBS.question,
    body: JSON.stringify(question),
  });
}

export async function sayNotUpdated(
  client: WebClient,
  job: Work,
  reference: string,
): Promise<void> {
  const { question } = JSON.parse(job.body) as Edit;
  await tellPrivately(
    client,
    {
      channel: question.channelId,
      user: question.userId,
      threadTs: question.threadTs,
      unanswered: question.ts,
    },
    `I could not bring my answer up to date with your edit. Please ask again; if it stays, tell whoever runs me this reference: ${reference}`,
  );
}
