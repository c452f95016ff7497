import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { answerPrivately } from '../../answer-privately.ts';
import type { BotDeps } from '../../deps.ts';
import { HELP, isHelp } from '../../help.ts';
import { readMessage } from '../../reading/read-message.ts';
import { respondPrivately } from '../../respond.ts';

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/**
 * *Diagnose this* on anybody's message, also an alert of another app: Slack hands the message over, so it works where
 * the bot is no member. The answer is private.
 *
 * @see https://docs.slack.dev/interactivity/implementing-shortcuts — read 2026-11-23
 */
export function diagnoseMessage(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, shortcut, respond, client, context }) => {
    await ack();
    const startedAt = deps.clock();
    const teamId = deps.homeTeamId();
    const key = `shortcut:${shortcut.trigger_id}`;
    if (!(await deps.store.claims.claimOnce({ teamId, key, ttlMs: 3_600_000 }))) return;
    const message = readMessage(shortcut.message, context);
    if (isHelp(message))
      return respondPrivately(respond, `I found nothing to read in that message.\n\n${HELP}`);
    const admission = deps.limiter.admit(shortcut.user.id, null);
    if (admission.kind === 'over') return respondPrivately(respond, admission.say);
    await answerPrivately(
      deps,
      { client, respond },
      {
        surface: 'message-shortcut',
        person: { userId: shortcut.user.id, teamId: shortcut.user.team_id ?? null },
        channelId: shortcut.channel.id,
        message,
        startedAt,
      },
    );
  };
}
