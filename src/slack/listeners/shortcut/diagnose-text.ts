import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { BotDeps } from '../../deps.ts';
import { hasScope } from '../../identify.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { QUESTION_TITLE, questionView } from '../../views/question.ts';

type Args = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** *Diagnose an error*, from anywhere in Slack: a form for the text, or for a file with it. */
export function diagnoseText(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, shortcut, client }) => {
    await ack();
    await openQuestionForm(deps, client, shortcut.trigger_id);
  };
}

export async function openQuestionForm(
  deps: BotDeps,
  client: WebClient,
  triggerId: string,
): Promise<void> {
  // Slack takes a field for files only from apps that may read them.
  const takesFiles = hasScope(deps.identity(), 'files:read');
  await openAndFill(client, triggerId, {
    title: QUESTION_TITLE,
    load: async () => questionView({ takesFiles }),
  });
}
