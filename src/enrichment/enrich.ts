import type { Call, Evidence, ProviderError, Signal } from '../evidence/evidence.ts';
import { failureWords } from '../evidence/failure-words.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import type { AccountOutcome, LookupOutcome } from '../evidence/linked-account.ts';
import { readLogBody } from '../evidence/log-body.ts';
import { type Reach, readReach } from '../evidence/reach.ts';
import type { RecentRequest } from '../evidence/recent-requests.ts';
import type { LogOutcome, RequestLog } from '../evidence/request-log.ts';
import type { LogReader, Lookups } from './lookups.ts';
import { accountsToAsk, takeAccounts } from './take-accounts.ts';

/** More IDs than this in one paste are not looked up. */
export const MAX_LOOKUPS = 3;

export interface Enriched {
  readonly evidence: Evidence;
  /** Every look-up of a request or an account, the failed ones too. */
  readonly lookups: readonly LookupOutcome[];
  /** How far the failure reaches; `null` where the latest requests do not tell. */
  readonly reach: Reach | null;
  /** The latest failed requests of an account that was asked about alone. */
  readonly recent: readonly RecentRequest[];
}

/**
 * Asks for the log of each request in the evidence, for the accounts that decide, and for the latest requests, and takes
 * what is said into it (origin `log`). All of it ends within one deadline. Never throws.
 */
export async function enrich(
  evidence: Evidence,
  reader: LogReader,
  lexicon: Lexicon,
): Promise<Enriched> {
  const asking = reader.begin();
  const [logs, named] = await Promise.all([
    Promise.all(evidence.requestIds.slice(0, MAX_LOOKUPS).map((id) => asking.fetchRequestLog(id))),
    Promise.all(accountsToAsk(evidence).map((id) => asking.fetchAccount(id))),
  ]);
  const withLogs = takeLogs(evidence, logs, lexicon);
  const known = new Set(named.map(({ accountId }) => accountId));
  const told = accountsToAsk(withLogs).filter((id) => !known.has(id));
  const [later, reach, recent] = await Promise.all([
    Promise.all(told.map((id) => asking.fetchAccount(id))),
    fetchReach(logs, asking),
    fetchFailures(withLogs, named, asking),
  ]);
  const accounts = [...named, ...later];
  return {
    evidence: takeAccounts(withLogs, accounts),
    lookups: [...logs.map(withoutBodies), ...accounts],
    reach,
    recent,
  };
}

/** What the providers answered was read; of their words, no more is passed on than the evidence has. */
function withoutBodies(outcome: LogOutcome): LogOutcome {
  if (outcome.kind !== 'found') return outcome;
  const providerErrors = outcome.log.providerErrors.map((error) => ({ ...error, body: null }));
  return { ...outcome, log: { ...outcome.log, providerErrors } };
}

/** Of the failed request that was found; the latest requests of its account, and of everybody for comparison. */
async function fetchReach(logs: readonly LogOutcome[], asking: Lookups): Promise<Reach | null> {
  const failed = logs.flatMap((outcome) =>
    outcome.kind === 'found' && (outcome.log.status ?? 0) >= 400 ? [outcome.log] : [],
  )[0];
  if (failed === undefined || failed.accountId === null) return null;
  const outcomes = await Promise.all([
    asking.fetchRecent({ accountId: failed.accountId }),
    asking.fetchRecent({}),
  ]);
  const rows = outcomes.flatMap((outcome) => (outcome.kind === 'found' ? outcome.requests : []));
  const once = new Map(rows.map((row) => [row.requestId, row]));
  const sorted = [...once.values()].toSorted((one, other) => other.at.localeCompare(one.at));
  return readReach(failed, sorted) ?? null;
}

/** Of an account that stands alone: nothing else was pasted that could be diagnosed. */
async function fetchFailures(
  { calls }: Evidence,
  accounts: readonly AccountOutcome[],
  asking: Lookups,
): Promise<readonly RecentRequest[]> {
  const [first] = accounts;
  if (calls.length > 0 || first?.kind !== 'found') return [];
  const outcome = await asking.fetchRecent({ accountId: first.accountId });
  return outcome.kind === 'found' ? outcome.requests.filter(({ status }) => status >= 400) : [];
}

