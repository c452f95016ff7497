import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerQuestion, drawAnswer, outcomeOf, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { logQuestion } from '../../log-question.ts';
import { respondPrivately } from '../../respond.ts';
import { replaceReport, type Whereabouts } from '../../saved-report.ts';
import { unmangle } from '../../unmangle.ts';
import { HELP, LATER } from './help.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/**
 * `/stackone-error …`: answered privately through the `response_url`, which works where the bot is no member. Waits a
 * little for the log, else answers from the tables with a button for it.
 *
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands — read 2026-11-23
 */
export function stackoneError(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, command, respond, context }) => {
    await ack();
    const startedAt = deps.clock();
    const teamId = deps.homeTeamId();
    if (
      !(await deps.store.claims.claimOnce({
        teamId,
        key: `command:${command.trigger_id}`,
        ttlMs: 3_600_000,
      }))
    )
      return;
    const text = unmangle(
      command.text,
      context.botUserId === undefined ? {} : { botUserId: context.botUserId },
    );
    if (text === '' || text.toLowerCase() === 'help') return respondPrivately(respond, HELP);
    if (LATER.has(text.toLowerCase()))
      return respondPrivately(respond, `\`${text.toLowerCase()}\` is not there yet.\n\n${HELP}`);
    const where: Whereabouts = {
      teamId,
      channelId: command.channel_id,
      threadTs: null,
      userId: command.user_id,
      isPrivate: true,
      isShared: false,
    };
    const verdict = verdictOf(deps, { userId: command.user_id, teamId: command.team_id }, where);
    const first = await answerQuestion(deps, text, where, verdict);
    const enriched = deps.wantsLog(first.report)
      ? await withinWait(deps, first.report)
      : first.report;
    const answer = { ...first, report: enriched ?? first.report };
    if (enriched !== undefined && enriched !== first.report)
      await replaceReport(deps, first.value, answer);
    await respondPrivately(
      respond,
      drawAnswer(deps, answer, { offersLog: enriched === undefined }),
    );
    logQuestion(deps, { surface: 'command', outcome: outcomeOf(answer.report), startedAt });
  };
}

/** The report with its log if that comes in time; `undefined` when the answer must not wait for it any longer. */
async function withinWait(
  deps: BotDeps,
  report: Parameters<BotDeps['enrich']>[0],
): Promise<typeof report | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), deps.settings.waitForLogMs);
  });
  try {
    return await Promise.race([deps.enrich(report), late]);
  } finally {
    clearTimeout(timer);
  }
}
