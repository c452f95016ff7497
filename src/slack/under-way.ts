/** What listeners are at: a private answer is in no queue, so whoever stops waits for it. */
export interface UnderWay {
  track<T>(work: Promise<T>): Promise<T>;
  /** Once nothing is under way, however it ended. */
  settled(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => void running.delete(work);
      work.then(done, done);
      return work;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}
