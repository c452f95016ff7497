import type { Kysely, Migration } from 'kysely';

/** What people said of answers, and somebody's newest reports. Frozen once released: a change is a new migration. */
export const feedback: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('feedback')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('report_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['team_id', 'report_id', 'user_id', 'kind'])
      .execute();
    await db.schema
      .createIndex('feedback_by_created_at') // sweep
      .on('feedback')
      .columns(['created_at'])
      .execute();
    await db.schema
      .createIndex('feedback_by_team_id_kind_created_at') // list
      .on('feedback')
      .columns(['team_id', 'kind', 'created_at'])
      .execute();
    await db.schema
      .createIndex('reports_by_team_id_user_id_created_at') // recent
      .on('reports')
      .columns(['team_id', 'user_id', 'created_at'])
      .execute();
  },
};
