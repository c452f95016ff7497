import type { Call, Evidence, ProviderError, Signal } from '../evidence/evidence.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import { readLogBody } from '../evidence/log-body.ts';
import type { LogOutcome, RequestLog } from '../evidence/request-log.ts';

/** Whoever can be asked for a request's log. */
export interface LogReader {
  fetchRequestLog(requestId: string): Promise<LogOutcome>;
}

/** More IDs than this in one paste are not looked up. */
export const MAX_LOOKUPS = 3;

export interface Enriched {
  readonly evidence: Evidence;
  readonly lookups: readonly LogOutcome[];
}

/** Asks for the log of each request in the evidence, and takes what the logs say into it (origin `log`). Never throws. */
export async function enrich(
  evidence: Evidence,
  reader: LogReader,
  lexicon: Lexicon,
): Promise<Enriched> {
  const ids = evidence.requestIds.slice(0, MAX_LOOKUPS);
  const lookups = await Promise.all(ids.map((id) => reader.fetchRequestLog(id)));
  return { evidence: takeLogs(evidence, lookups, lexicon), lookups };
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
  return log.steps
    .filter(({ status }) => status !== null && status >= 400)
    .map(({ status, host, path, provider }) => ({
      status,
      host,
      path,
      code: null,
      message: null,
      marks: [],
      provider: vendorOf(provider, lexicon) ?? vendor,
    }));
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
  switch (outcome.kind) {
    case 'found':
      return outcome.log.detailsMissing
        ? [
            {
              wanted: `details of request log ${outcome.requestId}`,
              because: 'the log has none; Advanced Logs is probably off',
            },
          ]
        : [];
    case 'not-found':
      return [
        {
          wanted,
          because: 'there is no such log: logs are kept 90 days, and a key sees one project',
        },
      ];
    case 'no-key':
      return [{ wanted, because: 'no StackOne key is configured' }];
    case 'offline':
      return [{ wanted, because: 'I was asked to stay offline' }];
    case 'not-allowed':
      return [{ wanted, because: outcome.ask }];
    case 'timeout':
      return [{ wanted, because: `no answer within ${outcome.afterMs} ms` }];
    case 'refused':
      return [{ wanted, because: `StackOne refused the key with ${outcome.status}` }];
    case 'rate-limited':
      return [{ wanted, because: 'StackOne is limiting my look-ups' }];
    case 'failed':
      return [
        {
          wanted,
          because:
            outcome.status === null
              ? 'StackOne could not be reached'
              : `StackOne answered ${outcome.status}`,
        },
      ];
    default:
      return outcome satisfies never;
  }
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
