import type { Call } from './evidence.ts';
import { type Fragment, signal } from './fragment.ts';

/** Below this, the number in the words may be anything. */
const SURE = 0.7;

/**
 * "StackOne answered 502:" before printed `provider_errors`: what is printed says what the provider gave, and the words
 * say what StackOne made of it. Only for one failed call and one status, so that it is clear whose it is.
 */
export function withProseStatus(
  calls: readonly Call[],
  words: readonly Fragment[],
): readonly Call[] {
  const [call, ...others] = calls.filter(({ failed }) => failed);
  const [said, ...rivals] = words.filter(({ certainty = 1 }) => certainty >= SURE);
  const status = said?.platformStatus;
  if (call === undefined || others.length > 0 || status === undefined) return calls;
  if (rivals.some(({ platformStatus }) => platformStatus !== status)) return calls;
  // The same number once more may be the provider's, told again.
  if (!lacksOnlyStatus(call) || call.providerErrors.some((error) => error.status === status))
    return calls;
  const quote = said?.signals[0]?.quote ?? String(status);
  const found = signal('status', status, { origin: 'text:said', quote });
  return calls.map((one) =>
    one === call ? { ...one, platformStatus: status, signals: [...one.signals, found] } : one,
  );
}

/** The provider's answer is printed, not as that of a call straight to its host, and the platform's status is not. */
function lacksOnlyStatus({ platformStatus, providerErrors, signals }: Call): boolean {
  return (
    platformStatus === null &&
    providerErrors.length > 0 &&
    (providerErrors.every(({ host }) => host === null) ||
      signals.some(({ kind }) => kind === 'provider-status'))
  );
}
