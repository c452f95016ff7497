import type { App } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { COMMAND } from '../../names.ts';
import { stackoneError } from './stackone-error.ts';

export function register(app: App, deps: BotDeps): void {
  app.command(COMMAND, stackoneError(deps));
}
