import type { RecentRequest } from './recent-requests.ts';

/** How far a failure reaches, as far as the latest requests tell. Pure; counts of requests, times in ISO 8601, UTC. */
export interface Reach {
  /** `operation`: this call of this account; `account`: all of this account; `provider`: also other accounts of it. */
  readonly scope: 'operation' | 'account' | 'provider' | 'everything';
  /** Within the scope, since the first row that was read. */
  readonly failed: number;
  readonly total: number;
  /** Other accounts of the same provider, and how many of them have mostly failures. */
  readonly otherAccounts: number;
  readonly otherAccountsFailing: number;
  /** The first failure that no success came after, within the scope. */
  readonly since: string | null;
  /** Of the same operation of the same account. */
  readonly lastSuccess: { readonly requestId: string; readonly at: string } | null;
  /** Oldest first, all of the same length. */
  readonly intervals: readonly Interval[];
  readonly intervalMinutes: number;
}

export interface Interval {
  readonly failed: number;
  readonly ok: number;
}

/** The request whose failure is asked about. */
export type Asked = Pick<RecentRequest, 'method' | 'path' | 'provider' | 'accountId'>;

/** Fewer than these say nothing. */
const LEAST = { operation: 3, account: 4, provider: 3, everything: 6 } as const;
/** From this share of failures on, something is failing. */
const FAILING = 0.5;

/** @returns `undefined` when the sample is too small to say */
export function readReach(asked: Asked, rows: readonly RecentRequest[]): Reach | undefined {
  const sameAccount = rows.filter(({ accountId }) => isKnown(accountId, asked.accountId));
  const sameProvider = rows.filter(({ provider }) => isKnown(provider, asked.provider));
  const operation = sameAccount.filter((row) => operationOf(row) === operationOf(asked));
  const otherAccounts = byAccount(
    sameProvider.filter(({ accountId }) => accountId !== asked.accountId),
  );
  const failingOthers = otherAccounts.filter(isFailing);
  const otherProviders = rows.filter(({ provider }) => provider !== asked.provider);
  const found = decide({
    operation,
    sameAccount,
    sameProvider,
    rows,
    otherProviders,
    othersFail: otherAccounts.length > 0 && failingOthers.length / otherAccounts.length > FAILING,
  });
  if (found === undefined) return undefined;
  const { scope, within } = found;
  return {
    scope,
    failed: within.filter(isFailed).length,
    total: within.length,
    otherAccounts: otherAccounts.length,
    otherAccountsFailing: failingOthers.length,
    since: sinceOf(within),
    lastSuccess: namesOneOperation(asked) ? lastSuccessOf(operation) : null,
    ...intervalsOf(within),
  };
}

interface Samples {
  readonly operation: readonly RecentRequest[];
  readonly sameAccount: readonly RecentRequest[];
  readonly sameProvider: readonly RecentRequest[];
  readonly rows: readonly RecentRequest[];
  readonly otherProviders: readonly RecentRequest[];
  /** Most other accounts of the same provider fail too. */
  readonly othersFail: boolean;
}

/** The widest circle that fails and whose outside does not. */
function decide({
  operation,
  sameAccount,
  sameProvider,
  rows,
  otherProviders,
  othersFail,
}: Samples):
  | { readonly scope: Reach['scope']; readonly within: readonly RecentRequest[] }
  | undefined {
  if (
    rows.length >= LEAST.everything &&
    isFailing(rows) &&
    otherProviders.length >= LEAST.everything / 2 &&
    isFailing(otherProviders)
  )
    return { scope: 'everything', within: rows };
  if (othersFail && sameProvider.length >= LEAST.provider && isFailing(sameProvider))
    return { scope: 'provider', within: sameProvider };
  const rest = sameAccount.filter((row) => !operation.includes(row));
  if (operation.length >= LEAST.operation && isFailing(operation) && rest.length >= 2)
    return isFailing(rest)
      ? { scope: 'account', within: sameAccount }
      : { scope: 'operation', within: operation };
  return sameAccount.length >= LEAST.account && isFailing(sameAccount)
    ? { scope: 'account', within: sameAccount }
    : undefined;
}

function isKnown(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

/** `GET /unified/ats/jobs/{id}`: an ID in the path makes no other operation. */
export function operationOf({ method, path }: Pick<RecentRequest, 'method' | 'path'>): string {
  const template = (path ?? '').replace(
    /\/(?:[^/]*\d[^/]*|c28xIQ[^/]*|[A-Za-z0-9_-]{24,})(?=\/|$)/g,
    '/{id}',
  );
  return `${method ?? ''} ${template}`;
}

/** Where an action is named in the body alone, which nobody keeps. Source: StackOne docs, actions and MCP, seen 2026-11-23. */
const MANY_OPERATIONS = new Set(['/actions/rpc', '/mcp', '/unified/proxy']);

/** Whether two calls of the same path do the same. */
export function namesOneOperation({ path }: Pick<RecentRequest, 'path'>): boolean {
  return !MANY_OPERATIONS.has(path?.replace(/\/$/, '') ?? '');
}

function isFailed({ status }: RecentRequest): boolean {
  return status >= 400;
}

function isFailing(rows: readonly RecentRequest[]): boolean {
  return rows.length > 0 && rows.filter(isFailed).length / rows.length >= FAILING;
}

function byAccount(rows: readonly RecentRequest[]): readonly (readonly RecentRequest[])[] {
  const accounts = new Map<string, RecentRequest[]>();
  for (const row of rows) {
    if (row.accountId === null) continue;
    const own = accounts.get(row.accountId);
    if (own === undefined) accounts.set(row.accountId, [row]);
    else own.push(row);
  }
  return [...accounts.values()];
}

/** Rows are newest first. */
function sinceOf(rows: readonly RecentRequest[]): string | null {
  const success = rows.findIndex((row) => !isFailed(row));
  const failures = rows.slice(0, success < 0 ? rows.length : success);
  // Where every row failed, it began before the first of them.
  return success < 0 ? null : (failures.at(-1)?.at ?? null);
}

function lastSuccessOf(rows: readonly RecentRequest[]): Reach['lastSuccess'] {
  const row = rows.find((one) => !isFailed(one));
  return row === undefined ? null : { requestId: row.requestId, at: row.at };
}

const MAX_INTERVALS = 12;
/** Lengths that people think in, in minutes. */
const LENGTHS = [1, 5, 10, 30, 60, 180, 360, 1_440];

function intervalsOf(rows: readonly RecentRequest[]): Pick<Reach, 'intervals' | 'intervalMinutes'> {
  const times = rows.map(({ at }) => Date.parse(at));
  const [newest, oldest] = [Math.max(...times), Math.min(...times)];
  const minutes = (newest - oldest) / 60_000;
  const intervalMinutes =
    LENGTHS.find((length) => minutes / length < MAX_INTERVALS) ?? Math.ceil(minutes / 11);
  const ms = intervalMinutes * 60_000;
  const first = Math.floor(oldest / ms);
  const intervals = Array.from({ length: Math.floor(newest / ms) - first + 1 }, () => ({
    failed: 0,
    ok: 0,
  }));
  for (const row of rows) {
    const interval = intervals[Math.floor(Date.parse(row.at) / ms) - first];
    if (interval !== undefined) interval[isFailed(row) ? 'failed' : 'ok'] += 1;
  }
  return { intervals, intervalMinutes };
}
