import type { Person } from '../access.ts';
import type { BotDeps } from '../deps.ts';
import { JOBS } from '../names.ts';
import { idOf, type Whereabouts } from '../saved-report.ts';

/** A watch, as it waits in the outbox between two looks. Each look is a job of its own, so a restart loses none. */
export interface Watch {
  readonly teamId: string;
  /** What the card's buttons carry. */
  readonly value: string;
  /** Where the card stands; what came of it is said there. */
  readonly where: Whereabouts;
  /** Of the thread to answer in; `null` for a private card. */
  readonly threadTs: string | null;
  readonly person: Person;
  readonly minutes: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** From 1. */
  readonly look: number;
  /** Given back when it ends. */
  readonly claims: readonly string[];
}

export type Start =
  | { readonly kind: 'started'; readonly endsAt: number }
  | { readonly kind: 'known' }
  /** As many are under way as one person, or one channel, may have. */
  | { readonly kind: 'too-many'; readonly of: 'person' | 'channel' };

/** Watches under way at the same time. */
export const MAX_WATCHES = { person: 5, channel: 10 } as const;

/** A claim outlives its watch by this, so that the last look still holds it. */
const MARGIN_MS = 10 * 60_000;

/**
 * Begins a watch, unless there is one of the same answer. Its place among the bounded number is a claim, which every
 * process sees and which runs out by itself.
 */
export async function startWatch(
  deps: BotDeps,
  wanted: Omit<Watch, 'look' | 'claims' | 'startedAt'>,
): Promise<Start> {
  const { teamId, value, minutes, person, where } = wanted;
  const ttlMs = minutes * 60_000 + MARGIN_MS;
  const take = (key: string): Promise<boolean> =>
    deps.store.claims.claimOnce({ teamId, key, ttlMs });
  const own = `watch:${idOf(value) ?? value}`;
  if (!(await take(own))) return { kind: 'known' };
  const claims = [own];
  for (const [of, id] of [
    ['person', person.userId],
    ['channel', where.channelId ?? person.userId],
  ] as const) {
    const slot = await firstFree(MAX_WATCHES[of], (at) => take(`watch-${of}:${id}:${at}`));
    if (slot === undefined) {
      await release(deps, teamId, claims);
      return { kind: 'too-many', of };
    }
    claims.push(`watch-${of}:${id}:${slot}`);
  }
  const startedAt = deps.clock();
  try {
    await addLook(deps, { ...wanted, startedAt, look: 1, claims });
  } catch (error) {
    await release(deps, teamId, claims);
    throw error;
  }
  return { kind: 'started', endsAt: endOf({ startedAt, minutes }) };
}

/** The next look of a watch. Added twice it is one job, so that an attempt that failed after it does no harm. */
export async function addLook(deps: BotDeps, watch: Watch): Promise<void> {
  await deps.store.outbox.add({
    teamId: watch.teamId,
    kind: JOBS.watch,
    dedupeKey: `watch:${watch.value}:${watch.startedAt}:${watch.look}`,
    body: JSON.stringify(watch satisfies Watch),
    runAt: nextLookAt(watch, deps.clock()),
  });
}

export async function endWatch(deps: BotDeps, { teamId, claims }: Watch): Promise<void> {
  await release(deps, teamId, claims);
}

export function endOf({ startedAt, minutes }: Pick<Watch, 'startedAt' | 'minutes'>): number {
  return startedAt + minutes * 60_000;
}

const SHORTEST_MS = 60_000;
const LONGEST_MS = 30 * 60_000;

/**
 * A quarter of the time that has gone by, between one minute and half an hour: about 15 looks in the first hour, and
 * some 60 in a day, so that all watches together stay far below what StackOne allows. The last look is at the end.
 */
export function nextLookAt(watch: Pick<Watch, 'startedAt' | 'minutes'>, now: number): number {
  const pause = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (now - watch.startedAt) / 4));
  return Math.round(Math.min(now + pause, endOf(watch)));
}

async function firstFree(
  count: number,
  take: (at: number) => Promise<boolean>,
): Promise<number | undefined> {
  for (let at = 0; at < count; at += 1) if (await take(at)) return at;
  return undefined;
}

async function release(deps: BotDeps, teamId: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) await deps.store.claims.release({ teamId, key });
}
