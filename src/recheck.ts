import { type EnrichDeps, enrichReport } from './answer.ts';
import { namesOneOperation, operationOf } from './evidence/reach.ts';
import type { RecentRequest } from './evidence/recent-requests.ts';
import { canRecheck, type Recheck } from './report/recheck.ts';
import type { Report } from './report/report.ts';

export interface RecheckDeps extends EnrichDeps {
  /** The answer from the tables, as for a person's question. */
  answer(text: string): Report;
}

/** Reads the latest requests of the account for one of the same operation, after the one that failed. Never throws. */
export async function recheck(report: Report, deps: RecheckDeps): Promise<Recheck> {
  const { log } = report;
  if (log === null || log.accountId === null || log.at === null || !canRecheck(report))
    return { kind: 'unknown-call' };
  const since = log.at;
  // Both look-ups end within one deadline: a person waits.
  const asking = deps.logs.begin();
  const outcome = await asking.fetchRecent({ accountId: log.accountId });
  if (outcome.kind !== 'found') return outcome;
  const wanted = operationOf(log);
  const newest = outcome.requests
    .filter((row) => operationOf(row) === wanted && row.at > since)
    .toSorted((one, other) => other.at.localeCompare(one.at))[0];
  if (newest === undefined) {
    const { isCut, readBackTo } = outcome;
    // Many calls, or a filter that was not heeded: what lies between is not read, so nobody may say that there was none.
    return isCut && (readBackTo === null || readBackTo > since)
      ? { kind: 'not-seen', readSince: readBackTo }
      : { kind: 'not-called', since };
  }
  const { requestId, at, status } = newest;
  const isSameCall = namesOneOperation(log);
  if (status < 400) return { kind: 'fixed', requestId, at, isSameCall };
  return {
    kind: 'still-failing',
    requestId,
    at,
    status,
    isSameCall,
    ...(await compare(report, newest, { ...deps, logs: { begin: () => asking } })),
  };
}

async function compare(
  before: Report,
  { requestId }: RecentRequest,
  deps: RecheckDeps,
): Promise<{ readonly isSameCause: boolean | null; readonly title: string | null }> {
  const after = await enrichReport(deps.answer(requestId), deps);
  const [was] = before.diagnoses;
  const [is] = after.diagnoses;
  if (is === undefined || was === undefined) return { isSameCause: null, title: null };
  if (is.id === was.id) return { isSameCause: true, title: null };
  // A log whose details did not come looks like another failure than one with them.
  const isKnown = [before, after].every(({ log }) => log !== null && !log.detailsMissing);
  return isKnown ? { isSameCause: false, title: is.title } : { isSameCause: null, title: null };
}
