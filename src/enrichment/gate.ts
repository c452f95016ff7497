import type { Clock } from './clock.ts';

/** Stands before every call to StackOne: the calls of a key are the customer's, and a StackOne that is down needs none. */
export interface Gate {
  /** Whether a call may go out now; if so, it counts. */
  enter(): Entry;
  /** What the call came to. */
  saw(result: 'answered' | 'failed' | { readonly pauseMs: number }): void;
}

export type Entry =
  | { readonly kind: 'open' }
  /** `paused`: StackOne asked for it. */
  | {
      readonly kind: 'shut';
      readonly because: 'budget' | 'paused' | 'down';
      readonly waitMs: number;
    };

export interface GateOptions {
  readonly clock: Clock;
  /** Calls in any 60 seconds. StackOne allows a key 1,000, for everything (docs, rate limiting, seen 2026-11-23). */
  readonly perMinute?: number;
  /** Failures in a row after which StackOne is left alone. */
  readonly failures?: number;
  /** How long. After that one call tries. */
  readonly restMs?: number;
}

const MINUTE_MS = 60_000;

export function createGate({
  clock,
  perMinute = 300,
  failures = 8,
  restMs = 15_000,
}: GateOptions): Gate {
  const calls: number[] = [];
  let failedInARow = 0;
  let restsUntil = 0;
  let pausedUntil = 0;
  let isTrying = false;

  return {
    enter() {
      const now = clock.now();
      while (calls.length > 0 && (calls[0] ?? 0) <= now - MINUTE_MS) calls.shift();
      const budgetMs =
        calls.length < perMinute ? 0 : (calls[calls.length - perMinute] ?? now) + MINUTE_MS - now;
      const pauseMs = pausedUntil - now;
      if (pauseMs > 0 && pauseMs >= budgetMs)
        return { kind: 'shut', because: 'paused', waitMs: pauseMs };
      if (budgetMs > 0) return { kind: 'shut', because: 'budget', waitMs: budgetMs };
      if (failedInARow >= failures) {
        if (now < restsUntil) return { kind: 'shut', because: 'down', waitMs: restsUntil - now };
        if (isTrying) return { kind: 'shut', because: 'down', waitMs: restMs };
        isTrying = true;
      }
      calls.push(now);
      return { kind: 'open' };
    },
    saw(result) {
      isTrying = false;
      if (result === 'failed') {
        failedInARow += 1;
        if (failedInARow >= failures) restsUntil = clock.now() + restMs;
        return;
      }
      failedInARow = 0;
      if (result !== 'answered') pausedUntil = Math.max(pausedUntil, clock.now() + result.pauseMs);
    },
  };
}
