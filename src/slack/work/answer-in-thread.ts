import type { WebClient } from '@slack/web-api';
import { rotateNotice } from '../../report/compose-card.ts';
import { plain } from '../../report/inline.ts';
import type { Report } from '../../report/report.ts';
import { drawAnswer, outcomeOf, verdictOf } from '../answers.ts';
import type { SlackDeps, Work } from '../deps.ts';
import { escapeMrkdwn } from '../literal.ts';
import { logQuestion } from '../log-question.ts';
import { replaceReport, type SavedReport, saveReport, type Whereabouts } from '../saved-report.ts';
import { isRefusedMessage, retryAfterMs, slackErrorOf } from '../slack-errors.ts';
import type { Message } from '../views/card.ts';
import type { Question } from './question.ts';

/** Answers a stored question in its thread from the tables; edits the answer when the log arrives. */
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
  const wants = deps.wantsLog(question.report);
  const report =
    wants && verdict.kind === 'not-allowed'
      ? withAsk(question.report, verdict.ask)
      : question.report;
  const looksUp = wants && verdict.kind === 'allowed';
  const value = await saveReport(deps, { report, where });
  const ts = await post(
    client,
    question,
    drawAnswer(deps, { report, where, value }, { isPending: looksUp }),
  );
  if (report.rotateKey && !question.isDirect) await tellAlone(deps, client, question, report);
  // From here on the answer stands: a failure must not send the job round again, or it would be given twice.
  const final = looksUp
    ? await addLog(deps, client, { saved: { report, where }, value, ts })
    : report;
  logQuestion(deps, {
    surface: question.isDirect ? 'direct-message' : 'mention',
    outcome: outcomeOf(final),
    startedAt,
  });
}

function withAsk(report: Report, ask: string): Report {
  const [requestId] = report.evidence.requestIds;
  return requestId === undefined
    ? report
    : { ...report, lookups: [{ kind: 'not-allowed', requestId, ask }] };
}

async function post(
  client: WebClient,
  question: Question,
  { text, blocks }: Message,
): Promise<string> {
  // Metadata names the question, so that a post whose answer was lost can be looked for.
  const place = {
    channel: question.channelId,
    thread_ts: question.threadTs,
    text,
    unfurl_links: false,
    unfurl_media: false,
    metadata: {
      event_type: 'stackone_error_answer',
      event_payload: { version: 1, question_ts: question.ts },
    },
  };
  const posted = await client.chat.postMessage({ ...place, blocks }).catch((error: unknown) => {
    if (!isRefusedMessage(error)) throw error;
    return client.chat.postMessage(place);
  });
  return posted.ts ?? '';
}

interface Posted {
  readonly saved: SavedReport;
  readonly value: string;
  readonly ts: string;
}

/** Asks the log and brings the answer up to date; when that fails, the answer from the tables stays as it is. */
async function addLog(
  deps: SlackDeps,
  client: WebClient,
  { saved, value, ts }: Posted,
): Promise<Report> {
  try {
    const report = await deps.enrich(saved.report);
    await replaceReport(deps, value, { ...saved, report });
    if (ts !== '')
      await update(
        deps,
        client,
        { channel: saved.where.channelId ?? '', ts },
        drawAnswer(deps, { ...saved, report, value }),
      );
    return report;
  } catch (error) {
    deps.logger.error('an answer could not be brought up to date', {
      reason: slackErrorOf(error) ?? 'unknown',
      error,
    });
    return saved.report;
  }
}

/** The longest that an edit waits for Slack's `Retry-After`. */
const MAX_WAIT_MS = 20_000;

async function update(
  deps: SlackDeps,
  client: WebClient,
  place: { readonly channel: string; readonly ts: string },
  { text, blocks }: Message,
): Promise<void> {
  try {
    await client.chat.update({ ...place, text, blocks });
  } catch (error) {
    if (slackErrorOf(error) === 'ratelimited') {
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(MAX_WAIT_MS, retryAfterMs(error))),
      );
      await client.chat.update({ ...place, text, blocks });
      return;
    }
    if (!isRefusedMessage(error)) throw error;
    deps.logger.warn('Slack refused a card; it goes as text', { reason: slackErrorOf(error) });
    // An update with text alone would keep the old blocks.
    await client.chat.update({ ...place, text, blocks: [] });
  }
}

/** A live-looking key is the business of the one who pasted it, and of nobody else. */
async function tellAlone(
  deps: SlackDeps,
  client: WebClient,
  question: Question,
  report: Report,
): Promise<void> {
  const notice = rotateNotice(report);
  if (notice === null) return;
  try {
    await client.chat.postEphemeral({
      channel: question.channelId,
      user: question.userId,
      thread_ts: question.threadTs,
      text: escapeMrkdwn(plain(notice)),
    });
  } catch (error) {
    deps.logger.warn('a person could not be told to rotate a key', { error });
  }
}
