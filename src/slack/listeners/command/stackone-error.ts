import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { LogVerdict } from '../../access.ts';
import { awaitsLog, drawAnswer, lookUp, outcomeOf, reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { logQuestion } from '../../log-question.ts';
import { respondPrivately } from '../../respond.ts';
import { type SavedReport, saveReport, type Whereabouts } from '../../saved-report.ts';
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
    const key = `command:${command.trigger_id}`;
    if (!(await deps.store.claims.claimOnce({ teamId, key, ttlMs: 3_600_000 }))) return;
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
    const saved = await lookUpInTime(
      deps,
      { report: deps.answer(text), withLog: null, where },
      verdict,
    );
    const report = reportFor(deps, saved, verdict);
    const isOffered = verdict.kind === 'allowed' && awaitsLog(deps, saved);
    await respondPrivately(
      respond,
      drawAnswer(deps, {
        report,
        where,
        value: await saveReport(deps, saved),
        ...(isOffered ? { coming: 'offered' } : {}),
      }),
    );
    logQuestion(deps, { surface: 'command', outcome: outcomeOf(report), startedAt });
  };
}

/** With its log if that may be seen and comes in time; as it is when the answer must not wait for it any longer. */
async function lookUpInTime(
  deps: BotDeps,
  saved: SavedReport,
  verdict: LogVerdict,
): Promise<SavedReport> {
  if (verdict.kind !== 'allowed' || !awaitsLog(deps, saved)) return saved;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SavedReport>((resolve) => {
    timer = setTimeout(() => resolve(saved), deps.settings.waitForLogMs);
  });
  try {
    return await Promise.race([lookUp(deps, saved), late]);
  } finally {
    clearTimeout(timer);
  }
}
