import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import type { Entry, Gate } from './gate.ts';
import { readRetryAfter } from './retry-after.ts';

/** What one question to StackOne came to. */
export type Answer =
  /** A success; `body` is `undefined` where it was no JSON, cut off, or too long. */
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs: number | null }
  /** No connection, or one that broke. */
  | { readonly kind: 'broken' }
  /** The deadline has passed. */
  | { readonly kind: 'timeout' }
  /** Not asked at all. */
  | { readonly kind: 'held-back'; readonly because: Shut['because']; readonly waitMs: number };

type Shut = Extract<Entry, { readonly kind: 'shut' }>;

/** One attempt: a call that only reads, through openapi-fetch with `parseAs: 'text'`. */
export type Attempt = (
  signal: AbortSignal,
) => Promise<{ readonly response: Response; readonly data?: unknown }>;

/**
 * Asks within the deadline of the whole question.
 *
 * @param withinMs - less than that, for what the answer can do without
 */
export type Asking = (
  attempt: Attempt,
  tries: number,
  withinMs?: number | undefined,
) => Promise<Answer>;

export interface AskOptions {
  readonly clock: Clock;
  /** From 0 to 1, for the jitter. */
  readonly random: () => number;
  readonly deadline: Deadline;
  readonly gate: Gate;
  /** How often it is tried in all. */
  readonly tries: number;
}

/**
 * Asks, and asks again where that may help, within the deadline. Never throws.
 *
 * A loop of ours and not cockatiel: its waits and timeouts run on real timers, here every one is the handed-in
 * clock's; and whether to wait depends on the answer's `Retry-After` and on what is left of the deadline.
 */
export async function ask(attempt: Attempt, options: AskOptions): Promise<Answer> {
  const { clock, deadline, random, tries } = options;
  for (let tried = 1; ; tried += 1) {
    const answer = await once(attempt, options);
    const waitMs = waitBeforeNext(answer, tried, random);
    // A wait that does not fit helps nobody: what is known now is the answer.
    if (waitMs === null || tried >= tries || waitMs >= deadline.remainingMs()) return answer;
    await clock.sleep(waitMs, deadline.signal);
    if (deadline.signal.aborted) return { kind: 'timeout' };
  }
}

async function once(attempt: Attempt, options: AskOptions): Promise<Answer> {
  const { clock, deadline, gate } = options;
  const entry = gate.enter();
  if (entry.kind === 'shut') {
    if (entry.because === 'down' || entry.waitMs >= deadline.remainingMs())
      return { kind: 'held-back', because: entry.because, waitMs: entry.waitMs };
    await clock.sleep(entry.waitMs, deadline.signal);
    return deadline.signal.aborted ? { kind: 'timeout' } : once(attempt, options);
  }
  const answer = await send(attempt, options);
  gate.saw(resultOf(answer));
  return answer;
}

function resultOf(answer: Answer): Parameters<Gate['saw']>[0] {
  if (answer.kind === 'broken' || answer.kind === 'timeout') return 'failed';
  if (answer.kind !== 'status') return 'answered';
  if (answer.status === 429 && answer.retryAfterMs !== null)
    return { pauseMs: answer.retryAfterMs };
  return answer.status >= 500 ? 'failed' : 'answered';
}

async function send(attempt: Attempt, { clock, deadline }: AskOptions): Promise<Answer> {
  try {
    const { response, data } = await attempt(deadline.signal);
    const { status } = response;
    if (response.ok) return { kind: 'ok', status, body: readJson(data) };
    // A date is one of StackOne's clock, which need not agree with ours.
    const sentAt = Date.parse(response.headers.get('date') ?? '');
    const nowMs = Number.isNaN(sentAt) ? clock.now() : sentAt;
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), nowMs);
    return { kind: 'status', status, retryAfterMs };
  } catch {
    return deadline.signal.aborted ? { kind: 'timeout' } : { kind: 'broken' };
  }
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Statuses worth one more try; all we ask only reads. */
const RETRYABLE = new Set([
  408, // Request Timeout: StackOne's own 60 s are over; comes with Retry-After (StackOne docs, rate limiting)
  429, // Too Many Requests, after Retry-After: RFC 6585, section 4
  502, // Bad Gateway: RFC 9110, section 15.6.3
  503, // Service Unavailable, after Retry-After: RFC 9110, section 15.6.4
  504, // Gateway Timeout: RFC 9110, section 15.6.5
]);

const FIRST_WAIT_MS = 300;
const MAX_WAIT_MS = 2_000;

/** Milliseconds until the next try, or `null` when another would help nothing. Full jitter, where nobody said how long. */
function waitBeforeNext(answer: Answer, tried: number, random: () => number): number | null {
  const jitter = random() * Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1));
  switch (answer.kind) {
    case 'ok':
    case 'timeout':
    case 'held-back':
      return null;
    case 'broken':
      return jitter;
    case 'status':
      return RETRYABLE.has(answer.status) ? (answer.retryAfterMs ?? jitter) : null;
    default:
      return answer satisfies never;
  }
}
