import { failureWords } from '../evidence/failure-words.ts';
import type { LookupFailure } from '../evidence/request-log.ts';
import type { Rich } from './card.ts';
import { code, join, text, time } from './inline.ts';
import type { Report } from './report.ts';

/** Whether the next call of the same kind went better. */
export type Recheck =
  | { readonly kind: 'not-called'; readonly since: string }
  | {
      readonly kind: 'fixed';
      readonly requestId: string;
      readonly at: string;
      readonly isSameCall: IsSameCall;
    }
  | {
      readonly kind: 'still-failing';
      readonly requestId: string;
      readonly at: string;
      readonly status: number;
      readonly isSameCall: IsSameCall;
      /** By what the log of the new request says; `null` where it does not say. */
      readonly isSameCause: boolean | null;
      /** What the new failure is, where it is another. */
      readonly title: string | null;
    }
  /** Not among the latest requests, and those before `readSince` were not read. */
  | { readonly kind: 'not-seen'; readonly readSince: string | null }
  /** The report does not tell which call it was about. */
  | { readonly kind: 'unknown-call' }
  | LookupFailure;

/** False where the path is that of many actions, of which the logs do not tell one from another. */
type IsSameCall = boolean;

/** A report about a failed call of a known account: the latest requests can tell whether it works again. */
export function canRecheck({ log }: Report): boolean {
  return (
    log !== null &&
    log.accountId !== null &&
    log.path !== null &&
    log.at !== null &&
    (log.status ?? 0) >= 400
  );
}

/** What *Check again* says, in a sentence or two. */
export function recheckSentence(recheck: Recheck): Rich {
  switch (recheck.kind) {
    case 'not-called':
      return [
        text('Not called since '),
        time(recheck.since),
        text(', as far as the logs tell. Send it once, then check again.'),
      ];
    case 'fixed':
      return join(
        [
          [text(recheck.isSameCall ? 'Fixed: the same call succeeded' : PERHAPS_FIXED)],
          [time(recheck.at)],
          requestOf(recheck),
        ],
        ' · ',
      );
    case 'still-failing':
      return join(
        [
          [
            text(
              `${recheck.isSameCall ? 'Still failing' : PERHAPS_FAILING} with ${recheck.status}${causeOf(recheck)}`,
            ),
          ],
          [time(recheck.at)],
          requestOf(recheck),
        ],
        ' · ',
      );
    case 'not-seen':
      return [
        text('I read the latest requests'),
        ...(recheck.readSince === null ? [] : [text(', back to '), time(recheck.readSince)]),
        text(', and did not see this call among them. Send it once, then check again.'),
      ];
    case 'unknown-call':
      return [text('I do not know which call this was, so I cannot look for the next one.')];
    default:
      return [text(`I could not check: ${failureWords(recheck, 'logs')}.`)];
  }
}

const PERHAPS_FIXED =
  'The next call to that path succeeded; the logs do not tell whether it was the same action';
const PERHAPS_FAILING = 'The next call to that path, of the same action or another, failed';

function requestOf({ requestId }: { readonly requestId: string }): Rich {
  return [text('request '), code(requestId)];
}

function causeOf({
  isSameCause,
  title,
}: Extract<Recheck, { readonly kind: 'still-failing' }>): string {
  if (isSameCause === null) return '';
  return isSameCause ? ', for the same cause' : `, now for another cause: ${title}`;
}
