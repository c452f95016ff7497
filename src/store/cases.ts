import type { Kysely } from 'kysely';
import { StoreConflictError } from './errors.ts';
import { insertJob, type StoreDeps } from './jobs.ts';
import { caseRow, checkInput, readRow, type Tables } from './rows.ts';
import type { Cases, StoredCase } from './store.ts';

const stateInput = caseRow.pick({ state: true });
const resultInput = caseRow.pick({ result: true });

export function createCases(deps: StoreDeps): Cases {
  const { db, clock } = deps;

  return {
    async open({ teamId, reference, dedupeKey, reportId, channelId, userId, json, outbox }) {
      const now = clock();
      const row = checkInput('cases', caseRow, {
        teamId,
        reference,
        dedupeKey,
        reportId,
        channelId,
        userId,
        json,
        state: 'open',
        result: null,
        createdAt: now,
        updatedAt: now,
      });
      // It begins with a write, and so waits for another process instead of failing half way.
      return db.transaction().execute(async (trx) => {
        const inserted = await trx
          .insertInto('cases')
          .values(row)
          .onConflict((conflict) => conflict.columns(['teamId', 'dedupeKey']).doNothing())
          .returning('reference')
          .execute();
        if (inserted.length === 0) return { case: await first(trx, row), isNew: false };
        const isNew = await insertJob({ ...deps, db: trx }, 'outbox', { ...outbox, teamId });
        if (!isNew) throw new StoreConflictError(reference);
        return { case: storedCase(row), isNew };
      });
    },

    async find(reference, teamId) {
      const [row]: unknown[] = await db
        .selectFrom('cases')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('reference', '=', reference)
        .execute();
      return row === undefined ? undefined : storedCase(row);
    },

    async update(reference, teamId, { state, result }) {
      const changed = await db
        .updateTable('cases')
        .set(checkInput('cases', stateInput, { state }))
        .set(result === undefined ? {} : checkInput('cases', resultInput, { result }))
        .set({ updatedAt: clock() })
        .where('teamId', '=', teamId)
        .where('reference', '=', reference)
        .returning('reference')
        .execute();
      return changed.length > 0;
    },
  };
}

async function first(
  db: Kysely<Tables>,
  { teamId, dedupeKey }: Pick<Tables['cases'], 'teamId' | 'dedupeKey'>,
): Promise<StoredCase> {
  return storedCase(
    await db
      .selectFrom('cases')
      .selectAll()
      .where('teamId', '=', teamId)
      .where('dedupeKey', '=', dedupeKey)
      .executeTakeFirstOrThrow(),
  );
}

function storedCase(row: unknown): StoredCase {
  const { dedupeKey: _ours, ...stored } = readRow('cases', caseRow, row);
  return stored;
}
