import type { App, BlockButtonAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { ACTIONS } from '../../names.ts';
import { share } from './share.ts';
import { showLog } from './show-log.ts';
import { unknownAction } from './unknown.ts';
import { why } from './why.ts';

export function register(app: App, deps: BotDeps): void {
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.why }, why(deps));
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.share }, share(deps));
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.log }, showLog(deps));
  app.action(/.*/, unknownAction);
}
