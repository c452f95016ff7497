import type { WebClient } from '@slack/web-api';
import type { LogVerdict } from '../access.ts';
import { awaitsLog, drawAnswer, notesFor, reportFor } from '../answers.ts';
import type { BotDeps } from '../deps.ts';
import { editMessage } from '../edit-message.ts';
import { replaceReport, type SavedReport } from '../saved-report.ts';
import { isFinal, slackErrorOf } from '../slack-errors.ts';
import type { Given } from './question.ts';

/** Puts what may be shown now, with its log or with why there is none, in the place of what stands in the thread. */
export async function bringUpToDate(
  deps: BotDeps,
  client: WebClient,
  {
    saved,
    verdict,
    value,
    ts,
  }: Given & { readonly saved: SavedReport; readonly verdict: LogVerdict },
): Promise<void> {
  await replaceReport(deps, value, saved);
  const { where } = saved;
  if (ts === '' || where.channelId === null) return;
  const message = drawAnswer(deps, {
    report: reportFor(deps, saved, verdict),
    where,
    value,
    notes: notesFor(saved, verdict),
    ...(verdict.kind === 'allowed' && awaitsLog(deps, saved) ? { coming: 'offered' } : {}),
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
