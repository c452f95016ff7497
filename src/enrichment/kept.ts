import type { Clock } from './clock.ts';

/** Things that were fetched lately, by key. */
export interface Kept<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export interface KeptOptions {
  /** The one not used for longest goes first. */
  readonly max: number;
  /** Milliseconds after which a thing is fetched again; left out: never. */
  readonly ttlMs?: number;
  readonly clock: Clock;
}

/** A Map keeps the order in which things were put in; what is used is put in again. */
export function createKept<T>({ max, ttlMs = Infinity, clock }: KeptOptions): Kept<T> {
  const things = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get(key) {
      const thing = things.get(key);
      if (thing === undefined) return undefined;
      things.delete(key);
      if (thing.until <= clock.now()) return undefined;
      things.set(key, thing);
      return thing.value;
    },
    set(key, value) {
      things.delete(key);
      things.set(key, { value, until: clock.now() + ttlMs });
      const oldest = things.keys().next();
      if (things.size > max && !oldest.done) things.delete(oldest.value);
    },
  };
}
