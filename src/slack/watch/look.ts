import type { WebClient } from '@slack/web-api';
import type { Rich } from '../../report/card.ts';
import { text } from '../../report/inline.ts';
import { type Recheck, recheckSentence } from '../../report/recheck.ts';
import type { BotDeps, Work } from '../deps.ts';
import { logVerdict } from '../log-verdict.ts';
import { findPosted, post } from '../post.ts';
import { findReport } from '../saved-report.ts';
import { isFinal, slackErrorOf } from '../slack-errors.ts';
import type { Message } from '../views/card.ts';
import { askedByMessage, sentenceMessage, span } from '../views/recheck.ts';
import { whereNow } from '../where-now.ts';
import { LEASE_MS } from '../work/worker.ts';
import { addLook, endOf, endWatch, type Watch } from './watch.ts';

/**
 * One look of a watch: ends it when the call succeeds or the time is over, and is followed by the next one else. What
 * came of it is said once.
 */
export async function lookForWatch(deps: BotDeps, client: WebClient, job: Work): Promise<void> {
  const watch = JSON.parse(job.body) as Watch;
  // Said already, by an attempt that did not get to the end.
  if (job.result !== null) return endWatch(deps, watch);
  const saved = await findReport(deps, watch.value, watch.teamId);
  const report = saved?.withLog ?? saved?.report;
  const outcome = report === undefined ? undefined : await deps.recheck(report);
  // Another process has taken the look over, and tells; or the workspace has removed us, and all of this is forgotten.
  if (!(await deps.store.outbox.renew(job, LEASE_MS))) return;
  if (outcome !== undefined && !isOver(outcome, watch, deps.clock()))
    return addLook(deps, { ...watch, look: watch.look + 1 });
  const words = outcome === undefined ? [text(GONE)] : wordsOf(outcome, watch);
  await tell(deps, client, { watch, job, words });
  await deps.store.outbox.markSent(job, '"said"');
  await endWatch(deps, watch);
}

function isOver({ kind }: Recheck, watch: Watch, now: number): boolean {
  return kind === 'fixed' || kind === 'unknown-call' || now >= endOf(watch);
}

/** With the retention. */
const GONE =
  'I stop watching this: I no longer have the answer that it began with, since reports are kept for a limited time. Ask me again with the request ID.';

interface Telling {
  readonly watch: Watch;
  readonly job: Work;
  readonly words: Rich;
}

async function tell(deps: BotDeps, client: WebClient, telling: Telling): Promise<void> {
  const { watch, words } = telling;
  const where = await whereNow(deps, client, watch.where);
  const verdict = where === undefined ? undefined : await logVerdict(deps, watch.person, where);
  if (verdict?.kind === 'allowed' && watch.threadTs !== null)
    return tellThread(deps, client, {
      ...telling,
      message: askedByMessage(words, watch.person.userId),
    });
  // Others read along by now, or the card was private: then it is for the one who asked, if they still may see it.
  const alone = await logVerdict(deps, watch.person, { ...watch.where, isPrivate: true });
  return tellPerson(deps, client, {
    ...telling,
    message: sentenceMessage(alone.kind === 'allowed' ? words : [text(alone.ask)]),
  });
}

/** `I watched this for 1 hour. Still failing with 502 …` */
function wordsOf(outcome: Recheck, { minutes }: Watch): Rich {
  const sentence = recheckSentence(outcome);
  return outcome.kind === 'fixed'
    ? sentence
    : [text(`I watched this for ${span(minutes)}, and stop now. `), ...sentence];
}

/** In the thread it can be looked up whether an attempt before this one got through. */
async function tellThread(
  deps: BotDeps,
  client: WebClient,
  { watch, job, message }: Telling & { readonly message: Message },
): Promise<void> {
  const { channelId } = watch.where;
  if (channelId === null || watch.threadTs === null) return;
  const place = { channel: channelId, thread_ts: watch.threadTs };
  const metadata = {
    event_type: 'stackone_error_watch',
    event_payload: { version: 1, watch: `${watch.value}:${watch.startedAt}` },
  };
  try {
    const found =
      job.attempt > 1
        ? await findPosted(deps, client, { place, since: watch.threadTs, metadata })
        : undefined;
    if (found === undefined) await post(client, place, message, metadata);
  } catch (error) {
    if (!isFinal(error)) throw error;
    // Slack will never take it there: the thread is gone, or we are no longer in the channel.
    await tellPerson(deps, client, { watch, job, message });
  }
}

/**
 * In their direct messages with us, since hours have gone by and what only one person sees fades. It cannot be looked up
 * there, so it is not said again when Slack's answer was lost.
 */
async function tellPerson(
  deps: BotDeps,
  client: WebClient,
  { watch, message }: Pick<Telling, 'watch' | 'job'> & { readonly message: Message },
): Promise<void> {
  const { teamId, person, value, startedAt } = watch;
  const claim = { teamId, key: `watch-said:${value}:${startedAt}` };
  if (!(await deps.store.claims.claimOnce({ ...claim, ttlMs: DAY_MS }))) return;
  try {
    await post(client, { channel: person.userId }, message);
  } catch (error) {
    const code = slackErrorOf(error);
    deps.logger.warn('what a watch found could not be said', { reason: code ?? 'unknown' });
    if (code === undefined || isFinal(error)) return;
    await deps.store.claims.release(claim);
    throw error;
  }
}

const DAY_MS = 24 * 60 * 60_000;

/** After the last attempt: nothing was said, and the watch may be begun again. */
export async function loseWatch(deps: BotDeps, job: Work): Promise<void> {
  await endWatch(deps, JSON.parse(job.body) as Watch);
}
