import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { isMember } from '../../access.ts';
import { drawAnswer, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { respondPrivately } from '../../respond.ts';
import { findReport, saveReport, type Whereabouts } from '../../saved-report.ts';
import { isSharedChannel } from '../../shared-channel.ts';
import { isRefusedMessage, sayRefusal, slackErrorOf } from '../../slack-errors.ts';
import { GONE, OUTSIDER, readClick } from './acting.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Share in channel*: the only way a private answer becomes public; it says who shared it. Pressed twice, it is one post. */
export function share(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client, respond }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    if (!isMember(click.person, click.teamId)) return respondPrivately(respond, OUTSIDER);
    const saved = await findReport(deps, click.value, click.teamId);
    const channelId = click.channelId ?? saved?.where.channelId ?? null;
    if (saved === undefined || channelId === null) return respondPrivately(respond, GONE);
    const key = `share:${click.value}:${channelId}`;
    if (!(await deps.store.claims.claimOnce({ teamId: click.teamId, key, ttlMs: 60_000 }))) return;
    const isShared = saved.report.log !== null && (await isSharedChannel(deps, client, channelId));
    const where: Whereabouts = { ...saved.where, channelId, isPrivate: false, isShared };
    // What a log said was asked for one person; the whole channel must be allowed to see it.
    const verdict = verdictOf(deps, click.person, where);
    if (saved.report.log !== null && verdict.kind === 'not-allowed')
      return respondPrivately(respond, verdict.ask);
    const value = await saveReport(deps, { report: saved.report, where });
    const { text, blocks } = drawAnswer(
      deps,
      { report: saved.report, where, value },
      { sharedBy: click.person.userId },
    );
    const place = { channel: channelId, text, unfurl_links: false, unfurl_media: false };
    try {
      await client.chat.postMessage({ ...place, blocks }).catch((error: unknown) => {
        if (!isRefusedMessage(error)) throw error;
        return client.chat.postMessage(place);
      });
    } catch (error) {
      const code = slackErrorOf(error);
      if (code === undefined) throw error;
      await respondPrivately(respond, sayRefusal(code, channelId));
    }
  };
}
