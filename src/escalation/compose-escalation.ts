import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Call } from '../evidence/evidence.ts';
import type { RequestLog } from '../evidence/request-log.ts';
import { type EscalationPacket, PACKET_LIMITS } from './packet.ts';

/** What of a report an escalation is made from; a report is one. */
export interface EscalationSubject {
  readonly evidence: {
    readonly requestIds: readonly string[];
    readonly accountIds: readonly string[];
    readonly providers: readonly string[];
    readonly statuses: readonly number[];
    readonly calls: readonly Call[];
  };
  readonly diagnoses: readonly Diagnosis[];
  readonly log: RequestLog | null;
  readonly labels: Readonly<Record<string, string>>;
}

export interface EscalationWords {
  readonly reference: string;
  /** Redacted by the caller, as `note` is. */
  readonly tried: string | null;
  readonly note: string | null;
}

const MAX_LISTED = 5;

/**
 * Everything support needs to find the request, and nothing else: no bodies, no credentials, nobody's name.
 * Pure: the reference is handed in.
 */
export function composeEscalation(
  subject: EscalationSubject,
  { reference, tried, note }: EscalationWords,
): EscalationPacket {
  const [first] = subject.diagnoses;
  return {
    reference,
    title: cut(first?.title ?? 'A request that I have no answer for', PACKET_LIMITS.title),
    facts: factsOf(subject)
      .filter(({ value }) => value !== '')
      .slice(0, PACKET_LIMITS.facts)
      .map(({ label, value }) => ({ label, value: cut(value, PACKET_LIMITS.value) })),
    tried: words(tried),
    note: words(note),
  };
}

function factsOf(subject: EscalationSubject): readonly { label: string; value: string }[] {
  const { evidence, log, labels } = subject;
  const [first] = subject.diagnoses;
  const call = decisiveCall(subject);
  const provider = log?.provider ?? call?.provider ?? evidence.providers[0] ?? null;
  const inner = log?.providerErrors[0] ?? call?.providerErrors[0];
  const status = log?.status ?? call?.platformStatus ?? null;
  return [
    { label: 'Request ID', value: listed(log?.requestId ?? null, evidence.requestIds) },
    {
      label: 'Account ID',
      value: listed(log?.accountId ?? call?.accountId ?? null, evidence.accountIds),
    },
    { label: 'Provider', value: provider === null ? '' : nameOf(provider, labels) },
    { label: 'Call', value: joined([log?.method ?? call?.method, log?.path ?? call?.path]) },
    { label: 'Status', value: statusesOf(status, evidence.statuses) },
    { label: 'Provider answered', value: joined([inner?.status, inner?.host, inner?.path]) },
    { label: 'Time', value: log?.at ?? '' },
    { label: 'Duration', value: log?.durationMs == null ? '' : `${log.durationMs} ms` },
    {
      label: 'Calls to the provider',
      value: (log?.steps ?? [])
        .slice(0, MAX_LISTED)
        .map((step) => joined([step.method, step.path, step.status]))
        .join('; '),
    },
    { label: 'Cause as I see it', value: first === undefined ? '' : first.cause },
    { label: 'Entry', value: first === undefined ? '' : `${first.id} (${first.certainty})` },
  ];
}

function decisiveCall({ evidence, diagnoses }: EscalationSubject): Call | undefined {
  const at = diagnoses[0]?.call;
  return (
    (at == null ? undefined : evidence.calls[at]) ?? evidence.calls.find(({ failed }) => failed)
  );
}

/** StackOne's key may carry a suffix (`bullhorn_ats`): the vendor's name is what people know. */
function nameOf(provider: string, labels: Readonly<Record<string, string>>): string {
  const label =
    labels[provider] ??
    Object.entries(labels).find(([vendor]) => provider.startsWith(`${vendor}_`))?.[1];
  return label === undefined || label === provider ? provider : `${label} (${provider})`;
}

function statusesOf(status: number | null, seen: readonly number[]): string {
  return status === null ? seen.slice(0, MAX_LISTED).join(', ') : String(status);
}

function listed(first: string | null, all: readonly string[]): string {
  const ids = [...new Set([...(first === null ? [] : [first]), ...all])];
  const more = ids.length > MAX_LISTED ? ` and ${ids.length - MAX_LISTED} more` : '';
  return `${ids.slice(0, MAX_LISTED).join(', ')}${more}`;
}

function joined(parts: readonly (string | number | null | undefined)[]): string {
  return parts.filter((part) => part != null && part !== '').join(' ');
}

function words(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : cut(trimmed, PACKET_LIMITS.words);
}

function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const kept = text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}
