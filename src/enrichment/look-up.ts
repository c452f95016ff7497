import type { LogOutcome, RequestLog } from '../evidence/request-log.ts';
import type { Answer, Asking } from './ask.ts';
import { DETAILS_MS } from './deadline.ts';
import { failureOf } from './failure-of.ts';
import { fetchSteps } from './fetch-steps.ts';
import { mergeDetails, type ReducedLog, reduceLog } from './reduce-log.ts';
import { reduceSteps } from './reduce-steps.ts';
import type { Wire } from './wire.ts';

export interface LookUp {
  readonly outcome: LogOutcome;
  /** Asking again would bring nothing new. */
  readonly complete: boolean;
}

export interface LookUpDeps {
  readonly wire: Wire;
  readonly ask: Asking;
  /** The whole wait, for saying how long it was. */
  readonly deadlineMs: number;
}

/** The first try and two more. */
export const TRIES = 3;

/**
 * Asks both generations of StackOne's logs for one request, the older first; and, where a request failed and its log
 * does not hold the provider's answer or the steps, once for each of them. Never throws.
 */
export async function lookUp(requestId: string, deps: LookUpDeps): Promise<LookUp> {
  const older = await askOlder(requestId, 'step_logs', deps, [TRIES]);
  if (older.kind === 'ok') {
    const reduced = reduceLog(older.body, requestId);
    if (reduced.kind === 'log') return withDetails(reduced, requestId, deps);
    if (reduced.kind === 'unreadable') return incomplete(outcomeOf(older, requestId, deps));
  } else if (!isAbsent(older)) {
    return incomplete(outcomeOf(older, requestId, deps));
  }
  return lookUpAction(requestId, deps);
}

type Log = Extract<ReducedLog, { readonly kind: 'log' }>;

/** What the log of a failed request lacks is asked for at the same time: the provider's answer, and the steps. */
async function withDetails(found: Log, requestId: string, deps: LookUpDeps): Promise<LookUp> {
  const { log, failed } = found;
  const done = (log: RequestLog, complete: boolean): LookUp => ({
    outcome: { kind: 'found', requestId, log },
    complete,
  });
  // A request without a status is still running, or its log is still being written.
  if (!failed) return done(log, log.status !== null);
  const [advanced, steps] = await Promise.all([
    log.providerErrors.length > 0 ? undefined : fetchAdvanced(requestId, deps),
    log.steps.length > 0 ? undefined : fetchSteps(requestId, deps),
  ]);
  const whole = [advanced, steps].reduce<RequestLog>(
    (before, more) => (more === undefined ? before : mergeDetails(before, more)),
    log,
  );
  // Details may be written a moment after the log, so one without any is asked for again next time; so are steps whose
  // list did not come.
  const hasSteps = log.steps.length > 0 || steps !== undefined;
  return done(whole, whole.status !== null && whole.providerErrors.length > 0 && hasSteps);
}

/** One try: the log is worth telling without it. */
async function fetchAdvanced(requestId: string, deps: LookUpDeps): Promise<RequestLog | undefined> {
  const answer = await askOlder(requestId, 'advanced_logs', deps, [1, DETAILS_MS]);
  const more = reduceLog(answer.kind === 'ok' ? answer.body : null, requestId);
  return more.kind === 'log' ? more.log : undefined;
}

/** A bare UUID may also be an action run's ID, which only the newer generation knows. */
async function lookUpAction(requestId: string, deps: LookUpDeps): Promise<LookUp> {
  const { wire } = deps;
  const answer = await deps.ask(
    (signal) =>
      wire.GET('/logs/actions/{actionRunId}', {
        params: { path: { actionRunId: requestId } },
        parseAs: 'text',
        signal,
      }),
    TRIES,
  );
  if (answer.kind === 'ok') {
    const reduced = reduceLog(answer.body, requestId);
    if (reduced.kind === 'log') return withActionSteps(reduced, requestId, deps);
    if (reduced.kind === 'other') return incomplete({ kind: 'not-found', requestId });
  }
  // The key was good for the older logs, which know of no such request; that it may not read these changes nothing.
  const isRefusal = answer.kind === 'status' && answer.status < 500 && !MAY_PASS.has(answer.status);
  return incomplete(
    isRefusal ? { kind: 'not-found', requestId } : outcomeOf(answer, requestId, deps),
  );
}

/** The steps of an action run that failed are a list of their own. One try: the log is worth telling without them. */
async function withActionSteps(
  { log, failed }: Log,
  requestId: string,
  { wire, ask }: LookUpDeps,
): Promise<LookUp> {
  const found = (more: Partial<RequestLog>, complete: boolean): LookUp => ({
    outcome: { kind: 'found', requestId, log: { ...log, ...more } },
    complete,
  });
  if (!failed || log.steps.length > 0) return found({}, log.status !== null);
  const answer = await ask(
    (signal) =>
      wire.POST('/logs/steps', {
        body: { action_run_id: requestId, page: 1, page_size: 100 },
        parseAs: 'text',
        signal,
      }),
    1,
    DETAILS_MS,
  );
  const steps = answer.kind === 'ok' ? reduceSteps(answer.body, requestId) : [];
  return found(steps.length > 0 ? { steps, detailsMissing: false } : {}, steps.length > 0);
}

/** Refusals that say nothing about the log itself: 408 and 429. */
const MAY_PASS = new Set([408, 429]);

function askOlder(
  id: string,
  include: 'step_logs' | 'advanced_logs',
  { wire, ask }: LookUpDeps,
  [tries, withinMs]: readonly [number, number?],
): Promise<Answer> {
  return ask(
    (signal) =>
      wire.GET('/requests/logs/{id}', {
        params: { path: { id }, query: { include } },
        parseAs: 'text',
        signal,
      }),
    tries,
    withinMs,
  );
}

/** No such log: 404, or 410 for one that was. */
function isAbsent(answer: Answer): boolean {
  return answer.kind === 'status' && (answer.status === 404 || answer.status === 410);
}

function outcomeOf(answer: Answer, requestId: string, { deadlineMs }: LookUpDeps): LogOutcome {
  return { requestId, ...failureOf(answer, deadlineMs) };
}

function incomplete(outcome: LogOutcome): LookUp {
  return { outcome, complete: false };
}
