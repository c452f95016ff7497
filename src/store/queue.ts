import { sql } from 'kysely';
import * as z from 'zod';
import { StoreRowError } from './errors.ts';
import type { QueueName, StoreDeps } from './jobs.ts';
import { checkInput, jobRow, readRow, type Tables } from './rows.ts';
import type { Job, Lease, Queue } from './store.ts';

const MAX_ERROR_CHARS = 1_000;

/** Inbox and outbox alike: leases on the rows of one queue. */
export function createQueue(deps: StoreDeps, queue: QueueName): Queue {
  const { db, clock } = deps;

  return {
    async claim(owner, leaseMs, kinds) {
      if (kinds?.length === 0) return undefined;
      const now = clock();
      const lease = checkInput('jobs', leaseInput, { owner, dueAt: now + leaseMs });
      let due = db
        .selectFrom('jobs')
        .select('id')
        .where('queue', '=', queue)
        .where('dueAt', '<=', now);
      if (kinds !== undefined) due = due.where('kind', 'in', kinds);
      // One statement, so that it is its own transaction. On PostgreSQL two may choose the same row; the outer
      // condition is looked at again once the row is free, and the later one goes away empty.
      const [row]: unknown[] = await db
        .updateTable('jobs')
        .set({ ...lease, state: 'leased', attempt: sql<number>`attempt + 1`, updatedAt: now })
        .where('id', 'in', due.orderBy('dueAt').orderBy('seq').limit(1))
        .where('dueAt', '<=', now)
        .returningAll()
        .execute();
      return row === undefined ? undefined : readJob(deps, row);
    },

    async renew(job, leaseMs) {
      const { dueAt } = checkInput('jobs', dueInput, { dueAt: clock() + leaseMs });
      return settle(deps, job, { dueAt });
    },

    async finish(job) {
      return settle(deps, job, { state: 'done', dueAt: null, owner: null, body: 'null' });
    },

    async retry(job, { runAt, error }) {
      const { dueAt } = checkInput('jobs', dueInput, { dueAt: runAt });
      return settle(deps, job, { state: 'pending', dueAt, owner: null, lastError: short(error) });
    },

    async giveUp(job, reason) {
      return settle(deps, job, {
        state: 'dead',
        dueAt: null,
        owner: null,
        lastError: short(reason),
      });
    },

    async markSent(job, result) {
      const changed = await db
        .updateTable('jobs')
        .set(checkInput('jobs', resultInput, { result }))
        .set({ updatedAt: clock() })
        .where('id', '=', job.id)
        .where('result', 'is', null)
        .returning('id')
        .execute();
      return changed.length > 0;
    },

    async backlog() {
      const rows: unknown[] = await db
        .selectFrom('jobs')
        .where('queue', '=', queue)
        .where('state', 'in', ['pending', 'leased', 'dead'])
        .groupBy('state')
        .select([
          'state',
          (eb) => eb.fn.countAll().as('count'),
          (eb) => eb.fn.min('dueAt').as('oldest'),
        ])
        .execute();
      const counts = new Map(
        rows.map((row) => readRow('jobs', backlogRow, row)).map((row) => [row.state, row]),
      );
      return {
        pending: counts.get('pending')?.count ?? 0,
        leased: counts.get('leased')?.count ?? 0,
        dead: counts.get('dead')?.count ?? 0,
        oldestDueAt: counts.get('pending')?.oldest ?? null,
      };
    },
  };
}

const leaseInput = z.object({
  owner: jobRow.shape.owner.unwrap(),
  dueAt: jobRow.shape.dueAt.unwrap(),
});
const resultInput = jobRow.pick({ result: true });
const dueInput = leaseInput.pick({ dueAt: true });
const backlogRow = z.object({
  state: jobRow.shape.state,
  count: z.int(),
  oldest: jobRow.shape.dueAt,
});
const leasedRow = jobRow.extend({ owner: jobRow.shape.owner.unwrap() });

/** Changes the job if the lease still holds: owner and attempt together are the fence. */
async function settle(
  { db, clock }: StoreDeps,
  { id, owner, attempt }: Lease,
  change: Partial<Tables['jobs']>,
): Promise<boolean> {
  const changed = await db
    .updateTable('jobs')
    .set({ ...change, updatedAt: clock() })
    .where('id', '=', id)
    .where('state', '=', 'leased')
    .where('owner', '=', owner)
    .where('attempt', '=', attempt)
    .returning('id')
    .execute();
  return changed.length > 0;
}

/** A row that cannot be read is laid aside before it is reported, or it would come back with every lease. */
async function readJob({ db, clock }: StoreDeps, row: unknown): Promise<Job> {
  try {
    const { id, teamId, kind, dedupeKey, body, attempt, owner, result, lastError, createdAt } =
      readRow('jobs', leasedRow, row);
    return { id, teamId, kind, dedupeKey, body, attempt, owner, result, lastError, createdAt };
  } catch (error) {
    if (error instanceof StoreRowError) {
      const { id } = z.object({ id: z.string() }).parse(row);
      await db
        .updateTable('jobs')
        .set({ state: 'dead', dueAt: null, owner: null, lastError: short(error.message) })
        .set({ updatedAt: clock() })
        .where('id', '=', id)
        .execute();
    }
    throw error;
  }
}

function short(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_ERROR_CHARS);
}
