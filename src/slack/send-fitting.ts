import { shortenEscaped } from './literal.ts';
import { isRefusedMessage } from './slack-errors.ts';
import type { Message } from './views/card.ts';

/** Of the last, which is taken where nothing longer was. */
const SHORTEST_CHARS = 500;

/**
 * Sends a message, and what is left of it when Slack finds it too long or not to its liking: its text, then the beginning
 * of its text. Never silence.
 *
 * @param isRefused - whether it was refused for itself
 * @throws what `send` throws for any other reason, or for the shortest too
 */
export async function sendFitting<T>(
  { text, blocks }: Message,
  send: (message: Message) => Promise<T>,
  isRefused: (error: unknown) => boolean = isRefusedMessage,
): Promise<T> {
  const smaller: Message[] = [
    ...(blocks.length === 0 ? [] : [{ text, blocks: [] }]),
    { text: shortenEscaped(text, SHORTEST_CHARS), blocks: [] },
  ];
  const attempt = async (message: Message): Promise<T> => {
    try {
      return await send(message);
    } catch (error) {
      const next = smaller.shift();
      if (next === undefined || !isRefused(error)) throw error;
      return attempt(next);
    }
  };
  return attempt({ text, blocks });
}
