/** What was asked of Slack, kept for a while; who asks for the same thing meanwhile waits for the same answer. */
export interface Memory<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
}

const MAX_KEPT = 5_000;

export function createMemory<T>({
  clock,
  keptMs,
}: {
  readonly clock: () => number;
  readonly keptMs: number;
}): Memory<T> {
  const kept = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return {
    get(key, load) {
      const known = kept.get(key);
      if (known !== undefined && known.until > clock()) return known.value;
      if (kept.size >= MAX_KEPT) kept.clear();
      const value = load();
      const entry = { value, until: clock() + keptMs };
      kept.set(key, entry);
      // A failure is not remembered.
      value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return value;
    },
  };
}
