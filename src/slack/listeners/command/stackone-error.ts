import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerPrivately } from '../../answer-privately.ts';
import type { BotDeps } from '../../deps.ts';
import { HELP, isHelp } from '../../help.ts';
import { logQuestion } from '../../log-question.ts';
import { readMessage } from '../../reading/read-message.ts';
import { answerRecent, readRecent } from '../../recent.ts';
import { respondPrivately } from '../../respond.ts';
import { privateWhere } from '../../saved-report.ts';
import { openSettings } from '../settings/open.ts';
import { LATER } from './later.ts';

/** Opens the settings of the channel; typed elsewhere, it is answered with how to get there. */
const SETTINGS = 'settings';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
type Asked = Pick<Args, 'command' | 'respond' | 'client' | 'context'> & {
  readonly startedAt: number;
};

/**
 * `/stackone-error …`: answered privately.
 *
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands — read 2026-11-23
 */
export function stackoneError(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, command, respond, client, context }) => {
    await ack();
    const startedAt = deps.clock();
    const asked = { command, respond, client, context, startedAt };
    // The way to a form is open for seconds; an answer has time.
    if (command.text.trim().toLowerCase() === SETTINGS) return answer(deps, asked);
    await deps.acksFirst.inCalm(() => answer(deps, asked));
  };
}

async function answer(
  deps: BotDeps,
  { command, respond, client, context, startedAt }: Asked,
): Promise<void> {
  const teamId = deps.homeTeamId();
  const key = `command:${command.trigger_id}`;
  if (!(await deps.store.claims.claimOnce({ teamId, key, ttlMs: 3_600_000 }))) return;
  const message = readMessage({ text: command.text }, context);
  const word = message.text.toLowerCase();
  const person = { userId: command.user_id, teamId: command.team_id };
  if (word === SETTINGS)
    return openSettings(deps, client, {
      person,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
    });
  if (LATER.has(word))
    return respondPrivately(respond, `\`${word}\` comes with a later release.\n\n${HELP}`);
  if (isHelp(message)) return respondPrivately(respond, HELP);
  const admission = deps.limiter.admit(command.user_id, null);
  if (admission.kind === 'over') return respondPrivately(respond, admission.say);
  const filter = readRecent(message.text);
  if (filter !== undefined) {
    const where = privateWhere({ teamId, channelId: command.channel_id, userId: person.userId });
    await respondPrivately(respond, await answerRecent(deps, { person, where, filter }));
    return logQuestion(deps, { surface: 'command', outcome: 'recent', startedAt });
  }
  await answerPrivately(
    deps,
    { client, respond },
    {
      surface: 'command',
      person,
      channelId: command.channel_id,
      message,
      startedAt,
    },
  );
}
