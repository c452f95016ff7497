/** Does the work as soon as one of the slots is free. Rejects, without doing it, when `signal` is aborted first. */
export type Slots = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** At most `count` pieces of work at once, first come, first served. */
export function createSlots(count: number): Slots {
  let free = count;
  const queue: (() => void)[] = [];

  async function take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        queue.splice(queue.indexOf(enter), 1);
        reject(signal.reason);
      };
      queue.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** A slot goes straight to the next in line, so that nobody can slip in between. */
  function give(): void {
    const next = queue.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return async (work, signal) => {
    await take(signal);
    try {
      return await work();
    } finally {
      give();
    }
  };
}
