import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { insertJob, jobInsertionOf } from '../../src/store/jobs.ts';
import { createQueue } from '../../src/store/queue.ts';
import { createReports } from '../../src/store/reports.ts';
import type { Tables } from '../../src/store/rows.ts';
import { closeSqlite, openSqlite } from '../../src/store/sqlite.ts';
import { NOON, TEAM, temporaryFolder } from './temporary-store.ts';

const MARKER = 'remember-me-not';

async function openFile() {
  const file = join(temporaryFolder(), 'store.sqlite');
  const db = await openSqlite(file);
  onTestFinished(() => closeSqlite(db));
  return { db, file };
}

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 1], // NORMAL: we flush its log ourselves
  ['busy_timeout', 5_000],
  ['foreign_keys', 1],
  ['secure_delete', 1],
  ['trusted_schema', 0],
])('runs with %s %s', async (setting, value) => {
  const { db } = await openFile();
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${setting}`).execute(db);
  expect(Object.values(rows[0] ?? {})).toEqual([value]);
});

test('keeps nothing of a deleted report in the file', async () => {
  const { db, file } = await openFile();
  const deps = {
    db,
    clock: () => NOON,
    newId: () => 'only-one',
    jobInsertion: jobInsertionOf(db),
  };
  await createReports(deps, { retentionMs: 1 }).save({
    teamId: TEAM,
    json: JSON.stringify(MARKER),
    version: 1,
    channelId: null,
    userId: null,
    audience: 'private',
  });
  await flush(db);
  expect(readFileSync(file).includes(MARKER)).toBe(true);
  await db.deleteFrom('reports').execute();
  await flush(db);
  expect(readFileSync(file).includes(MARKER)).toBe(false);
});

test('keeps nothing of the body of a finished job in the file', async () => {
  const { db, file } = await openFile();
  const deps = {
    db,
    clock: () => NOON,
    newId: () => 'only-one',
    jobInsertion: jobInsertionOf(db),
  };
  const queue = createQueue(deps, 'inbox');
  const job = { teamId: TEAM, kind: 'note', dedupeKey: 'one', body: JSON.stringify(MARKER) };
  await insertJob(deps, 'inbox', job);
  await flush(db);
  expect(readFileSync(file).includes(MARKER)).toBe(true);
  const held = await queue.claim('here', 1_000);
  expect(held && (await queue.finish(held))).toBe(true);
  await flush(db);
  expect(readFileSync(file).includes(MARKER)).toBe(false);
});

test('claims by index, without sorting and without walking over what is done', async () => {
  const plan = await plansOf(async (deps) => {
    await createQueue(deps, 'inbox').claim('here', 1_000);
  });
  expect(plan).toContain('USING INDEX jobs_by_queue_due_at_seq (queue=? AND due_at<?)');
  expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
});

test('numbers a new job by index', async () => {
  const plan = await plansOf(async (deps) => {
    const job = { teamId: TEAM, kind: 'note', dedupeKey: 'one', body: '{}' };
    await insertJob(deps, 'outbox', job);
  });
  expect(plan).toContain('jobs_by_queue_seq (queue=?)');
});

async function flush(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** What SQLite plans for each statement that the work issues. */
async function plansOf(
  work: (deps: Parameters<typeof createQueue>[0]) => Promise<void>,
): Promise<string> {
  const { db } = await openFile();
  const queries: CompiledQuery[] = [];
  const seen = db.withPlugin({
    transformQuery: ({ node }) => {
      queries.push(db.getExecutor().compileQuery(node, { queryId: 'plan' }));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await work({
    db: seen,
    clock: () => NOON,
    newId: () => 'only-one',
    jobInsertion: jobInsertionOf(seen),
  });
  const plans = await Promise.all(
    queries.map((query) =>
      db.executeQuery<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query.sql}`,
        parameters: query.parameters.map(() => null), // whatever they are, the plan is the same
      }),
    ),
  );
  return plans.flatMap(({ rows }) => rows.map(({ detail }) => detail)).join('\n');
}
