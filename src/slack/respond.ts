import { RespondError } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { UnconfirmedAnswerError } from '../errors.ts';
import type { Message } from './views/card.ts';

/** Bolt's `respond`, as far as we use it. Bolt 5 throws when Slack refuses. */
export type Respond = (message: {
  readonly response_type: 'ephemeral';
  readonly text: string;
  readonly blocks?: KnownBlock[];
  readonly replace_original?: boolean;
}) => Promise<unknown>;

/**
 * Privately, and at most once: what a `response_url` has shown cannot be looked up. A card that Slack refuses comes as
 * text: never silence.
 *
 * @throws UnconfirmedAnswerError when nobody knows whether it was shown
 */
export async function respondPrivately(
  respond: Respond,
  message: Message | string,
  { replaces = false } = {},
): Promise<void> {
  const text = typeof message === 'string' ? message : message.text;
  const how = { response_type: 'ephemeral' as const, replace_original: replaces };
  try {
    await respond({
      ...how,
      text,
      ...(typeof message === 'string' ? {} : { blocks: message.blocks }),
    });
  } catch (error) {
    if (!(error instanceof RespondError) || error.statusCode >= 500)
      throw new UnconfirmedAnswerError({ cause: error });
    // What was refused for itself comes with 400; other refusals are of the URL, and hold for any message.
    if (error.statusCode !== 400 || typeof message === 'string') throw error;
    await respond({ ...how, text });
  }
}
