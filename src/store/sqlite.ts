import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import { diskOf, noDisk } from './disk.ts';
import { StoreOpenError, type StoreOpenReason } from './errors.ts';
import { groupCommitDialect } from './group-commit.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './rows.ts';

/** The file name that stands for a database without a file. */
export const IN_MEMORY = ':memory:';

/**
 * Opens the file, made if there is none (for its owner only, as the folder), and brings its tables up to date.
 *
 * @throws StoreOpenError
 */
export async function openSqlite(file: string): Promise<Kysely<Tables>> {
  try {
    if (file !== IN_MEMORY) makeFile(file);
    const connection = new Libsql(file);
    try {
      return await prepare(connection, file);
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw error instanceof StoreOpenError ? error : openError(file, error);
  }
}

/** Flushes the log into the file and closes. Statements that wait for collection would keep the log on disk. */
export async function closeSqlite(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined); // without it the log is read at the next start
  await db.destroy();
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would make it readable for everybody; its log files take over the mode of the file.
  closeSync(openSync(file, 'a', 0o600));
}

/** Larger files are not read through at the start; damage then shows when its page is read. */
const CHECKED_UP_TO_BYTES = 64 * 1024 * 1024;

async function prepare(connection: Libsql.Database, file: string): Promise<Kysely<Tables>> {
  connection.exec('pragma busy_timeout = 5000'); // first, since the others may meet another process
  connection.exec('pragma journal_mode = wal');
  connection.exec('pragma synchronous = normal'); // nothing has succeeded before it is on disk: disk.ts sees to that
  connection.exec('pragma foreign_keys = on');
  connection.exec('pragma secure_delete = on'); // what is past its retention is overwritten, not only unlinked
  connection.exec('pragma trusted_schema = off'); // a prepared file must not run functions: sqlite.org/security.html
  if (file !== IN_MEMORY && statSync(file).size <= CHECKED_UP_TO_BYTES) check(connection, file);

  const db = new Kysely<Tables>({
    dialect: groupCommitDialect(connection, file === IN_MEMORY ? noDisk : diskOf(`${file}-wal`)),
    plugins: [new CamelCasePlugin()],
  });
  // Kysely's migrator has no lock of its own on SQLite: https://github.com/kysely-org/kysely, sqlite-adapter.ts
  connection.exec('begin immediate');
  const unknown = await migrate(db).catch((error: unknown) => {
    connection.exec('rollback');
    throw error;
  });
  connection.exec('commit');
  if (unknown.length > 0) throw newerError(file, unknown);
  return db;
}

function check(connection: Libsql.Database, file: string): void {
  const [row]: unknown[] = connection.prepare('pragma quick_check(1)').all([]);
  if (JSON.stringify(row) !== '{"quick_check":"ok"}') throw openFailure('damaged', file);
}

const ADVICE: Readonly<Record<Exclude<StoreOpenReason, 'unsupported-url' | 'newer'>, string>> = {
  damaged:
    'is not a SQLite database, or a damaged one. Move it away (with the -wal and -shm files beside it) and start again: a new one is made. Or put a backup in its place.',
  unusable:
    'cannot be opened. Check that DATA_DIR is a folder that this user may read and write, and that the disk is not full.',
  busy: 'is locked by another process. Stop what holds it (a backup, a second bot that hangs), then start again.',
};

/** SQLite's primary result codes: https://sqlite.org/rescode.html */
const REASONS: ReadonlyMap<string, keyof typeof ADVICE> = new Map([
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
]);

function openError(file: string, cause: unknown): StoreOpenError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const primary = code.split('_').slice(0, 2).join('_'); // extended codes go on, as SQLITE_BUSY_SNAPSHOT does
  return openFailure(REASONS.get(primary) ?? 'unusable', file, { cause });
}

function openFailure(
  reason: keyof typeof ADVICE,
  file: string,
  options?: ErrorOptions,
): StoreOpenError {
  return new StoreOpenError(
    { reason, file, message: `The database ${file} ${ADVICE[reason]}` },
    options,
  );
}

function newerError(file: string, unknown: readonly string[]): StoreOpenError {
  return new StoreOpenError({
    reason: 'newer',
    file,
    message: `The database ${file} was written by a newer version of the bot (it knows ${unknown.slice(0, 3).join(', ').slice(0, 200)}). Run that version or a later one, or set DATA_DIR to another folder.`,
  });
}
