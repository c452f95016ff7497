import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Portable between SQLite and PostgreSQL: text, `integer`, `bigint` for milliseconds (PostgreSQL's `integer` has 32
 * bits), JSON as text. Frozen once released: a change is a new migration.
 */
export const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('reports')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('channel_id', 'text')
      .addColumn('user_id', 'text')
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('reports_key', ['team_id', 'id'])
      .execute();
    await db.schema
      .createTable('jobs')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('queue', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('dedupe_key', 'text', (column) => column.notNull())
      .addColumn('event_id', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('pending', 'leased', 'done', 'dead')`),
      )
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('owner', 'text')
      .addColumn('result', 'text')
      .addColumn('last_error', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('jobs_once', ['team_id', 'queue', 'dedupe_key'])
      .addUniqueConstraint('jobs_event_once', ['team_id', 'queue', 'event_id'])
      .execute();
    await db.schema
      .createTable('cases')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('dedupe_key', 'text', (column) => column.notNull())
      .addColumn('report_id', 'text')
      .addColumn('channel_id', 'text')
      .addColumn('user_id', 'text')
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('result', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('cases_key', ['team_id', 'reference'])
      .addUniqueConstraint('cases_once', ['team_id', 'dedupe_key'])
      .execute();
    await db.schema
      .createTable('claims')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('claims_key', ['team_id', 'key'])
      .execute();

    await index(db, 'jobs', ['queue', 'due_at', 'seq']); // claim: what is over has no `due_at` and is never walked over
    await index(db, 'jobs', ['queue', 'state']); // backlog
    await index(db, 'jobs', ['queue', 'seq']); // the next number
    await index(db, 'jobs', ['state', 'updated_at']); // sweep
    await index(db, 'reports', ['created_at']); // sweep
    await index(db, 'cases', ['created_at']); // sweep
    await index(db, 'claims', ['expires_at']); // sweep
  },
};

async function index(db: Kysely<unknown>, table: string, columns: readonly string[]) {
  await db.schema
    .createIndex([table, 'by', ...columns].join('_'))
    .on(table)
    .columns([...columns])
    .execute();
}
