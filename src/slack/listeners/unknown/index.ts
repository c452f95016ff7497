import type { App } from '@slack/bolt';
import { unknownAction } from './action.ts';
import { unknownCommand } from './command.ts';
import { unknownShortcut } from './shortcut.ts';
import { unknownView } from './view.ts';

/** What Slack still shows, or somebody's manifest still has, and this version does not know: a calm sentence for each. */
export function register(app: App): void {
  app.action(/.*/, unknownAction);
  app.command(/.*/, unknownCommand);
  app.shortcut(/.*/, unknownShortcut);
  app.view(/.*/, unknownView);
}
