import type { Clock } from './clock.ts';
import { createDeadline } from './deadline.ts';

interface Wanted<T> {
  /** How long this caller still has, in milliseconds. */
  readonly leftMs: number;
  /** What this caller gets when that has passed first. */
  readonly late: T;
  work(ms: number): Promise<T>;
}

/**
 * Who asks for what is being asked for already waits for the same call, but never longer than is left. When the time of
 * the one who began it ran out, it is begun again for those who have some left.
 */
export function createShared(
  clock: Clock,
): <T extends { readonly kind: string }>(key: string, wanted: Wanted<T>) => Promise<T> {
  const underWay = new Map<string, Promise<unknown>>();
  return async function share<T extends { readonly kind: string }>(
    key: string,
    wanted: Wanted<T>,
  ): Promise<T> {
    const running = underWay.get(key) as Promise<T> | undefined;
    if (running === undefined) {
      const work = wanted.work(wanted.leftMs).finally(() => underWay.delete(key));
      underWay.set(key, work);
      return work;
    }
    const joinedAt = clock.now();
    const deadline = createDeadline(clock, wanted.leftMs);
    const late = new Promise<T>((resolve) => {
      deadline.signal.addEventListener('abort', () => resolve(wanted.late), { once: true });
    });
    try {
      const outcome = await Promise.race([running, late]);
      const leftMs = wanted.leftMs - (clock.now() - joinedAt);
      if (outcome.kind !== 'timeout' || leftMs <= 0) return outcome;
      return await share(key, { ...wanted, leftMs });
    } finally {
      deadline.clear();
    }
  };
}
