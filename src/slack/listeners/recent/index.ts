import type { App, BlockButtonAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { RECENT_ACTION } from '../../names.ts';
import { diagnoseRecent } from './diagnose.ts';

export function register(app: App, deps: BotDeps): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: RECENT_ACTION },
    diagnoseRecent(deps),
  );
}
