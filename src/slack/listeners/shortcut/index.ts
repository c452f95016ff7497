import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { SHORTCUTS, VIEWS } from '../../names.ts';
import type { Worker } from '../../work/worker.ts';
import { diagnoseMessage } from './diagnose-message.ts';
import { diagnoseText } from './diagnose-text.ts';
import { submitQuestion } from './submit-question.ts';

export function register(app: App, deps: BotDeps, worker: Worker): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: SHORTCUTS.message },
    diagnoseMessage(deps),
  );
  app.shortcut<GlobalShortcut>(
    { type: 'shortcut', callback_id: SHORTCUTS.text },
    diagnoseText(deps),
  );
  app.view(VIEWS.diagnose, submitQuestion(deps, worker));
}
