import type { StoreDeps } from './jobs.ts';
import { checkInput, readRow, reportRow } from './rows.ts';
import type { Reports } from './store.ts';

const MAX_RECENT = 50;

const jsonInput = reportRow.pick({ json: true });

export function createReports(
  { db, clock, newId }: StoreDeps,
  { retentionMs }: { readonly retentionMs: number },
): Reports {
  return {
    async save({ teamId, json, version, channelId, userId, audience }) {
      const row = checkInput('reports', reportRow, {
        id: newId(),
        teamId,
        json,
        version,
        channelId,
        userId,
        audience,
        createdAt: clock(),
      });
      await db.insertInto('reports').values(row).execute();
      return row.id;
    },

    async find(id, teamId) {
      const [row]: unknown[] = await db
        .selectFrom('reports')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('id', '=', id)
        .where('createdAt', '>', clock() - retentionMs)
        .execute();
      return row === undefined ? undefined : readRow('reports', reportRow, row);
    },

    async recent({ teamId, userId, limit }) {
      const rows: unknown[] = await db
        .selectFrom('reports')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('userId', '=', userId)
        .where('createdAt', '>', clock() - retentionMs)
        .orderBy('createdAt', 'desc')
        .limit(Math.min(Math.max(1, limit), MAX_RECENT))
        .execute();
      return rows.map((row) => readRow('reports', reportRow, row));
    },

    async replace(id, teamId, json) {
      const changed = await db
        .updateTable('reports')
        .set(checkInput('reports', jsonInput, { json }))
        .where('teamId', '=', teamId)
        .where('id', '=', id)
        .where('createdAt', '>', clock() - retentionMs)
        .returning('id')
        .execute();
      return changed.length > 0;
    },
  };
}
