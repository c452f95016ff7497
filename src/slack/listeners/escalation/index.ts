import type { App, BlockButtonAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { ACTIONS, VIEWS } from '../../names.ts';
import type { Worker } from '../../work/worker.ts';
import { openForm } from './open-form.ts';
import { submit } from './submit.ts';

export function register(app: App, deps: BotDeps, worker: Worker): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: ACTIONS.escalate },
    openForm(deps),
  );
  app.view(VIEWS.escalation, submit(deps, worker));
}
