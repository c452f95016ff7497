import type { App, BlockButtonAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { HOME_ACTIONS } from '../../names.ts';
import { ask } from './ask.ts';
import { openReport } from './open-report.ts';
import { opened } from './opened.ts';

export function register(app: App, deps: BotDeps): void {
  app.event('app_home_opened', opened(deps));
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: HOME_ACTIONS.ask }, ask(deps));
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: HOME_ACTIONS.open },
    openReport(deps),
  );
}
