import type { WebClient } from '@slack/web-api';

/** More members than this are not looked through: 1,000 on each page. */
const MAX_PAGES = 10;

/**
 * Whether somebody is in a channel, as far as its first 10,000 members tell.
 *
 * @throws what the client throws, such as where we may not see the channel
 */
export async function isInChannel(
  client: WebClient,
  channel: string,
  userId: string,
): Promise<boolean> {
  let cursor = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { members, response_metadata: next } = await client.conversations.members({
      channel,
      limit: 1_000,
      ...(cursor === '' ? {} : { cursor }),
    });
    if (members?.includes(userId) === true) return true;
    cursor = next?.next_cursor ?? '';
    if (cursor === '') return false;
  }
  return false;
}
