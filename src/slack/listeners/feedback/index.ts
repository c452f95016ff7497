import type { App, BlockButtonAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { ACTIONS, VIEWS } from '../../names.ts';
import { correct } from './correct.ts';
import { helped } from './helped.ts';
import { missed } from './missed.ts';
import { submitCorrection } from './submit-correction.ts';
import { submitMissed } from './submit-missed.ts';

export function register(app: App, deps: BotDeps): void {
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.helped }, helped(deps));
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.missed }, missed(deps));
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: ACTIONS.correct },
    correct(deps),
  );
  app.view(VIEWS.missed, submitMissed(deps));
  app.view(VIEWS.correct, submitCorrection(deps));
}
