import { insertJob, type StoreDeps } from './jobs.ts';
import { createQueue } from './queue.ts';
import { jobRow, readRow } from './rows.ts';
import type { Inbox } from './store.ts';

const receivedRow = jobRow.pick({ state: true, result: true });

export function createInbox(deps: StoreDeps): Inbox {
  return {
    ...createQueue(deps, 'inbox'),
    async receive({ teamId, eventId, dedupeKey, kind, body }) {
      const isNew = await insertJob(deps, 'inbox', { teamId, eventId, dedupeKey, kind, body });
      return isNew ? 'new' : 'known';
    },

    async find({ teamId, dedupeKey }) {
      const [row]: unknown[] = await deps.db
        .selectFrom('jobs')
        .select(['state', 'result'])
        .where('teamId', '=', teamId)
        .where('queue', '=', 'inbox')
        .where('dedupeKey', '=', dedupeKey)
        .execute();
      return row === undefined ? undefined : readRow('jobs', receivedRow, row);
    },
  };
}
