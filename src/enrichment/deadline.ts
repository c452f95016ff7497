import type { Clock } from './clock.ts';

/** One limit for everything that is done for one question: queueing, calls, bodies and the waits between them. */
export interface Deadline {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal;
  /** 0 when the time is up. */
  remainingMs(): number;
  /** Call it when the work is done, so that no timer is left behind. */
  clear(): void;
}

/** Of the whole time, for what a log lacks: the account and the latest requests come after it. */
export const DETAILS_MS = 4_000;

export function createDeadline(clock: Clock, ms: number): Deadline {
  const expired = new AbortController();
  const cleared = new AbortController();
  const endsAt = clock.now() + ms;
  clock.sleep(ms, cleared.signal).then(() => {
    if (!cleared.signal.aborted) expired.abort();
  });
  return {
    signal: expired.signal,
    remainingMs: () => (expired.signal.aborted ? 0 : Math.max(0, endsAt - clock.now())),
    clear: () => cleared.abort(),
  };
}
