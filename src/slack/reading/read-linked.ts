import type { WebClient } from '@slack/web-api';
import { isMember, type Person } from '../access.ts';
import { isInChannel } from '../channel-members.ts';
import type { BotDeps } from '../deps.ts';
import type { Whereabouts } from '../saved-report.ts';
import { sayLacking } from '../scopes.ts';
import { isRateLimited, neededScopeOf, slackErrorOf } from '../slack-errors.ts';
import type { MessageLink } from './message-link.ts';
import type { Patience } from './read-file.ts';
import { type ReadMessage, readMessage } from './read-message.ts';

export type Asker = Person;

interface Linked {
  readonly link: MessageLink;
  readonly asker: Asker;
  readonly where: Whereabouts;
}

export type LinkReading =
  | { readonly kind: 'read'; readonly message: ReadMessage }
  | { readonly kind: 'left-out'; readonly say: string };

/** Reads a message that somebody links to, if they may see it, and those who read the answer may too. Throws only as `Patience` says. */
export async function readLinked(
  deps: BotDeps,
  client: WebClient,
  { link, asker, where, comesAgain }: Linked & Patience,
): Promise<LinkReading> {
  try {
    const refusal = await whyNotTo(deps, client, { link, asker, where });
    if (refusal !== undefined) return leftOut(refusal);
    const { channelId: channel, ts, threadTs } = link;
    const { messages } = await client.conversations.replies({
      channel,
      ts: threadTs ?? ts,
      oldest: ts,
      latest: ts,
      inclusive: true,
      limit: 15,
    });
    const message = messages?.find((one) => one.ts === ts);
    return message === undefined
      ? leftOut('The message that you linked is gone.')
      : { kind: 'read', message: readMessage(message) };
  } catch (error) {
    if (comesAgain && isRateLimited(error)) throw error;
    const code = slackErrorOf(error);
    deps.logger.warn('a linked message could not be read', { reason: code ?? 'unknown', error });
    return leftOut(whyNot(code, neededScopeOf(error)));
  }
}

/** @returns why it is not read, or `undefined` when it may be */
async function whyNotTo(
  deps: BotDeps,
  client: WebClient,
  { link, asker, where }: Linked,
): Promise<string | undefined> {
  if (link.channelId === where.channelId) return undefined;
  const { channel } = await client.conversations.info({ channel: link.channelId });
  const isOpen = channel?.is_private === false && channel.is_im !== true;
  // What was said among a few is not told to the many.
  if (!isOpen && !where.isPrivate) return PRIVATELY;
  if (!where.isPrivate && where.isShared && channel?.is_ext_shared !== true) return PRIVATELY;
  const isOurs = isMember(asker, deps.homeTeamId());
  if (isOpen && isOurs && (await deps.people.standingOf(asker.userId)).kind === 'member')
    return undefined;
  return (await isInChannel(client, link.channelId, asker.userId)) ? undefined : NOT_YOURS;
}

const PRIVATELY =
  'I did not open the link here, since not everybody who reads this may see that message. Ask me privately with `/stackone-error` and the link.';
const NOT_YOURS =
  'I did not open the link: I cannot see that you are in that channel. Paste what the message says.';

function whyNot(code: string | undefined, needed: string | undefined): string {
  switch (code) {
    case 'missing_scope':
      return `${sayLacking('open links to messages', needed)} Until then, paste what the message says.`;
    case 'not_in_channel':
    case 'channel_not_found':
      return 'I could not open the link: I am not in that channel. Invite me there with `/invite`, or paste what the message says.';
    case 'thread_not_found':
    case 'message_not_found':
      return 'The message that you linked is gone.';
    case 'ratelimited':
      return 'Slack asks me to slow down, so I did not open the link. Ask again in a minute.';
    default:
      return 'I could not open the link. Ask again, or paste what the message says.';
  }
}

function leftOut(say: string): LinkReading {
  return { kind: 'left-out', say };
}
