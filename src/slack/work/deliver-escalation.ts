import type { WebClient } from '@slack/web-api';
import { packetText } from '../../escalation/compose-escalation.ts';
import type { EscalationPacket } from '../../escalation/packet.ts';
import type { SlackDeps, Work } from '../deps.ts';
import { escapeMrkdwn, shortenEscaped } from '../literal.ts';
import { isSharedChannel } from '../look-at-channel.ts';
import { findPosted, post } from '../post.ts';
import { sayNotPosted } from '../refusals.ts';
import type { Whereabouts } from '../saved-report.ts';
import { isFinal, slackErrorOf } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';
import { escalationMessage } from '../views/escalation.ts';
import { LEASE_MS } from './worker.ts';

/** An escalation that waits in the outbox. */
export interface Escalation {
  readonly teamId: string;
  readonly packet: EscalationPacket;
  /** Where the answer stands that was escalated: there it is confirmed. */
  readonly where: Whereabouts;
  readonly askedBy: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
}

/** Slack has not answered, so nobody knows. */
const UNCONFIRMED = 'unconfirmed';

/** Posts the packet to the support channel, once, and confirms it where it was asked: only what was sent. */
export async function deliverEscalation(
  deps: SlackDeps,
  client: WebClient,
  job: Work,
): Promise<void> {
  const escalation = JSON.parse(job.body) as Escalation;
  const { packet } = escalation;
  const channel = deps.settings.supportChannel;
  const outcome: Outcome =
    job.result !== null
      ? { kind: 'sent' }
      : channel === undefined
        ? { kind: 'refused', code: 'no_support_channel' }
        : await deliver(deps, client, { escalation, channel, job });
  switch (outcome.kind) {
    case 'sent':
      return confirm(deps, client, {
        escalation,
        job,
        text: `I sent this to <#${channel}> for StackOne support. Reference: ${packet.reference}`,
      });
    case 'refused':
      return giveBack(deps, client, { escalation, channel, code: outcome.code });
    case 'not-ours':
      return;
    default:
      return outcome satisfies never;
  }
}

type Outcome =
  | { readonly kind: 'sent' }
  /** Slack will never take it. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Another process has taken the job over: it sends, and it confirms. */
  | { readonly kind: 'not-ours' };

async function deliver(
  deps: SlackDeps,
  client: WebClient,
  { escalation, channel, job }: Delivery,
): Promise<Outcome> {
  const { packet, teamId } = escalation;
  try {
    const ts = await send(deps, client, { escalation, channel, job });
    if (ts === undefined) return { kind: 'not-ours' };
    const result = JSON.stringify({ channel, ts });
    await deps.store.outbox.markSent(job, result);
    await deps.store.cases.update(packet.reference, teamId, { state: 'sent', result });
    return { kind: 'sent' };
  } catch (error) {
    if (!isFinal(error)) throw error;
    return { kind: 'refused', code: slackErrorOf(error) ?? 'refused' };
  }
}

interface Delivery {
  readonly escalation: Escalation;
  readonly channel: string;
  readonly job: Work;
}

/** @returns the `ts` of what is in the support channel now; `undefined` when the job is no longer ours to do */
async function send(
  deps: SlackDeps,
  client: WebClient,
  { escalation, channel, job }: Delivery,
): Promise<string | undefined> {
  const { packet, askedBy } = escalation;
  const metadata = metadataOf('stackone_error_escalation', packet);
  const found =
    job.attempt > 1
      ? await findPosted(deps, client, { place: { channel }, since: sinceOf(escalation), metadata })
      : undefined;
  if (found !== undefined) return found;
  // Outside our own company nobody is told who works here.
  const isShared = await isSharedChannel(deps, client, channel);
  const message = escalationMessage(packet, isShared ? null : askedBy);
  if (!(await deps.store.outbox.renew(job, LEASE_MS))) return undefined;
  return post(client, { channel }, message, metadata);
}

/** Nothing is lost: the case is kept, and the person who asked gets the packet, alone, to carry it themselves. */
async function giveBack(
  deps: SlackDeps,
  client: WebClient,
  {
    escalation: { packet, teamId, where, askedBy },
    channel,
    code,
  }: {
    readonly escalation: Escalation;
    readonly channel: string | undefined;
    readonly code: string;
  },
): Promise<void> {
  const { reference } = packet;
  await deps.store.cases.update(reference, teamId, {
    state: 'undelivered',
    result: JSON.stringify({ refusal: code }),
  });
  deps.logger.error('an escalation could not be delivered', { reference, reason: code });
  const { channelId, threadTs } = where;
  await tellPrivately(
    client,
    { channel: channelId ?? askedBy, user: askedBy, threadTs },
    undelivered(packet, reasonOf(code, channel), deps.settings.supportEmail),
  );
}

function undelivered(packet: EscalationPacket, because: string, email: string | undefined): string {
  const next =
    email === undefined
      ? 'Please send this to your StackOne contact:'
      : `Please send this to ${email}:`;
  return `${because} I kept the case (reference ${packet.reference}). ${next}\n${shortenEscaped(escapeMrkdwn(packetText(packet)), 3_000)}`;
}

function reasonOf(code: string, channelId: string | undefined): string {
  if (channelId === undefined) return 'There is no support channel.';
  return code === UNCONFIRMED
    ? `Slack did not confirm that I posted in <#${channelId}>; please look whether it is there.`
    : sayNotPosted({ code }, { channelId, again: 'escalate it again' });
}

/** In the thread of a thread's answer; privately for a private one. */
async function confirm(
  deps: SlackDeps,
  client: WebClient,
  {
    escalation,
    job,
    text,
  }: { readonly escalation: Escalation; readonly job: Work; readonly text: string },
): Promise<void> {
  const { where, askedBy, packet } = escalation;
  const { channelId, threadTs, isPrivate } = where;
  const isAlone = channelId === null || (isPrivate && threadTs === null);
  try {
    if (isAlone)
      return await tellPrivately(
        client,
        { channel: channelId ?? askedBy, user: askedBy, threadTs },
        text,
      );
    const place = { channel: channelId, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
    const metadata = metadataOf('stackone_error_confirmation', packet);
    const since = sinceOf(escalation);
    const found =
      job.attempt > 1 ? await findPosted(deps, client, { place, since, metadata }) : undefined;
    if (found === undefined) await post(client, place, { text }, metadata);
  } catch (error) {
    // What was sent is sent: a confirmation that Slack will never take is no reason to try again.
    if (!isFinal(error)) throw error;
    await client.chat
      .postMessage({ channel: askedBy, text })
      .catch(() =>
        deps.logger.warn('a confirmation could not be given', { reason: slackErrorOf(error) }),
      );
  }
}

function metadataOf(eventType: string, { reference }: EscalationPacket) {
  return { event_type: eventType, event_payload: { version: 1, reference } };
}

/** Slack's clock and ours need not agree to the second. */
function sinceOf({ askedAt }: Escalation): string {
  return String(Math.floor(askedAt / 1_000) - 300);
}

/** After the last attempt: the one who escalated is told, unless it was sent and only the confirmation failed. */
export async function sayNotDelivered(
  deps: SlackDeps,
  client: WebClient,
  job: Work,
): Promise<void> {
  const escalation = JSON.parse(job.body) as Escalation;
  const kept = await deps.store.cases.find(escalation.packet.reference, escalation.teamId);
  if (kept?.state === 'sent') return;
  const channel = deps.settings.supportChannel;
  await giveBack(deps, client, { escalation, channel, code: UNCONFIRMED });
}
