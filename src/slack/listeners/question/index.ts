import type { App } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import type { Worker } from '../../work/worker.ts';
import { changed } from './changed.ts';
import { directMessage } from './direct-message.ts';
import { mention } from './mention.ts';

export function register(app: App, deps: BotDeps, worker: Worker): void {
  app.event('app_mention', mention(deps, worker));
  app.event('message', directMessage(deps, worker));
  app.event('message', changed(deps, worker));
}
