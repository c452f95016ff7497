import * as z from 'zod';
import { Refusal } from '../errors.ts';
import type { Message } from '../facts.ts';
import type { State } from '../state.ts';
import { wireChannel, wireMessage, wireMessageWithMetadata } from '../wire.ts';
import {
  type Answer,
  count,
  defineMethod,
  flag,
  joinedChannel,
  type Method,
  scopeFor,
  timestamp,
  visibleChannel,
} from './method.ts';

/** `conversations.*`: the scope goes by the kind of channel — docs.slack.dev/reference/methods, read 2026-11-23 */

const info = defineMethod({
  scope: null,
  args: { channel: z.string(), include_locale: flag, include_num_members: flag },
  run(args, { state, need }) {
    const channel = visibleChannel(args.channel, state);
    need(scopeFor(channel, 'read'));
    const members = args.include_num_members === true ? channel.members.length : undefined;
    return {
      channel: {
        ...wireChannel(channel, state.world),
        ...(members === undefined ? {} : { num_members: members }),
      },
    };
  },
});

const page = {
  limit: count.default(100),
  cursor: z.string().optional(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag,
  include_all_metadata: flag,
};

const history = defineMethod({
  scope: null,
  args: { channel: z.string(), ...page },
  run(args, { state, need }) {
    const channel = joinedChannel(args.channel, state);
    need(scopeFor(channel, 'history'));
    const shown = state.world
      .messages(channel.id)
      .filter((message) => message.threadTs === null || message.broadcast);
    return answerPage([...shown].reverse(), args, state);
  },
});

const replies = defineMethod({
  scope: null,
  args: { channel: z.string(), ts: timestamp, ...page },
  run(args, { state, need }) {
    const channel = joinedChannel(args.channel, state);
    need(scopeFor(channel, 'history'));
    const given = state.world.find(channel.id, args.ts);
    if (given === undefined) throw new Refusal('thread_not_found');
    return answerPage(state.world.thread(channel.id, given.threadTs ?? given.ts), args, state);
  },
});

const members = defineMethod({
  scope: null,
  args: { channel: z.string(), limit: count.default(100), cursor: z.string().optional() },
  run(args, { state, need }) {
    const channel = visibleChannel(args.channel, state);
    need(scopeFor(channel, 'read'));
    const start = Number(args.cursor ?? 0);
    const end = start + args.limit;
    return {
      members: channel.members.slice(start, end),
      response_metadata: { next_cursor: end < channel.members.length ? String(end) : '' },
    };
  },
});

/** The direct messages with one person; with several, Slack makes a group of them. */
const open = defineMethod({
  scope: 'im:write',
  args: { users: z.string(), return_im: flag },
  run(args, { state: { world } }) {
    const person = world.findPerson(args.users);
    if (person === undefined) throw new Refusal('user_not_found');
    return { channel: { id: world.im(person.id).id } };
  },
});

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
  'conversations.history': history,
  'conversations.replies': replies,
};

interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
  readonly include_all_metadata?: boolean | undefined;
}

function answerPage(messages: readonly Message[], args: Page, { world }: State): Answer {
  const wanted = messages.filter(({ ts }) => isBetween(ts, args));
  const start = args.cursor === undefined ? 0 : Number(args.cursor);
  if (!Number.isInteger(start) || start < 0) throw new Refusal('invalid_cursor');
  const end = start + args.limit;
  const wire = args.include_all_metadata === true ? wireMessageWithMetadata : wireMessage;
  const more = end < wanted.length;
  return {
    messages: wanted.slice(start, end).map((message) => wire(message, world)),
    has_more: more,
    response_metadata: { next_cursor: more ? String(end) : '' },
  };
}

function isBetween(ts: string, { oldest, latest, inclusive }: Page): boolean {
  const at = Number(ts);
  if (inclusive === true && (ts === oldest || ts === latest)) return true;
  return at > Number(oldest ?? 0) && at < Number(latest ?? Number.POSITIVE_INFINITY);
}
