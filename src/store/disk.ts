import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const flush = promisify(fdatasync);

/** Waits for the disk beside the event loop, where SQLite would hold the whole process up meanwhile. */
export interface Disk {
  /** Resolves when everything that was committed before the call is on disk. */
  reached(): Promise<void>;
  close(): Promise<void>;
}

/** There is nothing that could be lost. */
export const noDisk: Disk = { reached: async () => undefined, close: async () => undefined };

/**
 * The disk under SQLite's write-ahead log. With `synchronous = normal` SQLite waits for it only where the log is carried
 * over into the database; a commit is safe from then on that the log is flushed, by whoever does it.
 *
 * @param log - the `-wal` file, which is one and the same as long as a connection is open
 * @see https://sqlite.org/pragma.html#pragma_synchronous — read 2026-11-25
 */
export function diskOf(log: string): Disk {
  let opened: number | undefined;
  let running: Promise<void> = Promise.resolve();
  /** Begins when the one that runs is over, and serves all who have come until then. */
  let next: Promise<void> | undefined;

  async function flushNext(): Promise<void> {
    await running.catch(() => undefined); // told to those who waited for it
    running = next ?? running;
    next = undefined;
    opened ??= openSync(log, 'r+');
    await flush(opened);
  }

  return {
    reached() {
      next ??= flushNext();
      return next;
    },
    async close() {
      await (next ?? running).catch(() => undefined);
      if (opened !== undefined) closeSync(opened);
      opened = undefined;
    },
  };
}
