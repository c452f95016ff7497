import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { BotDeps } from './deps.ts';
import { register as registerCommand } from './listeners/command/index.ts';
import { registerErrorHandler } from './listeners/error.ts';
import { register as registerEscalation } from './listeners/escalation/index.ts';
import { register as registerFeedback } from './listeners/feedback/index.ts';
import { register as registerHome } from './listeners/home/index.ts';
import { register as registerLifecycle } from './listeners/lifecycle/index.ts';
import { register as registerQuestion } from './listeners/question/index.ts';
import { register as registerRecent } from './listeners/recent/index.ts';
import { register as registerReport } from './listeners/report/index.ts';
import { register as registerSettings } from './listeners/settings/index.ts';
import { register as registerShortcut } from './listeners/shortcut/index.ts';
import { register as registerUnknown } from './listeners/unknown/index.ts';
import type { Worker } from './work/worker.ts';

/** Every listener of the bot. */
export function registerListeners(
  app: App,
  deps: BotDeps,
  { worker, client }: { readonly worker: Worker; readonly client: WebClient },
): void {
  registerCommand(app, deps);
  registerQuestion(app, deps, worker);
  registerEscalation(app, deps, worker);
  registerFeedback(app, deps);
  registerHome(app, deps);
  registerLifecycle(app, deps);
  registerSettings(app, deps);
  registerShortcut(app, deps, worker);
  registerRecent(app, deps);
  registerReport(app, deps);
  registerUnknown(app);
  registerErrorHandler(app, deps, client);
}
