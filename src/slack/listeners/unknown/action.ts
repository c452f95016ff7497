import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { ACTIONS, HOME_ACTIONS, RECENT_ACTION, WATCH_MINUTES } from '../../names.ts';
import { respondPrivately } from '../../respond.ts';
import { sayingView } from '../../views/saying.ts';
import { fieldsOf, stringOf } from '../../wire.ts';
import { OLD_TITLE } from './words.ts';

type Args = SlackActionMiddlewareArgs & AllMiddlewareArgs;

const OURS = new Set<string>([
  ...Object.values(ACTIONS),
  ...Object.values(HOME_ACTIONS),
  ...Object.keys(WATCH_MINUTES),
  RECENT_ACTION,
]);

const SAY =
  'That button is of another version of me and no longer works. Ask again with `/stackone-error`.';

/** A button of another version of this bot: said where it was pressed, in a modal where it stands in a view. */
export async function unknownAction({ ack, action, body, respond, client }: Args): Promise<void> {
  if ('action_id' in action && OURS.has(action.action_id)) return;
  await ack();
  const facts = fieldsOf(body);
  if (facts['response_url'] !== undefined) return respondPrivately(respond, SAY);
  const trigger = stringOf(facts['trigger_id']);
  if (trigger === undefined) return;
  const first = { trigger_id: trigger, view: sayingView(OLD_TITLE, SAY.replaceAll('`', '')) };
  if (fieldsOf(facts['view'])['type'] === 'modal') await client.views.push(first);
  else await client.views.open(first);
}
