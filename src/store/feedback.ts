import type { StoreDeps } from './jobs.ts';
import { checkInput, feedbackRow, readRow } from './rows.ts';
import type { Feedback } from './store.ts';

const MAX_LISTED = 500;

export function createFeedback(
  { db, clock }: StoreDeps,
  { retentionMs }: { readonly retentionMs: number },
): Feedback {
  return {
    async add({ teamId, reportId, userId, kind, json }) {
      const row = checkInput('feedback', feedbackRow, {
        teamId,
        reportId,
        userId,
        kind,
        json,
        createdAt: clock(),
      });
      const inserted = await db
        .insertInto('feedback')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('reportId')
        .execute();
      return inserted.length > 0;
    },

    async list({ teamId, kind }) {
      const rows: unknown[] = await db
        .selectFrom('feedback')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('kind', '=', kind)
        .where('createdAt', '>', clock() - retentionMs)
        .orderBy('createdAt', 'desc')
        .limit(MAX_LISTED)
        .execute();
      return rows.map((row) => readRow('feedback', feedbackRow, row));
    },
  };
}
