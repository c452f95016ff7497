import { randomUUID } from 'node:crypto';
import type { Ack, Delivery } from '../delivery.ts';
import { StandInError } from '../errors.ts';
import type { Channel, Message } from '../facts.ts';
import type { State } from '../state.ts';
import { composerBlocks, mangle } from '../typed-text.ts';
import { wireMessage } from '../wire.ts';
import { type Acting, eventEnvelope, memberIn } from './acting.ts';

export interface Typed {
  readonly user: string;
  readonly channel: string;
  /** As typed: `@name` mentions, `&` is a plain ampersand. */
  readonly text: string;
  /** Of the root, for a reply in its thread. */
  readonly threadTs?: string;
  /** IDs of files that are shared with it. */
  readonly files?: readonly string[];
}

export interface Posted {
  readonly message: Message;
  /** One for each event that the app is subscribed to; none where the bot is not in the channel. */
  readonly acks: readonly Ack[];
}

/** By kind of channel: the event's name in a manifest, and the scope that it needs. */
export const MESSAGE_EVENTS = {
  public: { name: 'message.channels', scope: 'channels:history', wire: 'channel' },
  private: { name: 'message.groups', scope: 'groups:history', wire: 'group' },
  im: { name: 'message.im', scope: 'im:history', wire: 'im' },
  mpim: { name: 'message.mpim', scope: 'mpim:history', wire: 'mpim' },
} as const;

/** A person posts; a mention of the bot brings `app_mention` and `message`, both, where both are subscribed. */
export async function say(typed: Typed, acting: Acting): Promise<Posted> {
  const { state } = acting;
  const { world } = state;
  const channel = memberIn(world, typed.user, typed.channel);
  if (channel.archived) throw new StandInError(`${channel.id} is archived: nobody can post there.`);
  const message = world.post({
    channel: channel.id,
    user: typed.user,
    text: mangle(typed.text, world.mentionable),
    blocks: composerBlocks(typed.text, world.mentionable),
    threadTs: typed.threadTs ?? null,
    files: typed.files ?? [],
  });
  return { message, acks: await tell(message, channel, acting) };
}

/** An alert of another app: its text in `text`, in blocks, or in attachments. */
export interface Alert {
  readonly channel: string;
  readonly text?: string;
  readonly blocks?: Message['blocks'];
  readonly attachments?: Message['attachments'];
  readonly threadTs?: string;
}

export async function alert(given: Alert, acting: Acting): Promise<Posted> {
  const { world } = acting.state;
  const channel = world.channel(given.channel);
  const message = world.post({
    channel: channel.id,
    user: OTHER_BOT.userId,
    botId: OTHER_BOT.botId,
    text: given.text ?? '',
    blocks: given.blocks ?? [],
    attachments: given.attachments ?? [],
    threadTs: given.threadTs ?? null,
  });
  return { message, acks: await tell(message, channel, acting) };
}

const OTHER_BOT = { userId: 'U0ALERTS', botId: 'B0ALERTS' };

function tell(message: Message, channel: Channel, acting: Acting): Promise<readonly Ack[]> {
  const { state } = acting;
  const deliveries = eventsOf(message, channel, state).map((event) =>
    envelope(event, message, channel, state),
  );
  return Promise.all(deliveries.map((one) => acting.deliver(one)));
}

/** The same, with `@bot` in front of the text unless it is somewhere in it. */
export function mention(typed: Typed, acting: Acting): Promise<Posted> {
  const at = `@${acting.state.world.bot.name}`;
  return say(typed.text.includes(at) ? typed : { ...typed, text: `${at} ${typed.text}` }, acting);
}

type EventFields = Readonly<Record<string, unknown>>;

function eventsOf(message: Message, channel: Channel, state: State): readonly EventFields[] {
  const { world, installation } = state;
  if (!world.hasBot(channel)) return [];
  const granted = (name: string, scope: string) =>
    installation.subscriptions.has(name) && installation.scopes.has(scope);
  const { name, scope, wire } = MESSAGE_EVENTS[channel.kind];
  const mentioned = channel.kind !== 'im' && message.text.includes(`<@${world.bot.userId}>`);
  return [
    ...(mentioned && granted('app_mention', 'app_mentions:read') ? [{ type: 'app_mention' }] : []),
    ...(granted(name, scope)
      ? [
          {
            type: 'message',
            channel_type: wire,
            ...(message.files.length > 0 ? { subtype: 'file_share' } : {}),
            ...(message.botId === null ? {} : { subtype: 'bot_message' }),
          },
        ]
      : []),
  ];
}

function envelope(event: EventFields, message: Message, channel: Channel, state: State): Delivery {
  const { world } = state;
  const teamId = world.findPerson(message.user)?.teamId ?? world.team.id;
  const { attachments, files } = wireMessage(message, world);
  return eventEnvelope(state, {
    teamId,
    at: Number(message.ts),
    isShared: channel.sharedWith.length > 0,
    event: {
      ...event,
      user: message.user,
      team: teamId,
      channel: channel.id,
      text: message.text,
      blocks: message.blocks,
      ts: message.ts,
      event_ts: message.ts,
      ...(message.botId === null ? { client_msg_id: randomUUID() } : { bot_id: message.botId }),
      ...(attachments === undefined ? {} : { attachments }),
      ...(files === undefined ? {} : { files }),
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
  });
}