/** Pure: evidence and look-ups in, evidence out. A log's failed request decides; a look-up that came to nothing is a gap. */
export function takeLogs(
  evidence: Evidence,
  lookups: readonly LogOutcome[],
  lexicon: Lexicon,
): Evidence {
  const logs = lookups.flatMap((outcome) => (outcome.kind === 'found' ? [outcome.log] : []));
  const calls = logs.reduce((before, log) => withLog(before, log, lexicon), evidence.calls);
  const failed = calls.filter((call) => call.failed);
  const statuses = failed
    .flatMap((call) => [...call.providerErrors.map(({ status }) => status), call.platformStatus])
    .filter((status) => status !== null);
  const providers = calls
    .flatMap((call) => [...call.providerErrors.map(({ provider }) => provider), call.provider])
    .filter((provider) => provider !== null);
  const accounts = logs.flatMap(({ accountId }) => accountId ?? []);
  return {
    ...evidence,
    calls,
    statuses: unique([...statuses, ...evidence.statuses]),
    providers: unique([...providers, ...evidence.providers]),
    accountIds: unique([...evidence.accountIds, ...accounts]),
    signals: [
      ...calls.flatMap(({ signals }) => signals.filter(({ origin }) => origin.startsWith('log:'))),
      ...evidence.signals,
    ].slice(0, 60),
    gaps: [...evidence.gaps, ...lookups.flatMap(gapOf)],
    aboutPlatform: evidence.aboutPlatform || logs.length > 0,
  };
}

/** The call with that ID, or the only one without any, is the one that the log tells of; else it is a new one. */
function withLog(calls: readonly Call[], log: RequestLog, lexicon: Lexicon): readonly Call[] {
  const known = calls.findIndex(({ requestId }) => requestId === log.requestId);
  const at = known >= 0 ? known : calls.length === 1 && calls[0]?.requestId === null ? 0 : -1;
  const call = callOf(log, at < 0 ? undefined : calls[at], lexicon);
  return at < 0 ? [...calls, call] : calls.with(at, call);
}

function callOf(log: RequestLog, before: Call | undefined, lexicon: Lexicon): Call {
  const vendor = vendorOf(log.provider, lexicon) ?? before?.provider ?? null;
  const logged = providerErrorsOf(log, vendor, lexicon);
  const status = log.status ?? before?.platformStatus ?? null;
  return {
    method: log.method ?? before?.method ?? null,
    path: log.path ?? before?.path ?? null,
    platformStatus: status,
    provider: vendor,
    providerErrors: logged.length > 0 ? logged : (before?.providerErrors ?? []),
    requestId: log.requestId,
    accountId: log.accountId ?? before?.accountId ?? null,
    errorCode: before?.errorCode ?? null,
    message: before?.message ?? null,
    failed: status === null ? logged.length > 0 : status >= 400,
    span: before?.span ?? [0, 0],
    certainty: 1,
    signals: [...signalsOf(log, logged), ...(before?.signals ?? [])].slice(0, 24),
  };
}

/** The log's own list of provider errors; without it, the steps that failed. */
function providerErrorsOf(
  log: RequestLog,
  vendor: string | null,
  lexicon: Lexicon,
): readonly ProviderError[] {
  const listed = log.providerErrors.map(({ status, host, path, body }) => ({
    status,
    host,
    path,
    provider: vendor,
    ...readLogBody(body, { host, vendor, lexicon }),
  }));
  if (listed.length > 0) return listed;
  return (
    log.steps
      // A step that names no address may have failed without asking the provider.
      .filter(
        ({ status, host, path }) => (host ?? path) !== null && status !== null && status >= 400,
      )
      .map(({ status, host, path, provider }) => ({
        status,
        host,
        path,
        code: null,
        message: null,
        marks: [],
        provider: vendorOf(provider, lexicon) ?? vendor,
      }))
  );
}

function vendorOf(key: string | null, lexicon: Lexicon): string | null {
  if (key === null) return null;
  const wanted = key.toLowerCase();
  return (
    lexicon.vendors.find(({ name, keys }) => name === wanted || keys.includes(wanted))?.name ?? null
  );
}

function signalsOf(log: RequestLog, errors: readonly ProviderError[]): readonly Signal[] {
  const quote = `request ${log.requestId}`;
  return [
    ...(log.status === null
      ? []
      : [{ kind: 'status' as const, value: log.status, origin: 'log:status', quote }]),
    ...errors.flatMap(({ status }, index) =>
      status === null
        ? []
        : [
            {
              kind: 'provider-status' as const,
              value: status,
              origin: `log:provider_errors[${index}].status`,
              quote,
            },
          ],
    ),
    ...(log.provider === null
      ? []
      : [{ kind: 'provider' as const, value: log.provider, origin: 'log:provider', quote }]),
    ...(log.accountId === null
      ? []
      : [{ kind: 'account-id' as const, value: log.accountId, origin: 'log:account_id', quote }]),
  ];
}

/** The report's gaps are what other programs read; people read the look-ups, which say it in sentences. */
function gapOf(outcome: LogOutcome): Evidence['gaps'] {
  const wanted = `request log ${outcome.requestId}`;
  if (outcome.kind !== 'found') return [{ wanted, because: failureWords(outcome, 'log') }];
  return outcome.log.detailsMissing
    ? [
        {
          wanted: `details of ${wanted}`,
          because: 'the log has none; Advanced Logs is probably off',
        },
      ]
    : [];
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
