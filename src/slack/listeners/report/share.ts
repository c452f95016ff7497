import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { isMember } from '../../access.ts';
import { drawAnswer, notesFor, reportFor, tellsMore, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { lookAtChannel } from '../../look-at-channel.ts';
import { post } from '../../post.ts';
import { refusedBy, sayNotPosted } from '../../refusals.ts';
import { type Respond, respondPrivately } from '../../respond.ts';
import { findReport, type SavedReport, saveReport, type Whereabouts } from '../../saved-report.ts';
import { slackErrorOf } from '../../slack-errors.ts';
import { type Click, GONE, OUTSIDER, readClick, UNSEEN } from './acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

const AGAIN = 'press the button again';
const CLAIM_MS = 60_000;
const PRESSED = 'That was pressed a moment ago; I share an answer once.';
const UNSURE =
  'Slack did not confirm that I shared this. Please look into the channel; if it is not there, press again in a minute.';

/** *Share in channel*: the only way a private answer becomes public; it says who shared it. Pressed twice, it is one post. */
export function share(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client, respond }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    if (!isMember(click.person, click.teamId)) return respondPrivately(respond, OUTSIDER);
    const saved = await findReport(deps, click.value, click.teamId);
    const channelId = click.channelId ?? saved?.where.channelId ?? null;
    if (saved === undefined || channelId === null) return respondPrivately(respond, GONE);
    const claim = { teamId: click.teamId, key: `share:${click.value}:${channelId}` };
    if (!(await deps.store.claims.claimOnce({ ...claim, ttlMs: CLAIM_MS })))
      return respondPrivately(respond, PRESSED);
    const outcome = await shareIn(deps, client, { click, saved, channelId }).catch(
      async (error: unknown) => {
        await deps.store.claims.release(claim);
        throw error;
      },
    );
    if (outcome.kind === 'not-shared') await deps.store.claims.release(claim);
    await sayWhat(outcome, respond);
  };
}

type Outcome =
  | { readonly kind: 'shared'; readonly leftOut: string | null }
  | { readonly kind: 'not-shared'; readonly because: string }
  /** Slack's answer was lost: it may be there, so it is not posted again. */
  | { readonly kind: 'unsure' };

async function sayWhat(outcome: Outcome, respond: Respond): Promise<void> {
  if (outcome.kind === 'not-shared') await respondPrivately(respond, outcome.because);
  else if (outcome.kind === 'unsure') await respondPrivately(respond, UNSURE);
  else if (outcome.leftOut !== null) await respondPrivately(respond, outcome.leftOut);
}

async function shareIn(
  deps: BotDeps,
  client: WebClient,
  {
    click,
    saved,
    channelId,
  }: { readonly click: Click; readonly saved: SavedReport; readonly channelId: string },
): Promise<Outcome> {
  const look = await lookAtChannel(deps, client, channelId);
  if (look.kind === 'unseen')
    return { kind: 'not-shared', because: sayNotPosted(look, { channelId, again: AGAIN }) };
  const where: Whereabouts = {
    ...saved.where,
    channelId,
    isPrivate: false,
    isShared: look.kind === 'unknown' || look.isShared,
  };
  // What a log said was asked for one person; the whole channel must be allowed to see it.
  const verdict = await verdictOf(deps, click.person, { ...saved, where });
  const isAllowed = verdict.kind === 'allowed';
  const isLess = !isAllowed && tellsMore(saved.withLog);
  const why = look.kind === 'unknown' ? UNSEEN : verdict.kind === 'allowed' ? '' : verdict.ask;
  if (isLess && saved.report.diagnoses.length === 0)
    return { kind: 'not-shared', because: `I did not share this. ${why}` };
  const shown: SavedReport = { ...saved, where, withLog: isAllowed ? saved.withLog : null };
  const message = drawAnswer(deps, {
    report: isLess ? shown.report : reportFor(deps, shown, verdict),
    where,
    notes: notesFor(shown, verdict),
    value: await saveReport(deps, shown),
    sharedBy: click.person.userId,
  });
  try {
    await post(client, { channel: channelId }, message);
    return {
      kind: 'shared',
      leftOut: isLess ? `I shared this without what the log says. ${why}` : null,
    };
  } catch (error) {
    const code = slackErrorOf(error);
    deps.logger.warn('an answer could not be shared', { reason: code ?? 'unknown', error });
    return code === undefined
      ? { kind: 'unsure' }
      : {
          kind: 'not-shared',
          because: sayNotPosted(refusedBy(error), { channelId, again: AGAIN }),
        };
  }
}
