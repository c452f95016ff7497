/** One call of the app's, as the stand-in saw it. */
export interface ApiCall {
  /** Such as `chat.postMessage`; posts to a `response_url` are `response_url`. */
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly at: number;
  /** `ok`, Slack's error code, or the fault that was put in its way. */
  readonly outcome: string;
}

/** Every call, in the order in which they were answered. */
export class CallLog {
  readonly #calls: ApiCall[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  add(call: ApiCall): void {
    this.#calls.push(call);
    this.#changed();
  }

  of(method?: string): readonly ApiCall[] {
    return this.#calls.filter((call) => method === undefined || call.method === method);
  }

  /** For the message of a test that fails: what was called, and what came of it. */
  describe(): string {
    const lines = this.#calls.map(({ method, outcome }) => `${method} ${outcome}`);
    return lines.length === 0 ? 'nothing was called' : `called: ${lines.join(', ')}`;
  }
}
