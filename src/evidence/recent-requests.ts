import type { LookupFailure } from './request-log.ts';

/** One row of the request logs, as far as it may be kept. */
export interface RecentRequest {
  readonly requestId: string;
  readonly method: string | null;
  /** Without query values. */
  readonly path: string | null;
  /** StackOne's provider key. */
  readonly provider: string | null;
  readonly accountId: string | null;
  readonly status: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Which rows are wanted; each that is given must fit. */
export interface RecentQuery {
  readonly accountId?: string | undefined;
  /** StackOne's keys of one vendor; one is enough. */
  readonly providers?: readonly string[] | undefined;
  readonly status?: number | undefined;
}

/** What asking for the latest requests came to; newest first. */
export type RecentOutcome =
  | {
      readonly kind: 'found';
      readonly requests: readonly RecentRequest[];
      /** There are older ones that were not read. */
      readonly isCut: boolean;
      /** When the oldest that was read was made, wanted or not; `null` where nothing was read. ISO 8601, UTC. */
      readonly readBackTo: string | null;
    }
  | LookupFailure;
