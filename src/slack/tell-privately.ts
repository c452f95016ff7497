import type { WebClient } from '@slack/web-api';
import { slackErrorOf } from './slack-errors.ts';

export interface PrivatePlace {
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
}

/**
 * Says something to one person only: where they are, else, where we are no member, in their direct messages with us.
 *
 * @throws what the client throws when neither was possible, or when Slack's answer was lost
 */
export async function tellPrivately(
  client: WebClient,
  { channel, user, threadTs }: PrivatePlace,
  text: string,
): Promise<void> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  // Direct messages are private already, and what stands there is still there tomorrow.
  if (channel.startsWith('D')) {
    await client.chat.postMessage({ channel, ...thread, text, unfurl_links: false });
    return;
  }
  try {
    await client.chat.postEphemeral({ channel, user, ...thread, text });
  } catch (error) {
    const code = slackErrorOf(error);
    if (code === undefined || code === 'ratelimited') throw error;
    await client.chat.postMessage({ channel: user, text, unfurl_links: false });
  }
}
