import type { LookupFailure } from './request-log.ts';

/** Why something was not got, as half a sentence. */
export function failureWords(failure: LookupFailure, what: 'log' | 'account' | 'logs'): string {
  switch (failure.kind) {
    case 'not-found':
      return NOT_FOUND[what];
    case 'no-key':
      return 'no StackOne key is configured';
    case 'offline':
      return 'I was asked to stay offline';
    case 'not-allowed':
      return failure.ask;
    case 'timeout':
      return `no answer within ${failure.afterMs} ms`;
    case 'refused':
      return `StackOne refused the key with ${failure.status}`;
    case 'rate-limited':
      return 'StackOne is limiting my look-ups';
    case 'held-back':
      return failure.because === 'budget'
        ? 'I have used up my share of calls to StackOne for this minute'
        : 'StackOne has been failing, so I leave it alone for a moment';
    case 'failed':
      return failure.status === null
        ? 'StackOne could not be reached'
        : `StackOne answered ${failure.status}`;
    default:
      return failure satisfies never;
  }
}

const NOT_FOUND = {
  log: 'there is no such log: logs are kept 90 days, and a key sees one project',
  account: 'there is no such account in the project that my key sees',
  logs: 'StackOne has no such list of logs',
} as const;
