import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoreDeps } from './jobs.ts';
import type { SweepCounts } from './store.ts';

/** How long a done job's keys are remembered. Slack's second deliveries come within minutes; the rest is margin. */
const DONE_JOB_MS = 2 * 24 * 60 * 60 * 1_000;

/** Rows in one transaction: SQLite works on our own thread, and other processes wait for its lock. */
const STEP = 200;

/** Deletes what is past its time, one small transaction after the other. */
export async function sweep(
  { db, clock }: StoreDeps,
  { retentionMs }: { readonly retentionMs: number },
): Promise<SweepCounts> {
  const now = clock();
  const cutoff = now - retentionMs;

  function deleteOldReports() {
    return db
      .deleteFrom('reports')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('teamId', 'id'),
          'in',
          selectFrom('reports')
            .select(['teamId', 'id'])
            .where('createdAt', '<=', cutoff)
            .limit(STEP)
            .$asTuple('teamId', 'id'),
        ),
      );
  }

  function deleteOldCases() {
    return db
      .deleteFrom('cases')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('teamId', 'reference'),
          'in',
          selectFrom('cases')
            .select(['teamId', 'reference'])
            .where('createdAt', '<=', cutoff)
            .limit(STEP)
            .$asTuple('teamId', 'reference'),
        ),
      );
  }

  function deleteOldJobs(
    states: readonly ('pending' | 'leased' | 'done' | 'dead')[],
    until: number,
  ) {
    return db
      .deleteFrom('jobs')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('jobs')
          .select('id')
          .where('state', 'in', states)
          .where('updatedAt', '<=', until)
          .limit(STEP),
      );
  }

  function deleteOldClaims() {
    return db
      .deleteFrom('claims')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('teamId', 'key'),
          'in',
          selectFrom('claims')
            .select(['teamId', 'key'])
            .where('expiresAt', '<=', now)
            .limit(STEP)
            .$asTuple('teamId', 'key'),
        ),
      );
  }

  function deleteOldFeedback() {
    return db
      .deleteFrom('feedback')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('teamId', 'reportId', 'userId', 'kind'),
          'in',
          selectFrom('feedback')
            .select(['teamId', 'reportId', 'userId', 'kind'])
            .where('createdAt', '<=', cutoff)
            .limit(STEP)
            .$asTuple('teamId', 'reportId', 'userId', 'kind'),
        ),
      );
  }

  return {
    reports: await inSteps(deleteOldReports),
    cases: await inSteps(deleteOldCases),
    jobs:
      (await inSteps(() => deleteOldJobs(['done'], now - DONE_JOB_MS))) +
      (await inSteps(() => deleteOldJobs(['dead'], cutoff))),
    unfinishedJobs: await inSteps(() => deleteOldJobs(['pending', 'leased'], cutoff)),
    claims: await inSteps(deleteOldClaims),
    feedback: await inSteps(deleteOldFeedback),
  };
}

interface Deletion {
  executeTakeFirst(): Promise<{ readonly numDeletedRows: bigint } | undefined>;
}

async function inSteps(deletion: () => Deletion): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = Number((await deletion().executeTakeFirst())?.numDeletedRows ?? 0n);
    total += deleted;
    if (deleted < STEP) return total;
    await nextTurn(); // whoever waits for our thread goes first
  }
}
