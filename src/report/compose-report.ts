import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { FailureGroup } from '../diagnosis/group-failures.ts';
import type { EscalationAdvice } from '../escalation/decide-escalation.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { LookupOutcome } from '../evidence/linked-account.ts';
import type { Reach } from '../evidence/reach.ts';
import type { RequestLog } from '../evidence/request-log.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { own } from '../knowledge/label-of.ts';
import type { Redacted } from '../redaction/redaction.ts';
import type { Report, Tip } from './report.ts';

export interface ReportParts {
  readonly evidence: Evidence;
  readonly diagnoses: readonly Diagnosis[];
  readonly escalation: EscalationAdvice;
  readonly lookups: readonly LookupOutcome[];
  readonly reach: Reach | null;
  readonly recent: readonly FailureGroup[];
  readonly redacted: Pick<Redacted, 'counts' | 'liveKey'>;
  readonly knowledge: Knowledge;
}

const MAX_TIPS = 2;

/** Joins what the stages found. Pure: no clock, no chance. */
export function composeReport({
  evidence,
  diagnoses,
  escalation,
  lookups,
  reach,
  recent,
  redacted,
  knowledge,
}: ReportParts): Report {
  const { paste, ...rest } = evidence;
  const log = decisiveLog(lookups);
  const tips = pickTips({ evidence, diagnoses, log }, knowledge);
  const named = [
    ...evidence.providers,
    ...diagnoses.map(({ id }) => id.split('/', 1)[0] ?? ''),
    ...evidence.accounts.flatMap(({ provider }) => provider ?? []),
    ...recent.flatMap(({ provider }) => provider ?? []),
  ];
  return {
    schema: 1,
    paste,
    evidence: rest,
    diagnoses,
    tips: tips.map(({ id }) => id),
    tipTexts: tips,
    log,
    lookups,
    reach,
    recent,
    redactions: redacted.counts,
    rotateKey: redacted.liveKey,
    escalation,
    labels: Object.fromEntries(
      [...new Set(named)].toSorted().flatMap((name) => {
        const label = own(knowledge.labels, name);
        return label === undefined ? [] : [[name, label] as const];
      }),
    ),
  };
}

/** The log of a failed request, else of any. */
function decisiveLog(lookups: readonly LookupOutcome[]): RequestLog | null {
  const logs = lookups.flatMap((outcome) =>
    outcome.kind === 'found' && 'log' in outcome ? [outcome.log] : [],
  );
  return logs.find(({ status }) => status !== null && status >= 400) ?? logs[0] ?? null;
}

/** The tips of the first diagnosis, as far as they say something that is not there already. */
function pickTips(
  { evidence, diagnoses, log }: Pick<ReportParts, 'evidence' | 'diagnoses'> & Pick<Report, 'log'>,
  knowledge: Knowledge,
): readonly Tip[] {
  const [first] = diagnoses;
  if (first === undefined || first.confidence < 0.5) return [];
  const hasProviderErrors = evidence.calls.some(({ providerErrors }) => providerErrors.length > 0);
  return (
    first.tips
      .filter((id) => !(id === 'tip/provider-errors' && hasProviderErrors))
      // It was read, and is told below.
      .filter((id) => !(id === 'tip/request-logs' && log !== null))
      .flatMap((id) => {
        const tip = knowledge.tip(id);
        return tip === undefined ? [] : [{ id, title: tip.title, do: tip.fix[0]?.do ?? tip.cause }];
      })
      .slice(0, MAX_TIPS)
  );
}
