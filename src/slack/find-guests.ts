import type { WebClient } from '@slack/web-api';
import type { Guests } from './access.ts';

/** Slack allows some hundred look-ups of people a minute; a channel with more members is not looked through. */
const MAX_MEMBERS = 100;
const AT_ONCE = 10;

/**
 * Whether anybody in a channel is a guest, or of another company. Ends with the first one.
 *
 * @param mayRead - whether somebody who is in it is neither
 * @throws what Slack refuses
 * @see https://docs.slack.dev/reference/methods/conversations.members — read 2026-11-25
 */
export async function findGuests(
  client: WebClient,
  channel: string,
  mayRead: (userId: string) => Promise<boolean>,
): Promise<Guests> {
  const answer = await client.conversations.members({ channel, limit: MAX_MEMBERS });
  const { members = [], response_metadata: next } = answer;
  // A page may be shorter than its limit, and end the list all the same.
  if ((next?.next_cursor ?? '') !== '') return { kind: 'unknown' };
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const known = await Promise.all(members.slice(from, from + AT_ONCE).map(mayRead));
    if (known.includes(false)) return { kind: 'some' };
  }
  return members.length === 0 ? { kind: 'unknown' } : { kind: 'none' };
}
