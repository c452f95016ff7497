import type { WebClient } from '@slack/web-api';
import { packetText } from '../../escalation/compose-escalation.ts';
import type { EscalationPacket } from '../../escalation/packet.ts';
import type { SlackDeps, Work } from '../deps.ts';
import { escapeMrkdwn, shorten } from '../literal.ts';
import type { Whereabouts } from '../saved-report.ts';
import { isSharedChannel } from '../shared-channel.ts';
import { isFinal, isRefusedMessage, slackErrorOf } from '../slack-errors.ts';
import { escalationMessage } from '../views/escalation.ts';

/** An escalation that waits in the outbox. */
export interface Escalation {
  readonly teamId: string;
  readonly packet: EscalationPacket;
  /** Where the answer stands that was escalated: there it is confirmed. */
  readonly where: Whereabouts;
  readonly askedBy: string;
}

/** Posts the packet to the support channel, once, and confirms it where it was asked. */
export async function deliverEscalation(
  deps: SlackDeps,
  client: WebClient,
  job: Work,
): Promise<void> {
  const escalation = JSON.parse(job.body) as Escalation;
  const { packet, teamId } = escalation;
  const channel = deps.settings.supportChannel;
  if (job.result === null) {
    const refusal =
      channel === undefined
        ? 'no_support_channel'
        : await deliver(deps, client, { escalation, channel, job });
    if (refusal !== undefined) {
      await deps.store.cases.update(packet.reference, teamId, {
        state: 'undelivered',
        result: JSON.stringify({ refusal }),
      });
      deps.logger.error('an escalation could not be delivered', {
        reference: packet.reference,
        reason: refusal,
      });
      await confirm(
        deps,
        client,
        escalation,
        undelivered(packet, channel, deps.settings.supportEmail),
      );
      return;
    }
  }
  await confirm(
    deps,
    client,
    escalation,
    `I sent this to <#${channel}> for StackOne support. Reference: ${packet.reference}`,
  );
}

/** @returns why Slack will never take it, or `undefined` when it has */
async function deliver(
  deps: SlackDeps,
  client: WebClient,
  {
    escalation,
    channel,
    job,
  }: { readonly escalation: Escalation; readonly channel: string; readonly job: Work },
): Promise<string | undefined> {
  const { packet, teamId, askedBy } = escalation;
  const isShared = await isSharedChannel(deps, client, channel);
  // Outside our own company nobody is told who works here.
  const { text, blocks } = escalationMessage(packet, isShared ? null : askedBy);
  if (!(await deps.store.outbox.renew(job, 60_000))) return undefined;
  const place = {
    channel,
    text,
    unfurl_links: false,
    unfurl_media: false,
    metadata: {
      event_type: 'stackone_error_escalation',
      event_payload: { version: 1, reference: packet.reference },
    },
  };
  try {
    const posted = await client.chat.postMessage({ ...place, blocks }).catch((error: unknown) => {
      if (!isRefusedMessage(error)) throw error;
      return client.chat.postMessage(place);
    });
    const result = JSON.stringify({ channel, ts: posted.ts ?? null });
    await deps.store.outbox.markSent(job, result);
    await deps.store.cases.update(packet.reference, teamId, { state: 'sent', result });
    return undefined;
  } catch (error) {
    if (!isFinal(error)) throw error;
    return slackErrorOf(error) ?? 'refused';
  }
}

function undelivered(
  packet: EscalationPacket,
  channel: string | undefined,
  email: string | undefined,
): string {
  const where =
    channel === undefined
      ? 'There is no support channel'
      : `I could not post in <#${channel}>; somebody has to invite me there`;
  const next =
    email === undefined
      ? 'Please send this to your StackOne contact:'
      : `Please send this to ${email}:`;
  return `${where}. I kept the case (reference ${packet.reference}). ${next}\n${shorten(escapeMrkdwn(packetText(packet)), 3_000)}`;
}

/** In the thread of a thread's answer; privately for a private one. A confirmation that fails is no lost escalation. */
async function confirm(
  deps: SlackDeps,
  client: WebClient,
  { where, askedBy }: Escalation,
  text: string,
): Promise<void> {
  const { channelId, threadTs, isPrivate } = where;
  try {
    if (channelId === null) await client.chat.postMessage({ channel: askedBy, text });
    else if (threadTs !== null)
      await client.chat.postMessage({
        channel: channelId,
        thread_ts: threadTs,
        text,
        unfurl_links: false,
      });
    else if (isPrivate && !channelId.startsWith('D'))
      await client.chat.postEphemeral({ channel: channelId, user: askedBy, text });
    else await client.chat.postMessage({ channel: channelId, text, unfurl_links: false });
  } catch (error) {
    const code = slackErrorOf(error);
    if (code === undefined || code === 'ratelimited') throw error;
    // Where the bot is no member it can still write to the person.
    if (channelId !== askedBy)
      await client.chat
        .postMessage({ channel: askedBy, text })
        .catch(() => deps.logger.warn('a confirmation could not be given', { reason: code }));
  }
}
