import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createCases } from './cases.ts';
import { createChannelSettings } from './channel-settings.ts';
import { createClaims } from './claims.ts';
import { deleteTeam } from './delete-team.ts';
import { StoreOpenError } from './errors.ts';
import { createFeedback } from './feedback.ts';
import { createInbox } from './inbox.ts';
import { jobInsertionOf, type StoreDeps } from './jobs.ts';
import { createOutbox } from './outbox.ts';
import { createReports } from './reports.ts';
import { closeSqlite, openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { sweep } from './sweep.ts';

const FILE_NAME = 'stackone-error-bot.sqlite';
const DAY_MS = 24 * 60 * 60 * 1_000;

export interface StoreOptions {
  /** `DATABASE_URL`; unset: a SQLite file in `dataDir`. */
  readonly url?: string | undefined;
  /** Made if it is not there, for its owner only. */
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long reports and cases are kept. */
  readonly retentionDays: number;
  /** URL-safe, at least 128 random bits; 192 if left out. */
  readonly newId?: () => string;
  /** Instead of the file in `dataDir`; `:memory:` for none. */
  readonly path?: string;
}

/**
 * Opens the store, makes it if there is none, and brings it up to date.
 *
 * @throws StoreOpenError when it cannot be used, saying why and what to do
 */
export async function openStore({
  url,
  dataDir,
  clock,
  retentionDays,
  newId = randomId,
  path,
}: StoreOptions): Promise<Store> {
  if (url !== undefined && url.trim() !== '') throw urlError(url);
  const db = await openSqlite(path ?? join(dataDir, FILE_NAME));
  const deps: StoreDeps = { db, clock, newId, jobInsertion: jobInsertionOf(db) };
  const retention = { retentionMs: retentionDays * DAY_MS };
  let closing: Promise<void> | undefined;

  return {
    reports: createReports(deps, retention),
    inbox: createInbox(deps),
    outbox: createOutbox(deps),
    cases: createCases(deps),
    claims: createClaims(deps),
    feedback: createFeedback(deps, retention),
    channelSettings: createChannelSettings(deps),
    sweep: () => sweep(deps, retention),
    deleteTeam: (teamId) => deleteTeam(deps, teamId),
    async ping() {
      await db.selectFrom('claims').select('key').limit(1).execute(); // a table: `select 1` touches no file
    },
    close() {
      closing ??= closeSqlite(db);
      return closing;
    },
  };
}

function randomId(): string {
  return randomBytes(24).toString('base64url');
}

function urlError(url: string): StoreOpenError {
  const message = /^postgres(?:ql)?:/i.test(url.trim())
    ? 'DATABASE_URL names a PostgreSQL server. Support for it comes in a later version: leave DATABASE_URL empty to use the SQLite file in DATA_DIR.'
    : 'DATABASE_URL is not understood. Leave it empty to use the SQLite file in DATA_DIR.';
  return new StoreOpenError({ reason: 'unsupported-url', file: null, message });
}
