import * as z from 'zod';
import { checkMessage } from '../check-message.ts';
import { invalidArguments, Refusal } from '../errors.ts';
import type { Channel, Message, Metadata } from '../facts.ts';
import type { State } from '../state.ts';
import { wireMessageWithMetadata } from '../wire.ts';
import {
  defineMethod,
  flag,
  joinedChannel,
  type Method,
  structure,
  timestamp,
  visibleChannel,
} from './method.ts';

/** `chat.*` — docs.slack.dev/reference/methods, read 2026-11-23 */

const words = { text: z.string().optional(), blocks: structure };
const address = { channel: z.string(), ts: timestamp };

const postMessage = defineMethod({
  scope: 'chat:write',
  args: {
    ...words,
    channel: z.string(),
    thread_ts: timestamp.optional(),
    reply_broadcast: flag,
    metadata: structure,
    unfurl_links: flag,
    unfurl_media: flag,
    mrkdwn: flag,
  },
  run(args, { state }) {
    const { world } = state;
    const channel = writableChannel(args.channel, state);
    const threadTs = threadIn(channel, args.thread_ts, state);
    const message = world.post({
      ...checkMessage(args),
      channel: channel.id,
      threadTs,
      user: world.bot.userId,
      botId: world.bot.botId,
      metadata: readMetadata(args.metadata),
      broadcast: args.reply_broadcast ?? false,
    });
    return answerWith(message, state);
  },
});

const postEphemeral = defineMethod({
  scope: 'chat:write',
  args: { ...words, channel: z.string(), user: z.string(), thread_ts: timestamp.optional() },
  run(args, { state }) {
    const channel = joinedChannel(args.channel, state);
    if (channel.archived) throw new Refusal('is_archived');
    if (!channel.members.includes(args.user)) throw new Refusal('user_not_in_channel');
    const threadTs = threadIn(channel, args.thread_ts, state);
    const said = checkMessage(args);
    const { world } = state;
    // "Ephemeral messages in threads are only shown if there is already an active thread": taken, and shown to nobody.
    if (threadTs !== null && world.thread(channel.id, threadTs).length < 2)
      return { message_ts: threadTs };
    const { ts } = world.whisper({ ...said, channel: channel.id, user: args.user, threadTs });
    return { message_ts: ts };
  },
});

const update = defineMethod({
  scope: 'chat:write',
  args: { ...words, ...address, metadata: structure, reply_broadcast: flag },
  run(args, { state }) {
    const { world } = state;
    const before = ownMessage(args, state, 'cant_update_message');
    const said = checkMessage(args);
    const after = world.change(before, {
      text: said.text,
      // Only `text` keeps the old blocks; an empty array takes them away.
      blocks: args.blocks === undefined ? before.blocks : said.blocks,
      metadata: args.metadata === undefined ? before.metadata : readMetadata(args.metadata),
      edited: true,
    });
    if (after === undefined) throw new Refusal('message_not_found');
    return { ...answerWith(after, state), text: after.text };
  },
});

const remove = defineMethod({
  scope: 'chat:write',
  args: address,
  run(args, { state }) {
    state.world.remove(ownMessage(args, state, 'cant_delete_message'));
    return { channel: args.channel, ts: args.ts };
  },
});

const getPermalink = defineMethod({
  scope: null,
  args: { channel: z.string(), message_ts: timestamp },
  run(args, { state }) {
    const channel = joinedChannel(args.channel, state);
    const message = state.world.find(channel.id, args.message_ts);
    if (message === undefined) throw new Refusal('message_not_found');
    const root = `https://${state.world.team.domain}.slack.example/archives/${channel.id}`;
    const query =
      message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
    return {
      channel: channel.id,
      permalink: `${root}/p${message.ts.replace('.', '')}${query}`,
    };
  },
});

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};

/** A user ID stands for the direct messages with them; a public channel without the bot needs a scope of its own. */
function writableChannel(id: string, state: State): Channel {
  const { world } = state;
  const person = world.findPerson(id);
  const channel = person === undefined ? visibleChannel(id, state) : world.im(person.id);
  if (channel.archived) throw new Refusal('is_archived');
  if (!world.hasBot(channel) && !state.installation.scopes.has('chat:write.public'))
    throw new Refusal('not_in_channel');
  return channel;
}

/** Slack asks for the root's timestamp; a reply's, or none that exists, is refused here. */
function threadIn(channel: Channel, ts: string | undefined, { world }: State): string | null {
  if (ts === undefined) return null;
  const root = world.find(channel.id, ts);
  if (root === undefined) throw new Refusal('thread_not_found');
  if (root.threadTs !== null && root.threadTs !== ts) throw new Refusal('cannot_reply_to_message');
  return ts;
}

function ownMessage(
  { channel, ts }: { readonly channel: string; readonly ts: string },
  state: State,
  code: string,
): Message {
  const { id } = visibleChannel(channel, state);
  const message = state.world.find(id, ts);
  if (message === undefined) throw new Refusal('message_not_found');
  if (message.botId !== state.world.bot.botId) throw new Refusal(code);
  return message;
}

const metadataSchema = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

function readMetadata(given: unknown): Metadata | null {
  if (given === undefined) return null;
  try {
    return metadataSchema.parse(typeof given === 'string' ? JSON.parse(given) : given);
  } catch {
    throw new Refusal('invalid_metadata_format', {
      ...invalidArguments('metadata needs event_type and event_payload').details,
    });
  }
}

function answerWith(message: Message, { world }: State) {
  return {
    channel: message.channel,
    ts: message.ts,
    message: wireMessageWithMetadata(message, world),
  };
}
