import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { VIEWS } from '../../names.ts';
import { sayingView } from '../../views/saying.ts';
import { OLD_TITLE } from './words.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

const OURS = new Set<string>(Object.values(VIEWS));

/** A form of another version of this bot. */
export async function unknownView({ ack, view }: Args): Promise<void> {
  if (OURS.has(view.callback_id)) return;
  await ack({
    response_action: 'update',
    view: sayingView(
      OLD_TITLE,
      'That form is of another version of me and was not sent. Close it and open it again.',
    ),
  });
}
