import { setTimeout as pause } from 'node:timers/promises';
import { RespondError } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { BotError, UnconfirmedAnswerError } from '../errors.ts';
import { sendFitting } from './send-fitting.ts';
import type { Message } from './views/card.ts';

/** Bolt's `respond`, as far as we use it. Bolt 5 throws when Slack refuses. */
export type Respond = (message: {
  readonly response_type: 'ephemeral';
  readonly text: string;
  readonly blocks?: KnownBlock[];
  readonly replace_original?: boolean;
}) => Promise<unknown>;

/** Slack takes nothing more through this `response_url`, such as after five uses or half an hour. */
export class UndeliveredAnswerError extends BotError {
  override name = 'UndeliveredAnswerError';
  /** What was to be said, for another way to say it. */
  readonly said: Message;

  constructor(said: Message, options?: ErrorOptions) {
    super('Slack no longer takes a private answer there.', options);
    this.said = said;
  }
}

/** Bolt does not hand on how long Slack asks to wait; its waits are of a second or two. */
const SLOWED_MS = 1_500;
const MAX_ATTEMPTS = 3;

/**
 * Privately, and at most once: what a `response_url` has shown cannot be looked up. A card that Slack refuses comes
 * smaller: never silence.
 *
 * @throws UnconfirmedAnswerError when nobody knows whether it was shown
 * @throws UndeliveredAnswerError when it was not, and will not be; `app.error` then says it another way
 */
export async function respondPrivately(
  respond: Respond,
  given: Message | string,
  { replaces = false } = {},
): Promise<void> {
  const said = typeof given === 'string' ? { text: given, blocks: [] } : given;
  const how = { response_type: 'ephemeral' as const, replace_original: replaces };
  const send = ({ text, blocks }: Message): Promise<unknown> =>
    insist(() => respond({ ...how, text, ...(blocks.length === 0 ? {} : { blocks }) }));
  try {
    // What is refused for itself comes with 400; other refusals are of the URL, and hold for any message.
    await sendFitting(said, send, (error) => statusOf(error) === 400);
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw new UnconfirmedAnswerError({ cause: error });
    throw new UndeliveredAnswerError(said, { cause: error });
  }
}

/** Again where Slack says that it did nothing, since it was too much at once. */
async function insist(send: () => Promise<unknown>, attempt = 1): Promise<unknown> {
  try {
    return await send();
  } catch (error) {
    if (statusOf(error) !== 429 || attempt >= MAX_ATTEMPTS) throw error;
    await pause(SLOWED_MS);
    return insist(send, attempt + 1);
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof RespondError ? error.statusCode : undefined;
}
