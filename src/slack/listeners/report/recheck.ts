import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { recheckSentence } from '../../../report/recheck.ts';
import type { BotDeps } from '../../deps.ts';
import { post } from '../../post.ts';
import { refusedBy, sayNotPosted } from '../../refusals.ts';
import { respondPrivately } from '../../respond.ts';
import { slackErrorOf } from '../../slack-errors.ts';
import { sentenceMessage } from '../../views/recheck.ts';
import { readClick } from './acting.ts';
import { checkable } from './checkable.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** Longer than a look takes, so that two presses are one reply. */
const CLAIM_MS = 15_000;
const PRESSED =
  'I looked a moment ago, or am looking right now. Press again in a quarter of a minute.';
const UNSURE =
  'Slack did not confirm that I posted what I found. If it is not in the thread, press again in a quarter of a minute.';

/** *Check again*: whether the call works now, said where the card stands; nothing is edited, so each press can be read. */
export function recheck(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client, respond }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    const found = await checkable(deps, client, click);
    if (found.kind === 'no') return respondPrivately(respond, found.because);
    const claim = { teamId: click.teamId, key: `recheck:${found.value}` };
    if (!(await deps.store.claims.claimOnce({ ...claim, ttlMs: CLAIM_MS })))
      return respondPrivately(respond, PRESSED);
    const message = sentenceMessage(recheckSentence(await deps.recheck(found.report)));
    const { channelId, messageTs } = click;
    if (channelId === null || messageTs === null) return respondPrivately(respond, message);
    const place = { channel: channelId, thread_ts: found.where.threadTs ?? messageTs };
    try {
      await post(client, place, message);
    } catch (error) {
      const code = slackErrorOf(error);
      deps.logger.warn('what a check found could not be posted', { reason: code ?? 'unknown' });
      const again = 'press the button again';
      await respondPrivately(
        respond,
        code === undefined ? UNSURE : sayNotPosted(refusedBy(error), { channelId, again }),
      );
    }
  };
}
