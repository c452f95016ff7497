import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Call } from '../evidence/evidence.ts';
import type { LinkedAccount, LookupOutcome } from '../evidence/linked-account.ts';
import type { Reach } from '../evidence/reach.ts';
import type { LogStep, RequestLog } from '../evidence/request-log.ts';
import { labelOf } from '../knowledge/label-of.ts';
import { type EscalationPacket, PACKET_LIMITS } from './packet.ts';

/** What an escalation needs of a report; the report room builds on this one, so it is named by shape. */
export interface Escalated {
  readonly evidence: {
    readonly calls: readonly Call[];
    readonly requestIds: readonly string[];
    readonly accountIds: readonly string[];
    readonly statuses: readonly number[];
    readonly providers: readonly string[];
    readonly accounts: readonly LinkedAccount[];
  };
  readonly diagnoses: readonly Diagnosis[];
  readonly log: RequestLog | null;
  readonly lookups: readonly LookupOutcome[];
  readonly reach: Reach | null;
  readonly labels: Readonly<Record<string, string>>;
}

export interface EscalationWords {
  readonly reference: string;
  /** Redacted by the caller. */
  readonly tried: string | null;
  readonly note: string | null;
}

/**
 * The packet for StackOne support: what they will ask for (request IDs, time, account, provider, method and path,
 * statuses, what was tried), and nothing that must not leave: no credentials, no bodies, no names.
 */
export function composeEscalation(
  report: Escalated,
  { reference, tried, note }: EscalationWords,
): EscalationPacket {
  const [first] = report.diagnoses;
  const call = report.evidence.calls.find(({ failed }) => failed) ?? report.evidence.calls[0];
  const { log } = report;
  const steps = log?.steps ?? [];
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Request ID', listed(report.evidence.requestIds)],
    ['Time', log?.at],
    [
      'Linked account',
      listed(log?.accountId != null ? [log.accountId] : report.evidence.accountIds),
    ],
    ['Account status', listed(report.evidence.accounts.map(accountWords))],
    ['Provider', listed(report.evidence.providers.map((name) => labelOf(report.labels, name)))],
    [
      'Call',
      [log?.method ?? call?.method, log?.path ?? call?.path]
        .filter((part) => part != null)
        .join(' '),
    ],
    ['StackOne status', (log?.status ?? call?.platformStatus)?.toString()],
    [
      'Provider status',
      listed(
        (call?.providerErrors ?? []).flatMap(({ status, code }) =>
          status === null ? [] : [code === null ? `${status}` : `${status} ${code}`],
        ),
      ),
    ],
    ['Failing step', failingStep(steps)],
    ['Provider calls', listed(steps.map(stepWords))],
    ['Duration', log?.durationMs == null ? null : `${log.durationMs} ms`],
    ['Reach', reachWords(report.reach)],
    [
      'What I found',
      first === undefined
        ? 'nothing in the tables'
        : `${first.title} (${first.id}, ${first.certainty})`,
    ],
  ];
  return {
    reference,
    title: bound(first?.title ?? 'A StackOne request needs a look', PACKET_LIMITS.title),
    facts: facts
      .flatMap(([label, value]) =>
        value == null || value === '' ? [] : [{ label, value: bound(value, PACKET_LIMITS.value) }],
      )
      .slice(0, PACKET_LIMITS.facts),
    tried: worded(tried),
    note: worded(note),
  };
}

/** The packet as plain lines, for people who have to carry it themselves. */
export function packetText({ reference, title, facts, tried, note }: EscalationPacket): string {
  return [
    `${title} (reference ${reference})`,
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...(tried === null ? [] : [`What was tried: ${tried}`]),
    ...(note === null ? [] : [`Note: ${note}`]),
  ].join('\n');
}

/** Its status alone: what the provider said of it, and whose it is, stays here. */
function accountWords({ id, status, since }: LinkedAccount): string {
  return `${id} ${/^[a-z_-]{1,40}$/.test(status) ? status : 'unknown'}${since === null ? '' : ` since ${since}`}`;
}

/** `step 2 of 3: GET /v1/opportunities 401 after 800 ms` */
function failingStep(steps: readonly LogStep[]): string | null {
  const at = steps.findIndex(({ status }) => status !== null && status >= 400);
  const step = steps[at];
  if (step === undefined) return null;
  const took = step.durationMs === null ? '' : ` after ${step.durationMs} ms`;
  return `step ${at + 1} of ${steps.length}: ${stepWords(step)}${took}`;
}

function stepWords({ name: ran, method, path, status }: LogStep): string {
  const called = [method, path].filter((part) => part !== null).join(' ');
  const name = called === '' ? (ran ?? '') : called;
  return `${name === '' ? 'a call to the provider' : name} ${status ?? 'no status'}`;
}

const WITHIN: Readonly<Record<Reach['scope'], string>> = {
  operation: 'of this operation by this account',
  account: 'of this account',
  provider: 'to this provider over all accounts',
  everything: 'over all providers of this project',
};

/** In one sentence, with its numbers. */
function reachWords(reach: Reach | null): string | null {
  if (reach === null) return null;
  const { scope, failed, total, since, otherAccounts, otherAccountsFailing, lastSuccess } = reach;
  return [
    `${failed} of the last ${total} calls ${WITHIN[scope]} failed${since === null ? '' : ` since ${since}`}`,
    ...(otherAccounts === 0
      ? []
      : [`${otherAccountsFailing} of ${otherAccounts} other accounts of the provider fail too`]),
    ...(lastSuccess === null
      ? []
      : [`last success ${lastSuccess.at} (request ${lastSuccess.requestId})`]),
  ].join('; ');
}

function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.slice(0, 5).join(', ');
}

function worded(words: string | null): string | null {
  return words === null || words.trim() === '' ? null : bound(words.trim(), PACKET_LIMITS.words);
}

function bound(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}
