import { type Kysely, Migrator } from 'kysely';
import * as z from 'zod';
import { migrations } from './migrations/index.ts';
import type { Tables } from './rows.ts';

const MIGRATION_TABLE = 'kysely_migration';

/**
 * Brings the tables up to date.
 *
 * @returns migrations that a newer version of the bot has run and we do not know; then nothing was changed
 * @throws what the database threw
 */
export async function migrate(db: Kysely<Tables>): Promise<readonly string[]> {
  const unknown = (await migrationsRun(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) return unknown;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: MIGRATION_TABLE,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return [];
}

const migrationRow = z.object({ name: z.string() });

async function migrationsRun(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === MIGRATION_TABLE)) return [];
  const rows: unknown[] = await db
    .withTables<{ [MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(MIGRATION_TABLE)
    .select('name')
    .execute();
  return rows.map((row) => migrationRow.parse(row).name);
}
