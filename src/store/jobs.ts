import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { compileOnce } from './compiled.ts';
import { checkInput, jobRow, type Tables } from './rows.ts';
import type { NewJob } from './store.ts';

/** What every part of the store is built with. */
export interface StoreDeps {
  readonly db: Kysely<Tables>;
  /** Milliseconds. */
  readonly clock: () => number;
  /** URL-safe, at least 128 random bits. */
  readonly newId: () => string;
  readonly jobInsertion: JobInsertion;
}

export type QueueName = Tables['jobs']['queue'];

/** In the caller's transaction, where there is one. @returns whether it is new, by any of its keys */
export async function insertJob(
  { db, clock, newId, jobInsertion }: StoreDeps,
  queue: QueueName,
  job: NewJob & { readonly eventId?: string },
): Promise<boolean> {
  const now = clock();
  const row = checkInput('jobs', jobRow, {
    id: newId(),
    queue,
    teamId: job.teamId,
    kind: job.kind,
    dedupeKey: job.dedupeKey,
    eventId: job.eventId ?? null,
    body: job.body,
    state: 'pending',
    attempt: 0,
    dueAt: job.runAt ?? now,
    seq: 1,
    owner: null,
    result: null,
    lastError: null,
    createdAt: now,
    updatedAt: now,
  });
  const { rows } = await db.executeQuery(jobInsertion(row));
  return rows.length > 0;
}

export type JobInsertion = (row: Tables['jobs']) => CompiledQuery;

/** Returns a row when the job is new. */
export function jobInsertionOf(db: Kysely<Tables>): JobInsertion {
  return compileOnce(jobRow.keyof().options, (row) =>
    db
      .insertInto('jobs')
      .values({
        ...row,
        seq: (eb) =>
          eb
            .selectFrom('jobs')
            .where('queue', '=', row.queue)
            .select(sql<number>`coalesce(max(seq), 0) + 1`.as('next')),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
}
