import type { App } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { tokensRevoked, uninstalled } from './forget-team.ts';

export function register(app: App, deps: BotDeps): void {
  app.event('app_uninstalled', uninstalled(deps));
  app.event('tokens_revoked', tokensRevoked(deps));
}
