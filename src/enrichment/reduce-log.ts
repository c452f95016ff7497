import type { LogStep, RequestLog } from '../evidence/request-log.ts';
import { tellingSteps } from '../evidence/telling-steps.ts';
import { type WireCall, type WireLog, wireLog, wireStep, wrapped } from './log-schema.ts';
import {
  readDuration,
  readMethod,
  readName,
  readPlace,
  readStatus,
  readTime,
} from './log-values.ts';
import { reduceProviderErrors } from './reduce-provider-errors.ts';

/** Steps that are kept. */
const MAX_STEPS = 50;
/** Steps that are looked at; a long sync has one for each page. */
const MAX_STEPS_READ = 2_000;

export type ReducedLog =
  | { readonly kind: 'log'; readonly log: RequestLog; readonly failed: boolean }
  /** A log, but of another request. */
  | { readonly kind: 'other' }
  /** Nothing that tells of a request. */
  | { readonly kind: 'unreadable' };

/**
 * Takes from an answer what may be kept of a log, and drops the rest: headers, bodies, addresses of people and
 * machines, owners, query values. Reads both generations. Never throws.
 *
 * @param body - the parsed answer, with or without `data` around the log
 * @param requestId - the one that was asked for
 */
export function reduceLog(body: unknown, requestId: string): ReducedLog {
  const wire = wireLog.parse(wrapped.safeParse(body).data?.data ?? body);
  if (wire === null) return { kind: 'unreadable' };
  const ids = [wire.request_id, wire.action_run_id, wire.log_id].filter((id) => id !== null);
  const isAsked = ids.some((id) => id.toLowerCase() === requestId.toLowerCase());
  if (ids.length > 0 && !isAsked) return { kind: 'other' };

  const log = toLog(wire, requestId);
  const failed = log.status === null ? wire.success === false : log.status >= 400;
  const isEmpty = log.status === null && log.path === null && log.at === null;
  if (isEmpty && ids.length === 0) return { kind: 'unreadable' };
  return { kind: 'log', failed, log: { ...log, detailsMissing: failed && hasNoDetails(log) } };
}

/** What a second answer knows of the same request is added; it counts where the first said nothing. */
export function mergeDetails(log: RequestLog, more: RequestLog): RequestLog {
  const merged = {
    ...log,
    status: log.status ?? more.status,
    steps: log.steps.length > 0 ? log.steps : more.steps,
    providerErrors: log.providerErrors.length > 0 ? log.providerErrors : more.providerErrors,
  };
  return { ...merged, detailsMissing: log.detailsMissing && hasNoDetails(merged) };
}

function hasNoDetails({ steps, providerErrors }: RequestLog): boolean {
  return steps.length === 0 && providerErrors.length === 0;
}

function toLog(wire: WireLog, requestId: string): RequestLog {
  const { method, status, durationMs, provider } = callOf(wire);
  const steps = wire.step_requests.slice(0, MAX_STEPS_READ).map((step) => wireStep.parse(step));
  const known = steps.filter((step) => step !== null);
  return {
    requestId,
    method,
    // Here the short form comes first: it is the path that the person called.
    path: readPlace(wire.path ?? wire.url ?? wire.request?.url?.path ?? null).path,
    provider,
    accountId: readName(wire.account_id),
    status,
    durationMs,
    at: readTime(wire.event_datetime ?? wire.event_time ?? wire.start_time),
    steps: tellingSteps(known.map(toStep).filter(saysSomething), MAX_STEPS),
    providerErrors: reduceProviderErrors(wire, known),
    detailsMissing: false,
  };
}

function toStep(wire: WireCall): LogStep {
  const url = wire.request?.url;
  const full = readPlace(wire.url ?? url?.url ?? null);
  return {
    ...callOf(wire),
    host: full.host ?? readPlace(url?.hostname ?? null).host,
    path: full.path ?? readPlace(wire.path ?? url?.path ?? null).path,
  };
}

function callOf(wire: WireCall): Pick<LogStep, 'method' | 'status' | 'durationMs' | 'provider'> {
  return {
    method: readMethod(wire.http_method ?? wire.request?.method ?? null),
    status: readStatus(wire.status ?? wire.status_code ?? wire.response?.status_code ?? null),
    durationMs: readDuration(wire.duration ?? wire.duration_ms),
    provider: readName(wire.provider ?? wire.connector_key),
  };
}

function saysSomething({ method, path, host, status }: LogStep): boolean {
  return [method, path, host, status].some((value) => value !== null);
}
