/** What may be kept and shown of a platform log. Filled by `enrichment`; everything else of a log is dropped there. */

/** One call from StackOne to the provider. */
export interface LogStep {
  /** What ran, where the log names it in place of an address: a step of an action run. */
  readonly name?: string | null;
  readonly method: string | null;
  /** Without query values. */
  readonly path: string | null;
  readonly host: string | null;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly provider: string | null;
}

export interface RequestLog {
  readonly requestId: string;
  readonly method: string | null;
  /** Without query values. */
  readonly path: string | null;
  /** StackOne's provider key as the log gives it. */
  readonly provider: string | null;
  readonly accountId: string | null;
  readonly status: number | null;
  readonly durationMs: number | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
  readonly steps: readonly LogStep[];
  readonly providerErrors: readonly {
    readonly status: number | null;
    readonly host: string | null;
    readonly path: string | null;
    /** Redacted, at most 2,000 characters of the provider's answer, until codes and phrases were read; `null` after that. */
    readonly body: string | null;
  }[];
  /** The log has no details: Advanced Logs is off in that project, or keeps errors only. */
  readonly detailsMissing: boolean;
}

/** Why something that was asked for was not got. */
export type LookupFailure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'not-allowed'; readonly ask: string }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly status: 401 | 403 }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number | null }
  /** I did not ask, so as not to add to the load: my own share of calls is used up, or StackOne has been failing. */
  | {
      readonly kind: 'held-back';
      readonly because: 'budget' | 'down';
      readonly retryAfterSeconds: number;
    }
  | { readonly kind: 'failed'; readonly status: number | null };

/** What asking for one log came to. */
export type LogOutcome = { readonly requestId: string } & (
  | { readonly kind: 'found'; readonly log: RequestLog }
  | LookupFailure
);
