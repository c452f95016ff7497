import type { Rich, Section } from './card.ts';
import { accountAnswer } from './card-account.ts';
import { requestSection } from './card-log.ts';
import { code, duration, emphasis, text } from './inline.ts';
import type { LookupOutcome, Report } from './report.ts';

/** What the look-ups of the request log came to, in sentences. */

/**
 * How a log that is not here yet can still come. Left out: not by itself, and there is nothing to press.
 *
 * - `running`: it is being asked; what is drawn will be replaced
 * - `offered`: a button asks for it
 */
export type ComingLog = 'running' | 'offered';

/** What the button is called wherever there is one: an account alone has no log to be shown. */
export function showLabel({ evidence }: Report): string {
  return evidence.requestIds.length > 0 ? SHOW_LOG : SHOW_ACCOUNT;
}

/** What is said while an account alone is being asked for; `undefined` where it is a log. */
export function pendingAccount({ evidence }: Report): string | undefined {
  return evidence.requestIds.length > 0
    ? undefined
    : 'I am asking StackOne for the account; this answer changes when it has spoken.';
}

const SHOW_LOG = 'Show the request log';
const SHOW_ACCOUNT = 'Show the account';

/** It may be there when it is asked for again. Everything else is final. */
export function mayPass({ kind }: LookupOutcome): boolean {
  return MAY_PASS.has(kind);
}

const MAY_PASS = new Set<LookupOutcome['kind']>(['timeout', 'rate-limited', 'held-back', 'failed']);

/** Looked for, not got, in one sentence each. */
export function gapsSection(report: Report, coming?: ComingLog): Section | undefined {
  const isLate = coming === 'offered' && report.lookups.length === 0;
  const label = showLabel(report);
  const sentences = [
    ...(isLate
      ? [[text(`${lateThing(report)} is not here yet. `), ...press(label, 'to see it')]]
      : []),
    ...report.lookups.flatMap((outcome) => missing(outcome, coming, label)),
    // A look-up that came to nothing has its own sentence above.
    ...report.evidence.gaps
      .filter(({ wanted }) => !/request log|^account /.test(wanted))
      .map(({ because }) => [text(`${because}.`)]),
  ];
  return sentences.length === 0
    ? undefined
    : { kind: 'points', name: 'gaps', label: null, items: sentences.slice(0, 4) };
}

function lateThing({ evidence }: Report): string {
  return evidence.requestIds.length > 0 ? 'The request log' : 'The account';
}

