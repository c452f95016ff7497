import { StandInError } from './errors.ts';

/** Tells those who wait that something in the stand-in has changed. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  readonly announce = (): void => {
    for (const wake of [...this.#waiting]) wake();
  };

  /**
   * Waits until `look` sees something.
   *
   * @param look - asked now and after each change; `undefined`, `null` and `false` mean not yet
   * @throws StandInError when `timeoutMs` has passed, with what was awaited
   */
  waitFor<T>(
    look: () => T | undefined | null | false,
    { timeoutMs, what }: { readonly timeoutMs: number; readonly what: () => string },
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
      };
      const wake = () => {
        try {
          const seen = look();
          if (seen === undefined || seen === null || seen === false) return;
          end();
          resolve(seen);
        } catch (error) {
          end();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        end();
        reject(new StandInError(`Waited ${timeoutMs} ms in vain for ${what()}.`));
      }, timeoutMs);
      this.#waiting.add(wake);
      wake();
    });
  }
}
