import type { Clock } from '../../src/enrichment/clock.ts';

export interface TestClock extends Clock {
  /** Every sleep that was begun, in milliseconds, in order; the first of a question is its deadline. */
  readonly sleeps: readonly number[];
  /** Moves the time on and wakes whoever is due. */
  advance(ms: number): void;
  /** Waits until the sleep with that number (from 0) has begun, and lets its time pass. */
  skip(index: number): Promise<void>;
}

/** A clock that stands still until a test moves it. */
export function createTestClock(startMs = Date.parse('2026-11-23T05:00:00Z')): TestClock {
  let now = startMs;
  const sleeps: number[] = [];
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const begun: { readonly index: number; readonly tell: () => void }[] = [];

  const advance = (ms: number): void => {
    now += ms;
    for (const { at, wake } of sleepers) if (at <= now) wake();
  };

  return {
    sleeps,
    advance,
    now: () => now,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        sleepers.push({ at: now + ms, wake: resolve });
        signal.addEventListener('abort', () => resolve(), { once: true });
        sleeps.push(ms);
        for (const { index, tell } of begun) if (sleeps.length > index) tell();
      });
    },
    async skip(index) {
      if (sleeps.length <= index) {
        await new Promise<void>((tell) => begun.push({ index, tell }));
      }
      advance(sleeps[index] ?? 0);
    },
  };
}
