import type { Ack } from '../delivery.ts';
import { StandInError } from '../errors.ts';
import type { Message } from '../facts.ts';
import { composerBlocks, mangle } from '../typed-text.ts';
import { type Wire, wireMessage } from '../wire.ts';
import { type Acting, eventEnvelope } from './acting.ts';
import { MESSAGE_EVENTS } from './message.ts';

/** A person edits a message of theirs: `message_changed`, where the app is told of messages. */
export async function edit(
  { message, text }: { readonly message: Message; readonly text: string },
  acting: Acting,
): Promise<readonly Ack[]> {
  const { world, now } = acting.state;
  const before = present(message, acting);
  const after = world.change(before, {
    text: mangle(text, world.mentionable),
    blocks: composerBlocks(text, world.mentionable),
    edited: true,
  });
  if (after === undefined) throw new StandInError('That message is gone.');
  const editedTs = (now() / 1_000).toFixed(6);
  return tell(acting, message, {
    subtype: 'message_changed',
    hidden: true,
    message: {
      ...wireMessage(after, world),
      edited: { user: after.user, ts: editedTs },
    },
    previous_message: wireMessage({ ...before, edited: false }, world),
    ts: editedTs,
  });
}

/** Slack adds the preview of a link: a change that nobody made. */
export function unfurl(
  { message }: { readonly message: Message },
  acting: Acting,
): Promise<readonly Ack[]> {
  const { world, now } = acting.state;
  const wire = wireMessage(present(message, acting), world);
  const preview = { from_url: 'https://example.com', title: 'Example', text: 'lever 401' };
  return tell(acting, message, {
    subtype: 'message_changed',
    hidden: true,
    message: { ...wire, attachments: [preview] },
    previous_message: wire,
    ts: (now() / 1_000).toFixed(6),
  });
}

/** A person deletes a message: with replies under it, a stone is left, and Slack calls it a change. */
export function remove(
  { message }: { readonly message: Message },
  acting: Acting,
): Promise<readonly Ack[]> {
  const { world, now } = acting.state;
  const before = present(message, acting);
  const previous = wireMessage(before, world);
  const ts = (now() / 1_000).toFixed(6);
  const hasReplies = world.thread(before.channel, before.ts).length > 1 && before.threadTs === null;
  if (!hasReplies) {
    world.remove(before);
    return tell(acting, message, {
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: before.ts,
      previous_message: previous,
      ts,
    });
  }
  const stone = world.change(before, {
    text: 'This message was deleted.',
    blocks: [],
    user: 'USLACKBOT',
    isTombstone: true,
  });
  if (stone === undefined) throw new StandInError('That message is gone.');
  return tell(acting, message, {
    subtype: 'message_changed',
    hidden: true,
    message: wireMessage(stone, world),
    previous_message: previous,
    ts,
  });
}

function present(message: Message, { state }: Acting): Message {
  const found = state.world.find(message.channel, message.ts);
  if (found === undefined) throw new StandInError('That message is gone.');
  return found;
}

async function tell(
  acting: Acting,
  { channel: id, user }: Message,
  event: Wire,
): Promise<readonly Ack[]> {
  const { state } = acting;
  const { world, installation } = state;
  const channel = world.channel(id);
  const { name, scope, wire } = MESSAGE_EVENTS[channel.kind];
  const isTold =
    world.hasBot(channel) && installation.subscriptions.has(name) && installation.scopes.has(scope);
  if (!isTold) return [];
  const delivery = eventEnvelope(state, {
    teamId: world.findPerson(user)?.teamId ?? world.team.id,
    at: Number(event['ts']),
    isShared: channel.sharedWith.length > 0,
    event: { type: 'message', channel: id, channel_type: wire, event_ts: event['ts'], ...event },
  });
  return [await acting.deliver(delivery)];
}
