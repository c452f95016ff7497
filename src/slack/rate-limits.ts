/** Questions in a minute: above, a person is asked to wait. In each process for itself. */
export interface RateLimits {
  readonly perPerson: number;
  /** Answered in front of others. */
  readonly perChannel: number;
}

export type Admission =
  | { readonly kind: 'in' }
  /** `isFirst`: they were not told yet in this minute. */
  | { readonly kind: 'over'; readonly say: string; readonly isFirst: boolean };

export interface RateLimiter {
  /** @param channelId - `null` when only the person sees the answer */
  admit(userId: string, channelId: string | null): Admission;
}

const MINUTE_MS = 60_000;
const MAX_KEYS = 10_000;

export function createRateLimiter({
  limits,
  clock,
}: {
  /** None: everybody is let in. */
  readonly limits: RateLimits | undefined;
  readonly clock: () => number;
}): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const toldUntil = new Map<string, number>();

  /** Fills up evenly: after a burst, the next question is let in a few seconds later. */
  function take(key: string, perMinute: number): boolean {
    const now = clock();
    const known = buckets.get(key);
    const left =
      known === undefined
        ? perMinute
        : Math.min(perMinute, known.left + ((now - known.at) / MINUTE_MS) * perMinute);
    if (known === undefined && buckets.size >= MAX_KEYS) buckets.clear();
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  }

  function over(userId: string, say: string): Admission {
    const now = clock();
    const isFirst = (toldUntil.get(userId) ?? 0) <= now;
    if (toldUntil.size >= MAX_KEYS) toldUntil.clear();
    if (isFirst) toldUntil.set(userId, now + MINUTE_MS);
    return { kind: 'over', say, isFirst };
  }

  return {
    admit(userId, channelId) {
      if (limits === undefined) return { kind: 'in' };
      if (!take(`person:${userId}`, limits.perPerson)) return over(userId, MANY_BY_YOU);
      if (channelId !== null && !take(`channel:${channelId}`, limits.perChannel))
        return over(userId, MANY_HERE);
      return { kind: 'in' };
    },
  };
}

const MANY_BY_YOU =
  'That is a lot of questions at once, so I left this one out. Please ask again in a minute; several failures fit into one message.';
const MANY_HERE =
  'I am asked a lot in this channel at the moment, so I left your question out. Ask me with `/stackone-error`, or again in a minute.';
