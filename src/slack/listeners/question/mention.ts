import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { readMessage } from '../../reading/read-message.ts';
import type { Worker } from '../../work/worker.ts';
import { admit } from './admit.ts';
import { persistQuestion } from './persist.ts';

type Args = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/**
 * Somebody mentions the bot. Other bots are not answered, or two of them could talk without end.
 *
 * @see https://docs.slack.dev/reference/events/app_mention — read 2026-11-23
 */
export function mention(deps: BotDeps, worker: Worker): (args: Args) => Promise<void> {
  return async ({ event, body, context, client }) => {
    if (
      event.user === undefined ||
      event.bot_id !== undefined ||
      event.user === context.botUserId ||
      event.edited !== undefined
    )
      return;
    const asked = {
      channelId: event.channel,
      ts: event.ts,
      threadTs: event.thread_ts ?? event.ts,
      userId: event.user,
      isDirect: false,
    };
    if (!admit(deps, client, asked)) return;
    await persistQuestion(deps, body, {
      ...asked,
      author: event,
      message: readMessage(event, context),
    });
    worker.wake();
  };
}
