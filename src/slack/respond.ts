import type { KnownBlock } from '@slack/types';
import type { Message } from './views/card.ts';

/** Bolt's `respond`, as far as we use it. Bolt 5 throws when Slack refuses. */
export type Respond = (message: {
  readonly response_type: 'ephemeral';
  readonly text: string;
  readonly blocks?: KnownBlock[];
  readonly replace_original?: boolean;
}) => Promise<unknown>;

/** Privately. A card that Slack refuses comes as text: never silence. */
export async function respondPrivately(
  respond: Respond,
  message: Message | string,
  { replaces = false } = {},
): Promise<void> {
  const text = typeof message === 'string' ? message : message.text;
  const how = {
    response_type: 'ephemeral' as const,
    ...(replaces ? { replace_original: true } : { replace_original: false }),
  };
  try {
    await respond({
      ...how,
      text,
      ...(typeof message === 'string' ? {} : { blocks: message.blocks }),
    });
  } catch (error) {
    if (typeof message === 'string') throw error;
    await respond({ ...how, text });
  }
}
