import type { LogReader } from '../../src/enrichment/lookups.ts';
import type { LogOutcome } from '../../src/evidence/request-log.ts';
import { REQUEST_ID } from './stackone-setting.ts';
import { requestLog } from './stackone-stand-in.ts';

/** As StackOne keeps it: a request that Lever refused. */
export const FAILED = requestLog({
  requestId: REQUEST_ID,
  provider: 'lever',
  accountId: '45355976281015164504',
  status: 502,
  steps: [
    { method: 'get', url: 'https://api.lever.co/v1/opportunities', status: 401, durationMs: 800 },
  ],
  providerErrors: [
    { status: 401, url: 'https://api.lever.co/v1/opportunities', raw: { code: 'Unauthorized' } },
  ],
});

/** What only the log of that request tells. */
export const FROM_LOG = /opportunities|45355976281015164504|[Ll]ever|log:/;

/** A log that comes when the test says so. */
export function slowLogs(inner: LogReader): { readonly logs: LogReader; release(): void } {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const logs: LogReader = {
    begin() {
      const lookups = inner.begin();
      return {
        ...lookups,
        async fetchRequestLog(id) {
          await gate;
          return lookups.fetchRequestLog(id);
        },
      };
    },
  };
  return { logs, release };
}

/** Look-ups that come to these things first, and to what `inner` knows after that. */
export function failingLogs(inner: LogReader, ...outcomes: readonly LogOutcome[]): LogReader {
  const waiting = [...outcomes];
  return {
    begin() {
      const lookups = inner.begin();
      return {
        ...lookups,
        fetchRequestLog: async (id) => waiting.shift() ?? lookups.fetchRequestLog(id),
      };
    },
  };
}
