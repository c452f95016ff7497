import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { SlackDeps } from './deps.ts';
import { sendFitting } from './send-fitting.ts';
import { isFinal, neededScopeOf, slackErrorOf } from './slack-errors.ts';
import type { Message } from './views/card.ts';

export interface PostPlace {
  readonly channel: string;
  /** Of the thread's root. */
  readonly thread_ts?: string;
}

/**
 * Posts a card; one that Slack refuses comes smaller. Not repeated when Slack's answer was lost: it may be there.
 *
 * @returns its `ts`, or an empty string when Slack does not say
 * @throws what the client throws; `slackErrorOf` tells a refusal from a lost answer
 */
export async function post(
  client: WebClient,
  place: PostPlace,
  { text, blocks = [] }: Message | { readonly text: string; readonly blocks?: undefined },
  metadata?: MessageMetadata,
): Promise<string> {
  const how = {
    ...place,
    unfurl_links: false,
    unfurl_media: false,
    ...(metadata === undefined ? {} : { metadata }),
  };
  const posted = await sendFitting({ text, blocks }, (message) =>
    client.chat.postMessage({
      ...how,
      text: message.text,
      ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    }),
  );
  return posted.ts ?? '';
}

/** Where a message of ours is looked for, and what it is known by. */
export interface OwnMessage {
  readonly place: PostPlace;
  /** A `ts` or a time in seconds before which it cannot have been posted. */
  readonly since: string;
  readonly metadata: MessageMetadata;
}

/**
 * Looks for a message that an earlier attempt may have posted, by its metadata, with one call. What can never be looked
 * at, as without the scope, is said in the log and counts as not there: twice is better than never.
 *
 * @returns its `ts`
 * @throws what the client throws when a later look may succeed: until then nobody knows, and nothing is to be posted
 */
export async function findPosted(
  deps: SlackDeps,
  client: WebClient,
  { place, since, metadata }: OwnMessage,
): Promise<string | undefined> {
  const page = {
    channel: place.channel,
    oldest: since,
    inclusive: true,
    limit: 200,
    include_all_metadata: true,
  };
  try {
    const { messages } =
      place.thread_ts === undefined
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: place.thread_ts });
    return messages?.find((message) => hasMetadata(message.metadata, metadata))?.ts;
  } catch (error) {
    if (!isFinal(error)) throw error;
    deps.logger.warn('cannot look for what an earlier attempt may have posted', {
      reason: slackErrorOf(error) ?? 'unknown',
      needed: neededScopeOf(error),
    });
    return undefined;
  }
}

function hasMetadata(found: unknown, wanted: MessageMetadata): boolean {
  if (typeof found !== 'object' || found === null) return false;
  if (Reflect.get(found, 'event_type') !== wanted.event_type) return false;
  const payload: unknown = Reflect.get(found, 'event_payload');
  return (
    typeof payload === 'object' &&
    payload !== null &&
    Object.entries(wanted.event_payload).every(
      ([key, value]) => Reflect.get(payload, key) === value,
    )
  );
}
