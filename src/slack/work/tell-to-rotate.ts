import type { WebClient } from '@slack/web-api';
import { rotateNotice } from '../../report/compose-card.ts';
import { plain } from '../../report/inline.ts';
import type { Report } from '../../report/report.ts';
import type { BotDeps, Work } from '../deps.ts';
import { escapeMrkdwn } from '../literal.ts';
import { isFinal } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';
import type { Question } from './question.ts';

/** A live-looking key is the business of the one who pasted it, and of nobody else. In a direct message the card says it. */
export async function tellToRotate(
  deps: BotDeps,
  client: WebClient,
  {
    question,
    report,
    job,
  }: { readonly question: Question; readonly report: Report; readonly job: Work },
): Promise<void> {
  const { isDirect, channelId, userId, threadTs, ts } = question;
  const notice = isDirect ? null : rotateNotice(report);
  if (notice === null) return;
  try {
    await tellPrivately(
      client,
      { channel: channelId, user: userId, threadTs, unanswered: ts },
      escapeMrkdwn(plain(notice)),
    );
  } catch (error) {
    // Worth a second attempt, since nothing was posted yet; not worth the answer.
    if (!isFinal(error) && job.attempt === 1) throw error;
    deps.logger.warn('a person could not be told to rotate a key', { error });
  }
}
