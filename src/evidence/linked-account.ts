import type { LogOutcome, LookupFailure } from './request-log.ts';

/** What may be kept and shown of a linked account; credentials, set-up and owner are dropped where it is fetched. */
export interface LinkedAccount {
  readonly id: string;
  /** StackOne's provider key. */
  readonly provider: string | null;
  /** `active`, `inactive`, `suspended`, `archived`, `expired`, `error`, or one that is not known yet. */
  readonly status: string;
  /** Redacted, newest first, at most 5. */
  readonly reasons: readonly AccountReason[];
  /** When the status last changed, as far as that is told. ISO 8601, UTC. */
  readonly since: string | null;
}

export interface AccountReason {
  readonly code: string | null;
  readonly text: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
}

/** What asking for one account came to. */
export type AccountOutcome = { readonly accountId: string } & (
  | { readonly kind: 'found'; readonly account: LinkedAccount }
  | LookupFailure
);

/** What one look-up came to, whatever it was for. */
export type LookupOutcome = LogOutcome | AccountOutcome;
