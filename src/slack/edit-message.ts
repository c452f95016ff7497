import type { WebClient } from '@slack/web-api';
import type { SlackDeps } from './deps.ts';
import { isRefusedMessage, slackErrorOf } from './slack-errors.ts';
import type { Message } from './views/card.ts';

/** Puts a card in the place of one of our messages. A card that Slack refuses goes as text: never what is no longer true. */
export async function editMessage(
  deps: SlackDeps,
  client: WebClient,
  place: { readonly channel: string; readonly ts: string },
  { text, blocks }: Message,
): Promise<void> {
  try {
    await client.chat.update({ ...place, text, blocks });
  } catch (error) {
    if (!isRefusedMessage(error)) throw error;
    deps.logger.warn('Slack refused a card; it goes as text', { reason: slackErrorOf(error) });
    // An update with text alone would keep the old blocks.
    await client.chat.update({ ...place, text, blocks: [] });
  }
}
