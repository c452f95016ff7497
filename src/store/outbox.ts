import { insertJob, type StoreDeps } from './jobs.ts';
import { createQueue } from './queue.ts';
import type { Outbox } from './store.ts';

export function createOutbox(deps: StoreDeps): Outbox {
  return {
    ...createQueue(deps, 'outbox'),
    async add(job) {
      return insertJob(deps, 'outbox', job);
    },
  };
}
