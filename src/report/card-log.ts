import { tellingSteps } from '../evidence/telling-steps.ts';
import { own } from '../knowledge/label-of.ts';
import type { Rich, Section } from './card.ts';
import { accountItems, reachItems } from './card-account.ts';
import { code, duration, plural, strong, text, time } from './inline.ts';
import type { LogStep, Report, RequestLog } from './report.ts';

const MAX_STEPS = 6;

/** What the request log said of this very request: one line for it, one for each call to the provider. */
export function requestSection(report: Report): Section | undefined {
  const { log } = report;
  if (log === null) return knownRequest(report);
  const shown = tellingSteps(log.steps, MAX_STEPS);
  const more = log.steps.length - shown.length;
  return {
    kind: 'points',
    name: 'request',
    label: 'Request',
    items: [
      [code(log.requestId), ...summaryOf(log, report)],
      ...shown.map((step) => stepOf(step, report)),
      ...(more > 0 ? [[text(`and ${plural(more, 'more step')}`)]] : []),
      ...accountItems(report),
      ...reachItems(report),
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
  const called = [step.method, step.path].filter((part) => part !== null).join(' ');
  const name = called === '' ? (step.name ?? '') : called;
  return [
    name === '' ? text('a call to the provider') : code(name),
    text(' '),
    step.status === null
      ? text('no status')
      : step.status >= 400
        ? strong(String(step.status))
        : text(String(step.status)),
    text(step.durationMs === null ? '' : ` ${duration(step.durationMs)}${shareOf(step, report)}`),
    text(step.provider === null ? '' : ` (${providerName(step.provider, report)})`),
  ];
}

/** How much of the whole request's time the step took: ` (67 %)`. */
function shareOf({ durationMs }: LogStep, { log }: Report): string {
  const whole = log?.durationMs ?? 0;
  if (durationMs === null || whole === 0 || durationMs > whole) return '';
  return `, ${Math.round((durationMs / whole) * 100)} % of the time`;
}

function providerName(key: string, report: Report): string {
  return (
    own(report.labels, key) ??
    Object.entries(report.labels).find(([name]) => key.startsWith(name))?.[1] ??
    key
  );
}
