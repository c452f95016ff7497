import type { Kysely, Migration } from 'kysely';

/** What a channel's people have set for it. Frozen once released: a change is a new migration. */
export const channelSettings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('channel_settings')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_settings_key', ['team_id', 'channel_id'])
      .execute();
  },
};
