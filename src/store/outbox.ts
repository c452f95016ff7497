import { insertJob, type StoreDeps } from './jobs.ts';
import { createQueue } from './queue.ts';
import { checkInput, jobRow } from './rows.ts';
import type { Outbox } from './store.ts';

const resultInput = jobRow.pick({ result: true });

export function createOutbox(deps: StoreDeps): Outbox {
  return {
    ...createQueue(deps, 'outbox'),
    async add(job) {
      return insertJob(deps, 'outbox', job);
    },
    async markSent(job, result) {
      const changed = await deps.db
        .updateTable('jobs')
        .set(checkInput('jobs', resultInput, { result }))
        .set({ updatedAt: deps.clock() })
        .where('id', '=', job.id)
        .where('result', 'is', null)
        .returning('id')
        .execute();
      return changed.length > 0;
    },
  };
}
