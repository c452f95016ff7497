import type { Rich, Section } from './card.ts';
import { code, duration, strong, text, time } from './inline.ts';
import type { LogOutcome, LogStep, Report, RequestLog } from './report.ts';

const MAX_STEPS = 6;

/** What the request log said of this very request: one line for it, one for each call to the provider. */
export function requestSection(report: Report): Section | undefined {
  const { log } = report;
  if (log === null) return knownRequest(report);
  const shown = log.steps.slice(0, MAX_STEPS);
  const more = log.steps.length - shown.length;
  return {
    kind: 'points',
    name: 'request',
    label: 'Request',
    items: [
      [code(log.requestId), ...summaryOf(log, report)],
      ...(log.accountId === null ? [] : [[text('Linked account '), code(log.accountId)]]),
      ...shown.map((step) => stepOf(step, report)),
      ...(more > 0 ? [[text(`and ${more} more steps`)]] : []),
      ...(log.detailsMissing
        ? [
            [
              text(
                'The log holds no details: Advanced Logs is probably off in that project (Project Settings).',
              ),
            ],
          ]
        : []),
    ],
  };
}

/** Without a log: what the paste itself told of the request. */
function knownRequest({ evidence }: Report): Section | undefined {
  const call = evidence.calls.find(
    ({ failed, requestId, accountId, path }) => failed && (requestId ?? accountId ?? path) !== null,
  );
  if (call === undefined || (call.requestId === null && call.accountId === null)) return undefined;
  const parts: readonly Rich[] = [
    ...(call.requestId === null ? [] : [[code(call.requestId)]]),
    ...(call.path === null
      ? []
      : [[code([call.method, call.path].filter((part) => part !== null).join(' '))]]),
    ...(call.accountId === null ? [] : [[text('account '), code(call.accountId)]]),
  ];
  return {
    kind: 'paragraph',
    name: 'request',
    label: 'Request',
    text: parts.flatMap((part, at) => (at === 0 ? part : [text(' · '), ...part])),
  };
}

function summaryOf(log: RequestLog, report: Report): Rich {
  const status = log.status === null ? 'no status' : String(log.status);
  const took = log.durationMs === null ? '' : ` after ${duration(log.durationMs)}`;
  return [
    ...(log.path === null
      ? []
      : [text(' · '), code([log.method, log.path].filter((part) => part !== null).join(' '))]),
    text(` · ${status}${took}`),
    ...(log.provider === null ? [] : [text(` · ${providerName(log.provider, report)}`)]),
    ...(log.at === null ? [] : [text(' · '), time(log.at)]),
  ];
}

function stepOf(step: LogStep, report: Report): Rich {
  const name = [step.method, step.path].filter((part) => part !== null).join(' ');
  return [
    name === '' ? text('a call to the provider') : code(name),
    text(' '),
    step.status === null
      ? text('no status')
      : step.status >= 400
        ? strong(String(step.status))
        : text(String(step.status)),
    text(step.durationMs === null ? '' : ` ${duration(step.durationMs)}`),
    text(step.provider === null ? '' : ` (${providerName(step.provider, report)})`),
  ];
}

function providerName(key: string, report: Report): string {
  return (
    report.labels[key] ??
    Object.entries(report.labels).find(([name]) => key.startsWith(name))?.[1] ??
    key
  );
}

/** Looked for, not got, in one sentence each. */
export function gapsSection(report: Report): Section | undefined {
  const sentences = [
    ...report.lookups.flatMap((outcome) => missing(outcome)),
    // A look-up that came to nothing has its own sentence above.
    ...report.evidence.gaps
      .filter(({ wanted }) => !wanted.includes('request log'))
      .map(({ because }) => [text(`${because}.`)]),
  ];
  return sentences.length === 0
    ? undefined
    : { kind: 'points', name: 'gaps', label: null, items: sentences.slice(0, 4) };
}

/** The answer to a request ID alone: there is nothing else to say than what the look-up came to. */
export function lookupSentences(
  report: Report,
): { readonly title: string; readonly sections: readonly Section[] } | undefined {
  const [outcome] = report.lookups;
  if (outcome === undefined) return undefined;
  const request = report.log === null ? undefined : requestSection(report);
  const say = (
    title: string,
    message: string,
  ): { title: string; sections: readonly Section[] } => ({
    title,
    sections: [
      { kind: 'paragraph', name: 'message', label: null, text: [text(message)] },
      ...(request === undefined ? [] : [request]),
    ],
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
  const [sentence] = missing(outcome);
  return sentence === undefined
    ? undefined
    : {
        title: titleOf(outcome),
        sections: [{ kind: 'paragraph', name: 'message', label: null, text: sentence }],
      };
}

function titleOf(outcome: LogOutcome): string {
  switch (outcome.kind) {
    case 'found':
      return 'I found that request';
    case 'not-found':
      return 'I found no log of that request';
    case 'no-key':
    case 'offline':
    case 'not-allowed':
      return 'I did not look that request up';
    case 'timeout':
    case 'refused':
    case 'rate-limited':
    case 'failed':
      return 'I could not look that request up';
    default:
      return outcome satisfies never;
  }
}

function missing(outcome: LogOutcome): readonly Rich[] {
  const id = code(outcome.requestId);
  switch (outcome.kind) {
    case 'found':
      return [];
    case 'not-found':
      return [
        [
          text('I looked for request '),
          id,
          text(
            ' and found no log. Logs are kept 90 days, and my key sees one project only. Is it from another project, or an ID of something else?',
          ),
        ],
      ];
    case 'no-key':
      return [
        [
          text(
            "I can't read logs: no StackOne key is configured. Paste the response and I'll answer from the tables; ",
          ),
          code('doctor'),
          text(' says how to add a key.'),
        ],
      ];
    case 'offline':
      return [[text('I did not look up request '), id, text(': I was asked to stay offline.')]];
    case 'not-allowed':
      return [[text(outcome.ask)]];
    case 'timeout':
      return [
        [
          text('I looked for request '),
          id,
          text(
            `, but StackOne's log did not answer within ${duration(outcome.afterMs)}. Ask again in a minute.`,
          ),
        ],
      ];
    case 'refused':
      return [
        [
          text(`StackOne refused my key (${outcome.status}) when I looked for request `),
          id,
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
          text(', so I did not get the log of '),
          id,
          text('. Ask again after that.'),
        ],
      ];
    case 'failed':
      return [
        [
          text('I looked for request '),
          id,
          text(
            `, but StackOne's log could not be read${outcome.status === null ? '' : ` (it answered ${outcome.status})`}. Ask again in a minute.`,
          ),
        ],
      ];
    default:
      return outcome satisfies never;
  }
}