export interface LookupAnswer {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The answer to a request ID alone: there is nothing else to say than what the look-up came to, or will come to. */
export function lookupSentences(report: Report, coming?: ComingLog): LookupAnswer | undefined {
  const [outcome] = report.lookups;
  if (outcome === undefined) return notYet(report, coming);
  if (report.log === null && outcome.kind === 'found') return accountAnswer(report);
  const request = report.log === null ? undefined : requestSection(report);
  const say = (title: string, message: string): LookupAnswer => ({
    title,
    sections: [messageOf([text(message)]), ...(request === undefined ? [] : [request])],
  });
  if (report.log !== null) {
    const { status } = report.log;
    if (status !== null && status < 400)
      return say(
        'That request succeeded',
        'If the data looks wrong, tell me what is missing and from which provider.',
      );
    return say(
      'That request failed, and its log does not say why',
      'Paste the response that your code received and I will answer from the tables.',
    );
  }
  const [sentence] = missing(outcome, coming, showLabel(report));
  return sentence === undefined
    ? undefined
    : { title: titleOf(outcome), sections: [messageOf(sentence)] };
}

/** A request or an account is named, and StackOne was not asked for it, or has not answered. */
function notYet(report: Report, coming: ComingLog | undefined): LookupAnswer | undefined {
  const [requestId] = report.evidence.requestIds;
  const [accountId] = report.evidence.accountIds;
  if (requestId === undefined)
    return accountId === undefined ? undefined : accountNotYet(accountId, coming);
  const id = code(requestId);
  switch (coming) {
    case 'running':
      return {
        title: 'I am looking that request up',
        sections: [
          messageOf([text('I am asking StackOne for the log of request '), id, text('.')]),
        ],
      };
    case 'offered':
      return {
        title: 'The log of that request is not here yet',
        sections: [
          messageOf([
            text('I am still waiting for the log of request '),
            id,
            text('. '),
            ...press(SHOW_LOG, 'to see it'),
          ]),
        ],
      };
    case undefined:
      return {
        title: 'I have not looked that request up',
        sections: [messageOf([text('This names request '), id, text(' and says no more of it.')])],
      };
    default:
      return coming satisfies never;
  }
}

function accountNotYet(accountId: string, coming: ComingLog | undefined): LookupAnswer | undefined {
  const id = code(accountId);
  switch (coming) {
    case 'running':
      return {
        title: 'I am looking that account up',
        sections: [
          messageOf([
            text('I am asking StackOne for account '),
            id,
            text(' and its latest failures.'),
          ]),
        ],
      };
    case 'offered':
      return {
        title: 'That account is not here yet',
        sections: [
          messageOf([
            text('I am still waiting for what StackOne says of account '),
            id,
            text('. '),
            ...press(SHOW_ACCOUNT, 'to see it and its latest failures'),
          ]),
        ],
      };
    // Not asked for, and nothing to press: then it is no more than a number in a text.
    case undefined:
      return undefined;
    default:
      return coming satisfies never;
  }
}

/** `Press *Show the request log* to see it.` */
function press(label: string, to: string): Rich {
  return [text('Press '), emphasis(label), text(` ${to}.`)];
}

function messageOf(rich: Rich): Section {
  return { kind: 'paragraph', name: 'message', label: null, text: rich };
}

function titleOf(outcome: LookupOutcome): string {
  const thing = 'requestId' in outcome ? 'request' : 'account';
  switch (outcome.kind) {
    case 'found':
      return `I found that ${thing}`;
    case 'not-found':
      return thing === 'request' ? 'I found no log of that request' : 'I found no such account';
    case 'no-key':
    case 'offline':
    case 'not-allowed':
      return `I did not look that ${thing} up`;
    case 'timeout':
    case 'refused':
    case 'rate-limited':
    case 'held-back':
    case 'failed':
      return `I could not look that ${thing} up`;
    default:
      return outcome satisfies never;
  }
}

function missing(
  outcome: LookupOutcome,
  coming: ComingLog | undefined,
  label: string,
): readonly Rich[] {
  const isLog = 'requestId' in outcome;
  const thing: Rich = isLog
    ? [text('request '), code(outcome.requestId)]
    : [text('account '), code(outcome.accountId)];
  const source = isLog ? "StackOne's log" : 'StackOne';
  const again = (when: string): Rich =>
    coming === 'offered' ? press(label, `to try again ${when}`) : [text(`Ask again ${when}.`)];
  switch (outcome.kind) {
    case 'found':
      return [];
    case 'not-found':
      return [
        [
          text('I looked for '),
          ...thing,
          text(
            isLog
              ? ' and found no log. Logs are kept 90 days, and my key sees one project only. Is it from another project, or an ID of something else?'
              : ' and found none. My key sees one project only; is it from another project, or was it deleted?',
          ),
        ],
      ];
    case 'no-key':
      return [
        [
          text(
            `I can't read ${isLog ? 'logs' : 'accounts'}: no StackOne key is configured. Paste the response and I'll answer from the tables; `,
          ),
          code('doctor'),
          text(' says how to add a key.'),
        ],
      ];
    case 'offline':
      return [[text('I did not look up '), ...thing, text(': I was asked to stay offline.')]];
    case 'not-allowed':
      return [[text(outcome.ask)]];
    case 'timeout':
      return [
        [
          text('I looked for '),
          ...thing,
          text(`, but ${source} did not answer within ${duration(outcome.afterMs)}. `),
          ...again('in a minute'),
        ],
      ];
    case 'refused':
      return [
        [
          text(`StackOne refused my key (${outcome.status}) when I looked for `),
          ...thing,
          text('. Whoever runs me can check it with '),
          code('doctor'),
          text('.'),
        ],
      ];
    case 'rate-limited':
      return [
        [
          text('StackOne is limiting my look-ups'),
          text(outcome.retryAfterSeconds === null ? '' : ` for ${outcome.retryAfterSeconds} s`),
          text(', so I did not get '),
          ...thing,
          text('. '),
          ...again(outcome.retryAfterSeconds === null ? 'in a minute' : 'after that'),
        ],
      ];
    case 'held-back':
      return [
        [
          text(
            outcome.because === 'budget'
              ? 'I have used up my share of calls to StackOne for now, so I did not look for '
              : 'StackOne has been failing, so I leave it alone for a moment and did not look for ',
          ),
          ...thing,
          text('. '),
          ...again(`in ${outcome.retryAfterSeconds} s`),
        ],
      ];
    case 'failed':
      return [
        [
          text('I looked for '),
          ...thing,
          text(
            `, but ${isLog ? "StackOne's log" : 'StackOne’s answer'} could not be read${outcome.status === null ? '' : ` (it answered ${outcome.status})`}. `,
          ),
          ...again('in a minute'),
        ],
      ];
    default:
      return outcome satisfies never;
  }
}
