import { setTimeout as pause } from 'node:timers/promises';
import { isRateLimited, retryAfterMs, slackErrorOf } from '../slack-errors.ts';
import type { Link } from './link.ts';

export interface Keeper {
  /** Resolves once there is a connection; does not give up. */
  start(): Promise<void>;
  stop(): void;
  isLinked(): boolean;
}

export interface KeeperOptions {
  /** A connection that is not open yet, which says what becomes of it. */
  create(events: { readonly leaving: () => void; readonly lost: () => void }): Link;
  /** Another attempt will be made. */
  failed(fact: { readonly reason: string; readonly error: unknown }): void;
}

/** What is under way on a connection that Slack wants closed is answered on it; Slack itself gives it ten seconds. */
const LINGER_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
/** What is lost before was no good connection: the next one waits. */
const STEADY_MS = 10_000;

/**
 * Keeps one connection to Slack. When Slack announces a refresh, the next one is opened before this one is closed, so
 * there is no gap; one that is lost is followed at once. What Slack refuses is asked again, later and later.
 */
export function keepLinked({ create, failed }: KeeperOptions): Keeper {
  const stopping = new AbortController();
  const retiring = new Set<Link>();
  let current: Link | undefined;
  let linking: Promise<void> | undefined;
  /** Attempts and connections, one after the other, that came to nothing or were lost at once. */
  let misses = 0;

  function relink(): Promise<void> {
    linking ??= tryUntilLinked().finally(() => {
      linking = undefined;
    });
    return linking;
  }

  async function tryUntilLinked(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if (await sleep(waitMs(misses - 1))) return replaceBy(await open());
      } catch (error) {
        if (stopping.signal.aborted) return;
        misses += 1;
        const isSlowed = isRateLimited(error);
        failed({ reason: slackErrorOf(error) ?? 'unknown', error });
        if (isSlowed) await sleep(Math.min(LONGEST_WAIT_MS, retryAfterMs(error)));
      }
    }
  }

  /** @returns whether it was slept to the end, and not stopped */
  async function sleep(ms: number): Promise<boolean> {
    await pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
    return !stopping.signal.aborted;
  }

  async function open(): Promise<Link> {
    let openedAt = Number.POSITIVE_INFINITY;
    const link = create({
      leaving: () => {
        if (link !== current) return;
        misses = 0;
        void relink();
      },
      lost: () => {
        if (link !== current || stopping.signal.aborted) return;
        misses = performance.now() - openedAt > STEADY_MS ? 0 : misses + 1;
        void relink();
      },
    });
    await link.open();
    openedAt = performance.now();
    if (!link.isOpen()) throw new Error('the connection was lost at once');
    return link;
  }

  function replaceBy(link: Link): void {
    const before = current;
    current = link;
    if (stopping.signal.aborted) link.close();
    else if (before?.isOpen() === true) retire(before);
  }

  function retire(link: Link): void {
    retiring.add(link);
    setTimeout(() => {
      if (retiring.delete(link)) link.close();
    }, LINGER_MS).unref();
  }

  return {
    start: relink,
    stop() {
      stopping.abort();
      for (const link of [...retiring, ...(current === undefined ? [] : [current])]) link.close();
      retiring.clear();
    },
    isLinked: () => current?.isOpen() === true,
  };
}

/** The first time at once. */
function waitMs(misses: number): number {
  return misses < 1 ? 0 : Math.min(LONGEST_WAIT_MS, 250 * 2 ** misses);
}
