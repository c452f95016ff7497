import type { App } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { VIEWS } from '../../names.ts';
import { submitSettings } from './submit.ts';

export function register(app: App, deps: BotDeps): void {
  app.view(VIEWS.settings, submitSettings(deps));
}
