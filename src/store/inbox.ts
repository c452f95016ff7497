import { insertJob, type StoreDeps } from './jobs.ts';
import { createQueue } from './queue.ts';
import type { Inbox } from './store.ts';

export function createInbox(deps: StoreDeps): Inbox {
  return {
    ...createQueue(deps, 'inbox'),
    async receive({ teamId, eventId, dedupeKey, kind, body }) {
      const isNew = await insertJob(deps, 'inbox', { teamId, eventId, dedupeKey, kind, body });
      return isNew ? 'new' : 'known';
    },
  };
}
