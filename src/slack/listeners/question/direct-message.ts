import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { readMessage } from '../../reading/read-message.ts';
import { readRecent } from '../../recent.ts';
import type { Worker } from '../../work/worker.ts';
import { persistRecent } from '../recent/persist.ts';
import { admit } from './admit.ts';
import { persistQuestion, teamOf, teamsOf } from './persist.ts';

type Args = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/**
 * A direct message to the bot. Edits, joins and other messages with a subtype are none, but a file may come with one.
 *
 * @see https://docs.slack.dev/reference/events/message.im — read 2026-11-23
 */
export function directMessage(deps: BotDeps, worker: Worker): (args: Args) => Promise<void> {
  return async ({ event, body, context, client }) => {
    if (
      event.channel_type !== 'im' ||
      (event.subtype !== undefined && event.subtype !== 'file_share')
    )
      return;
    if (event.user === undefined || event.user === context.botUserId) return;
    // Another bot's message has it; Slack's types know it on some subtypes only.
    if (Reflect.get(event, 'bot_id') !== undefined) return;
    const asked = {
      channelId: event.channel,
      ts: event.ts,
      threadTs: event.thread_ts ?? event.ts,
      userId: event.user,
      isDirect: true,
    };
    if (!admit(deps, client, asked)) return;
    const message = readMessage(event, context);
    const filter = readRecent(message.text);
    if (filter !== undefined) {
      const { isDirect, ...where } = asked;
      const userTeamId = teamOf(teamsOf(event), body);
      await persistRecent(deps, body.event_id, { ...where, userTeamId, filter });
      return worker.wake();
    }
    await persistQuestion(deps, body, {
      ...asked,
      author: teamsOf(event),
      message,
    });
    worker.wake();
  };
}
