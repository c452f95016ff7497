import type { LogReader } from '../src/enrichment/lookups.ts';
import type { LinkedAccount } from '../src/evidence/linked-account.ts';
import type { RecentRequest } from '../src/evidence/recent-requests.ts';
import type { LookupFailure, RequestLog } from '../src/evidence/request-log.ts';

/** What StackOne knows in each of the scenes that `docs/request-logs.md` shows. Invented; the shapes are real. */

export interface Scene {
  readonly title: string;
  /** What the card is an example of, in a sentence. */
  readonly about: string;
  readonly text: string;
  readonly logs: LogReader;
}

const REQUEST = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
const ACCOUNT = '45355976281015164504';

const log: RequestLog = {
  requestId: REQUEST,
  method: 'GET',
  path: '/unified/ats/applications',
  provider: 'lever',
  accountId: ACCOUNT,
  status: 502,
  durationMs: 1_200,
  at: '2026-11-23T05:00:00.000Z',
  steps: [
    step({ path: '/v1/stages', status: 200, durationMs: 240 }),
    step({ path: '/v1/opportunities', status: 401, durationMs: 800 }),
  ],
  providerErrors: [
    {
      status: 401,
      host: 'api.lever.co',
      path: '/v1/opportunities',
      body: '{"code":"Unauthorized"}',
    },
  ],
  detailsMissing: false,
};

const active: LinkedAccount = {
  id: ACCOUNT,
  provider: 'lever',
  status: 'active',
  reasons: [],
  since: null,
};

export const scenes: readonly Scene[] = [
  {
    title: 'A 502 whose second step failed at the provider',
    about:
      "The log names the call to the provider that failed, with its share of the time; the diagnosis is made from the provider's own answer.",
    text: REQUEST,
    logs: reader({
      log,
      account: { ...active, status: 'error', since: '2026-11-23T04:58:00.000Z' },
    }),
  },
  {
    title: 'A 412 of an inactive account',
    about: "The account's own status settles what the 412 alone leaves open.",
    text: REQUEST,
    logs: reader({
      log: {
        ...log,
        method: 'POST',
        path: '/unified/ats/candidates',
        status: 412,
        durationMs: 40,
        steps: [],
        providerErrors: [],
      },
      account: {
        ...active,
        status: 'inactive',
        since: '2026-11-20T09:00:00.000Z',
      },
    }),
  },
  {
    title: 'One account failing among healthy ones',
    about:
      'The latest requests show that only this account fails, since when, and what its last success was.',
    text: REQUEST,
    logs: reader({
      log,
      account: { ...active, status: 'error', since: '2026-11-23T04:40:00.000Z' },
      rows: rows(40, (at) => ({
        accountId: at % 4 === 0 ? ACCOUNT : `4535597628101516451${at % 4}`,
        status: at % 4 === 0 && at < 24 ? 502 : 200,
      })),
    }),
  },
  {
    title: 'A failure of the provider, over all accounts',
    about: 'Every account of the provider fails at once: nothing to be mended in one account.',
    text: REQUEST,
    logs: reader({
      log: {
        ...log,
        steps: [step({ path: '/v1/opportunities', status: 503, durationMs: 1_100 })],
        providerErrors: [
          { status: 503, host: 'api.lever.co', path: '/v1/opportunities', body: null },
        ],
      },
      account: active,
      rows: rows(40, (at) => ({
        accountId: at % 4 === 0 ? ACCOUNT : `4535597628101516451${at % 4}`,
        status: at < 32 ? 502 : 200,
      })),
    }),
  },
  {
    title: 'A log that has expired',
    about: 'StackOne keeps logs for 90 days, and a key sees one project.',
    text: REQUEST,
    logs: failing({ kind: 'not-found' }),
  },
  {
    title: 'No key',
    about:
      'Without a StackOne key the tables still answer what was pasted; an ID alone says how to go on.',
    text: REQUEST,
    logs: failing({ kind: 'no-key' }),
  },
];

function step(
  more: Pick<RequestLog['steps'][number], 'path' | 'status' | 'durationMs'>,
): RequestLog['steps'][number] {
  return { method: 'GET', host: 'api.lever.co', provider: 'lever', ...more };
}

/** Newest first, one every two minutes. */
function rows(
  count: number,
  make: (at: number) => Pick<RecentRequest, 'accountId' | 'status'>,
): readonly RecentRequest[] {
  return Array.from({ length: count }, (_, at) => ({
    requestId: `7f3c1d52-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
    method: 'GET',
    path: at % 8 === 4 ? '/unified/ats/jobs' : '/unified/ats/applications',
    provider: 'lever',
    at: new Date(Date.parse('2026-11-23T05:00:00Z') - at * 120_000).toISOString(),
    ...make(at),
  }));
}

function reader(known: {
  readonly log: RequestLog;
  readonly account: LinkedAccount;
  readonly rows?: readonly RecentRequest[];
}): LogReader {
  return {
    begin: () => ({
      fetchRequestLog: async (requestId) => ({ kind: 'found', requestId, log: known.log }),
      fetchAccount: async (accountId) => ({ kind: 'found', accountId, account: known.account }),
      fetchRecent: async ({ accountId }) => ({
        kind: 'found',
        requests: (known.rows ?? []).filter(
          (row) => accountId === undefined || row.accountId === accountId,
        ),
        isCut: false,
        readBackTo: known.rows?.at(-1)?.at ?? null,
      }),
    }),
  };
}

function failing(failure: LookupFailure): LogReader {
  return {
    begin: () => ({
      fetchRequestLog: async (requestId) => ({ requestId, ...failure }),
      fetchAccount: async (accountId) => ({ accountId, ...failure }),
      fetchRecent: async () => failure,
    }),
  };
}
