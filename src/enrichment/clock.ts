import { setTimeout as pause } from 'node:timers/promises';

/** The time, handed in, so that deadlines and waits are tested without waiting. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()` gives them: `Retry-After` may name a date. */
  now(): number;
  /** Resolves after `ms`, or as soon as `signal` is aborted. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await pause(ms, undefined, { signal });
    } catch {
      // Woken early, which the caller sees in the signal.
    }
  },
};
