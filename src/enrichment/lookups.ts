import type { AccountOutcome } from '../evidence/linked-account.ts';
import type { RecentOutcome, RecentQuery } from '../evidence/recent-requests.ts';
import type { LogOutcome } from '../evidence/request-log.ts';

/** Whoever can be asked for what StackOne keeps. */
export interface LogReader {
  /** One question's look-ups: they end within one deadline, however many they are. */
  begin(): Lookups;
}

/** None of these ever rejects: what went wrong is an outcome. */
export interface Lookups {
  fetchRequestLog(requestId: string): Promise<LogOutcome>;
  fetchAccount(accountId: string): Promise<AccountOutcome>;
  /** Newest first, from a bounded number of rows. */
  fetchRecent(query: RecentQuery): Promise<RecentOutcome>;
}
