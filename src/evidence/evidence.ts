import type { LinkedAccount } from './linked-account.ts';

/** What a paste shows, as data. Optional facts are `null` because this is the report's JSON (contracts, section 3). */

export type PasteForm =
  | 'status'
  | 'request-id'
  | 'response'
  | 'transcript'
  | 'log'
  | 'question'
  | 'unknown'
  | 'empty';

/** Half-open range of UTF-16 offsets into the text as read, that is: redacted and cleaned. */
export type Span = readonly [start: number, end: number];

export type SignalKind =
  | 'status'
  | 'provider-status'
  | 'status-name'
  | 'error-code'
  | 'provider'
  | 'request-id'
  | 'account-id'
  | 'retry-after'
  | 'message'
  | 'platform' // StackOne itself is named: its host, an SDK class, the word
  | 'foreign'; // somebody else's system is named

/** One piece of what a paste shows, with where it was found. */
export interface Signal {
  readonly kind: SignalKind;
  readonly value: string | number;
  /** `<format>:<place>`, such as `json:provider_errors[0].status`; `log:…` when the request log said it. */
  readonly origin: string;
  /** The words it was read from, at most 120 characters. */
  readonly quote: string;
}

/** What the system behind StackOne answered. */
export interface ProviderError {
  readonly status: number | null;
  readonly host: string | null;
  /** Without query. */
  readonly path: string | null;
  /** The provider's own machine string. */
  readonly code: string | null;
  /** The provider's own words, redacted, at most 500 characters. */
  readonly message: string | null;
  /** Codes and phrases of our tables that stand anywhere in its answer, which itself is not kept. */
  readonly marks: readonly string[];
  /** The vendor's short name, when host or text tell it. */
  readonly provider: string | null;
}

/** One request to StackOne, as far as the paste shows it. */
export interface Call {
  readonly method: string | null;
  /** Without query. */
  readonly path: string | null;
  readonly platformStatus: number | null;
  /** The vendor's short name. */
  readonly provider: string | null;
  readonly providerErrors: readonly ProviderError[];
  readonly requestId: string | null;
  readonly accountId: string | null;
  /** StackOne's `errorCode`, or another machine string of the platform. */
  readonly errorCode: string | null;
  /** The platform's own words, redacted, at most 500 characters. */
  readonly message: string | null;
  readonly failed: boolean;
  readonly span: Span;
  /** 1 for a status in a structured answer; lower where words or typos were read. */
  readonly certainty: number;
  /** What was read and where, for "why this answer". */
  readonly signals: readonly Signal[];
}

/** Looked for, not got. */
export interface Gap {
  readonly wanted: string;
  readonly because: string;
}

export interface Evidence {
  readonly paste: {
    readonly form: PasteForm;
    readonly chars: number;
    readonly truncated: boolean;
  };
  /** Most telling first; platform and provider statuses together. */
  readonly statuses: readonly number[];
  /** Vendors' short names. */
  readonly providers: readonly string[];
  readonly requestIds: readonly string[];
  readonly accountIds: readonly string[];
  /** In the order of the paste. */
  readonly calls: readonly Call[];
  readonly retryAfterSeconds: number | null;
  /** The linked accounts that StackOne was asked about. */
  readonly accounts: readonly LinkedAccount[];
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
  /** The person's own words around the evidence, redacted: at most 2,000 characters, for symptoms. */
  readonly words: string;
  /** Something shows that this is about StackOne: its host, its envelope, its SDK, its name, a vendor's host. */
  readonly aboutPlatform: boolean;
  /** Something shows that this is about another system, such as npm or a database. */
  readonly aboutOther: boolean;
}
