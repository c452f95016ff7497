import type { WebClient } from '@slack/web-api';
import { post } from './post.ts';
import { sendFitting } from './send-fitting.ts';
import { slackErrorOf } from './slack-errors.ts';
import type { Message } from './views/card.ts';

export interface PrivatePlace {
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  /**
   * Of the message that asks, as long as nothing of ours stands in its thread: in a thread without a reply Slack shows
   * nobody what is for one person.
   *
   * @see https://docs.slack.dev/reference/methods/chat.postEphemeral — `thread_ts`, read 2026-11-25
   */
  readonly unanswered?: string;
}

/**
 * Says something to one person only: where they are, else, where we are no member, in their direct messages with us.
 *
 * @throws what the client throws when neither was possible, or when Slack's answer was lost
 */
export async function tellPrivately(
  client: WebClient,
  { channel, user, threadTs, unanswered }: PrivatePlace,
  said: string | Message,
): Promise<void> {
  const message = typeof said === 'string' ? { text: said, blocks: [] } : said;
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  // Direct messages are private already, and what stands there is still there tomorrow.
  if (channel.startsWith('D')) {
    await post(client, { channel, ...thread }, message);
    return;
  }
  try {
    await sendFitting(message, ({ text, blocks }) =>
      client.chat.postEphemeral({
        channel,
        user,
        ...(threadTs === unanswered ? {} : thread),
        text,
        ...(blocks.length === 0 ? {} : { blocks }),
      }),
    );
  } catch (error) {
    const code = slackErrorOf(error);
    if (code === undefined || code === 'ratelimited') throw error;
    await post(client, { channel: user }, message);
  }
}
