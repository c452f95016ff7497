import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { labelOf } from '../knowledge/label-of.ts';
import type { Rich, Section } from './card.ts';
import { code, plural, strong, text } from './inline.ts';
import type { Call, Report } from './report.ts';

const MAX_ROWS = 8;

/** Several failed calls: one row each. One alone needs no table. */
export function callsSection(report: Report): Section | undefined {
  const rows = report.evidence.calls
    .map((call, at) => ({ call, at }))
    .filter(({ call }) => call.failed);
  if (rows.length < 2) return undefined;
  const shown = rows.slice(0, MAX_ROWS);
  const more = rows.length > shown.length ? ` (the first ${shown.length} of them)` : '';
  return {
    kind: 'table',
    name: 'calls',
    label: `I saw ${plural(report.evidence.calls.length, 'call')}, ${rows.length} of them failed${more}`,
    head: ['Call', 'Status', 'Provider', 'What happened'],
    rows: shown.map(({ call, at }) => rowOf(call, at, report)),
  };
}

function rowOf(call: Call, at: number, report: Report): readonly Rich[] {
  const name = [call.method, call.path].filter((part) => part !== null).join(' ');
  const inner = call.providerErrors.find(({ status }) => status !== null)?.status ?? null;
  const status = [call.platformStatus, inner === call.platformStatus ? null : inner]
    .filter((part) => part !== null)
    .join(' ← ');
  const provider = call.provider === null ? '–' : labelOf(report.labels, call.provider);
  const diagnosis =
    report.diagnoses.find((one) => one.call === at && one.relation !== 'wrapper') ??
    report.diagnoses.find(
      ({ status: explained }) => explained !== null && explained === (inner ?? call.platformStatus),
    );
  return [
    nameOf(name, call, at),
    [text(status === '' ? '–' : status)],
    [text(provider)],
    [text(diagnosis?.title ?? '–')],
  ];
}

function nameOf(name: string, { accountId }: Call, at: number): Rich {
  if (name !== '') return [code(name)];
  return accountId === null ? [text(String(at + 1))] : [text('account '), code(accountId)];
}

/** Rivals, and what decided the other calls; the platform's view of the same failure is not repeated. */
export function alsoSection(report: Report): Section | undefined {
  const [first] = report.diagnoses;
  const isAnswered = first !== undefined && first.confidence >= 0.5;
  const others = report.diagnoses
    .filter(
      (one, at) => (at > 0 || !isAnswered) && one.relation !== 'wrapper' && one.confidence >= 0.25,
    )
    .slice(0, 3);
  if (others.length === 0) return undefined;
  return {
    kind: 'points',
    name: 'also',
    label: isAnswered ? 'Also' : 'Possible, but I am not sure',
    items: others.map((one) => otherOf(one)),
  };
}

function otherOf(one: Diagnosis): Rich {
  const status = one.status === null ? '' : ` (${one.system} ${one.status})`;
  const step = one.fix[0];
  return [
    strong(one.title),
    text(`${status}${step === undefined ? '' : `: ${step.do.replace(/[`*]/g, '')}`}`),
  ];
}
