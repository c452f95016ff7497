import { BotError } from '../../errors.ts';
import type { BotDeps } from '../deps.ts';
import { type Given, keyOf } from './question.ts';

export type GivenFor =
  | ({ readonly kind: 'given' } & Given)
  /** It was asked, and there is no answer in its place. */
  | { readonly kind: 'none' }
  /** It was never asked, or so long ago that it is forgotten. */
  | { readonly kind: 'never' };

/** The answer is being given at this moment: what changes it comes after it. */
class StillAnsweringError extends BotError {
  override name = 'StillAnsweringError';
}

/**
 * The answer that stands under a question.
 *
 * @throws StillAnsweringError, so that the job is tried again
 */
export async function givenFor(
  deps: BotDeps,
  { teamId, channelId, ts }: { teamId: string; channelId: string; ts: string },
): Promise<GivenFor> {
  const received = await deps.store.inbox.find({ teamId, dedupeKey: keyOf(channelId, ts) });
  if (received === undefined) return { kind: 'never' };
  if (received.state === 'pending' || received.state === 'leased')
    throw new StillAnsweringError('The question is still being answered.');
  if (received.result === null) return { kind: 'none' };
  const given = JSON.parse(received.result) as Given;
  return given.ts === '' ? { kind: 'none' } : { kind: 'given', ...given };
}
