import type { App, BlockButtonAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { ACTIONS, WATCH_MINUTES } from '../../names.ts';
import { recheck } from './recheck.ts';
import { share } from './share.ts';
import { showLog } from './show-log.ts';
import { watch, watchFor } from './watch.ts';
import { why } from './why.ts';

export function register(app: App, deps: BotDeps): void {
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.why }, why(deps));
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.share }, share(deps));
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.log }, showLog(deps));
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: ACTIONS.recheck },
    recheck(deps),
  );
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: ACTIONS.watch }, watch(deps));
  for (const actionId of Object.keys(WATCH_MINUTES))
    app.action<BlockButtonAction>({ type: 'block_actions', action_id: actionId }, watchFor(deps));
}
