/** Whose turn it is to speak in a channel. Times are milliseconds of one clock. */
export interface Turns {
  /**
   * Takes the next turn. Whoever has to wait for it and comes again then, by the same key, is given the same one.
   *
   * @returns how long to wait for it
   */
  take(place: { readonly channel: string; readonly key: string }, now: number): number;
}

const MAX_CHANNELS = 5_000;
/** A turn that nobody came for. */
const FORGOTTEN_MS = 60_000;

interface Line {
  /** When the next turn is free. */
  next: number;
  spokenAt: number;
  /** Turns that were given and not taken yet, by key. */
  readonly given: Map<string, number>;
}

export function createTurns(everyMs: number): Turns {
  const lines = new Map<string, Line>();

  function lineOf(channel: string): Line {
    const known = lines.get(channel);
    if (known !== undefined) return known;
    if (lines.size >= MAX_CHANNELS) lines.clear();
    const line: Line = { next: 0, spokenAt: Number.NEGATIVE_INFINITY, given: new Map() };
    lines.set(channel, line);
    return line;
  }

  return {
    take({ channel, key }, now) {
      if (everyMs <= 0) return 0;
      const line = lineOf(channel);
      for (const [other, at] of line.given) if (at + FORGOTTEN_MS < now) line.given.delete(other);
      const given = line.given.get(key);
      const turn = given ?? Math.max(now, line.next);
      if (given === undefined) line.next = turn + everyMs;
      // Whoever comes late finds others speaking.
      const at = Math.max(turn, line.spokenAt + everyMs);
      if (at > now) {
        line.given.set(key, turn);
        return at - now;
      }
      line.given.delete(key);
      line.spokenAt = now;
      return 0;
    },
  };
}
