import type { WebClient } from '@slack/web-api';
import { sendFitting } from './send-fitting.ts';
import type { Message } from './views/card.ts';

/** Puts a card in the place of one of our messages; what Slack refuses comes smaller: never what is no longer true. */
export async function editMessage(
  client: WebClient,
  place: { readonly channel: string; readonly ts: string },
  message: Message,
): Promise<void> {
  // An update with text alone would keep the old blocks.
  await sendFitting(message, ({ text, blocks }) => client.chat.update({ ...place, text, blocks }));
}
