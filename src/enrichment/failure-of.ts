import type { LookupFailure } from '../evidence/request-log.ts';
import type { Answer } from './ask.ts';

/**
 * What an answer means that does not hold what was asked for; an `ok` one was not to be read.
 *
 * @param deadlineMs - the whole wait, for saying how long it was
 */
export function failureOf(answer: Answer, deadlineMs: number): LookupFailure {
  switch (answer.kind) {
    case 'timeout':
      return { kind: 'timeout', afterMs: deadlineMs };
    case 'broken':
      return { kind: 'failed', status: null };
    case 'ok':
      return { kind: 'failed', status: answer.status };
    case 'held-back': {
      const retryAfterSeconds = Math.max(1, Math.ceil(answer.waitMs / 1_000));
      return answer.because === 'paused'
        ? { kind: 'rate-limited', retryAfterSeconds }
        : { kind: 'held-back', because: answer.because, retryAfterSeconds };
    }
    case 'status':
      return refusalOf(answer);
    default:
      return answer satisfies never;
  }
}

function refusalOf({
  status,
  retryAfterMs,
}: Extract<Answer, { readonly kind: 'status' }>): LookupFailure {
  if (status === 401 || status === 403) return { kind: 'refused', status };
  if (status !== 429) return { kind: 'failed', status };
  // 0 seconds, from a date that has passed, would be no help to anyone.
  const seconds = Math.ceil((retryAfterMs ?? 0) / 1_000);
  return { kind: 'rate-limited', retryAfterSeconds: seconds > 0 ? seconds : null };
}
