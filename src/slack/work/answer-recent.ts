import type { WebClient } from '@slack/web-api';
import type { BotDeps, Work } from '../deps.ts';
import { logQuestion } from '../log-question.ts';
import { findPosted, post } from '../post.ts';
import { answerRecent, type RecentQuestion } from '../recent.ts';
import { LEASE_MS } from './worker.ts';

/** A `recent` that was written to us directly, and waits in the inbox. */
export interface RecentJob extends RecentQuestion {
  readonly channelId: string;
  readonly userId: string;
  readonly ts: string;
  readonly threadTs: string;
}

/** Answers it in its thread, once. */
export async function answerRecentInThread(
  deps: BotDeps,
  client: WebClient,
  job: Work,
): Promise<void> {
  if (job.result !== null) return;
  const startedAt = deps.clock();
  const question = JSON.parse(job.body) as RecentJob;
  const { channelId, ts, threadTs } = question;
  const answer = await answerRecent(deps, question);
  if (!(await deps.store.inbox.renew(job, LEASE_MS))) return;
  const place = { channel: channelId, thread_ts: threadTs };
  const metadata = {
    event_type: 'stackone_error_recent',
    event_payload: { version: 1, question_ts: ts },
  };
  const found =
    job.attempt > 1 ? await findPosted(deps, client, { place, since: ts, metadata }) : undefined;
  if (found === undefined)
    await post(client, place, typeof answer === 'string' ? { text: answer } : answer, metadata);
  await deps.store.inbox.markSent(job, '"said"');
  logQuestion(deps, { surface: 'direct-message', outcome: 'recent', startedAt });
}
