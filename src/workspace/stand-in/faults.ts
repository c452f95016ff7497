/** What goes wrong on the way, on purpose. */
export type Fault =
  /** 429 with `Retry-After`; nothing is performed. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** Another HTTP status, such as 503; nothing is performed. */
  | { readonly kind: 'status'; readonly status: number }
  /** `{ ok: false, error }`, such as `internal_error`; nothing is performed. */
  | { readonly kind: 'error'; readonly error: string }
  /** Performed, but late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Performed, but the connection breaks before the answer: the caller cannot know. */
  | { readonly kind: 'lost-answer' }
  /** Performed or not, it is never answered: the caller waits until it gives up, and cannot know. */
  | { readonly kind: 'silence'; readonly isPerformed: boolean };

/** A Web API method, the posts to any `response_url`, or the downloads of any file. */
export type FaultTarget = string | 'response_url' | 'files';

/** Asked for each call that no waiting fault is meant for. */
export type FaultChooser = (target: FaultTarget) => Fault | undefined;

/** Faults that wait for their call: first in, first out, each for as many calls as it was given. */
export class Faults {
  /** For faults by chance. */
  choose: FaultChooser = () => undefined;
  readonly #waiting: { target: FaultTarget; fault: Fault; times: number }[] = [];

  add(target: FaultTarget, fault: Fault, times: number): void {
    this.#waiting.push({ target, fault, times });
  }

  /** The fault for this call, if one is due. */
  take(target: FaultTarget): Fault | undefined {
    const due = this.#waiting.find((one) => one.target === target && one.times > 0);
    if (due === undefined) return this.choose(target);
    due.times -= 1;
    return due.fault;
  }

  clear(): void {
    this.#waiting.length = 0;
    this.choose = () => undefined;
  }
}
