import type { Answer } from './ask.ts';
import { wireList } from './log-schema.ts';

/** What trying the key came to; `because` is half a sentence without a full stop, for the doctor. */
export type KeyCheck =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly status: 401 | 403 }
  | { readonly kind: 'unreachable'; readonly because: string };

/** Reads the answer to a call for one row of the request logs. */
export function readKeyCheck(answer: Answer, deadlineMs: number): KeyCheck {
  switch (answer.kind) {
    case 'ok':
      return wireList.safeParse(answer.body).success
        ? { kind: 'ok' }
        : unreachable('what answered is not a list of request logs');
    case 'status':
      return answer.status === 401 || answer.status === 403
        ? { kind: 'refused', status: answer.status }
        : unreachable(`it answered ${answer.status}`);
    case 'broken':
      return unreachable('no connection could be made, or it broke');
    case 'held-back':
      return unreachable('I have asked it too much lately');
    case 'timeout':
      return unreachable(`it did not answer within ${deadlineMs} ms`);
    default:
      return answer satisfies never;
  }
}

function unreachable(because: string): KeyCheck {
  return { kind: 'unreachable', because };
}
