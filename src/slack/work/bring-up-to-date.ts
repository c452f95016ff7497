import type { WebClient } from '@slack/web-api';
import { awaitsLog, drawAnswer, notesFor } from '../answers.ts';
import type { BotDeps } from '../deps.ts';
import { editMessage } from '../edit-message.ts';
import { replaceReport, type SavedReport } from '../saved-report.ts';
import { isFinal, slackErrorOf } from '../slack-errors.ts';
import type { Given } from './question.ts';

/** Puts the answer with its log in the place of the one that stands in the thread. */
export async function bringUpToDate(
  deps: BotDeps,
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
    notes: notesFor(saved, { kind: 'allowed' }),
    ...(awaitsLog(deps, saved) ? { coming: 'offered' } : {}),
  });
  try {
    await editMessage(client, { channel: where.channelId, ts }, message);
  } catch (error) {
    if (!isFinal(error)) throw error;
    deps.logger.error('an answer could not be brought up to date', {
      reason: slackErrorOf(error) ?? 'unknown',
      error,
    });
  }
}
