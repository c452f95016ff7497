import type { AllMiddlewareArgs, SlackShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { SHORTCUTS } from '../../names.ts';
import { respondPrivately } from '../../respond.ts';
import { sayingView } from '../../views/saying.ts';
import { OLD_TITLE } from './words.ts';

type Args = SlackShortcutMiddlewareArgs<SlackShortcut> & AllMiddlewareArgs;

const OURS = new Set<string>(Object.values(SHORTCUTS));

const SAY =
  'That shortcut is of another version of me and no longer works. Ask with `/stackone-error`, or choose *Diagnose this* in the menu of a message.';

/** A shortcut that is still in Slack's menus, and no longer in the code. */
export async function unknownShortcut({ ack, shortcut, respond, client }: Args): Promise<void> {
  if (OURS.has(shortcut.callback_id)) return;
  await ack();
  if (shortcut.type === 'message_action') return respondPrivately(respond, SAY);
  await client.views.open({
    trigger_id: shortcut.trigger_id,
    view: sayingView(OLD_TITLE, SAY.replaceAll('*', '').replaceAll('`', '')),
  });
}
