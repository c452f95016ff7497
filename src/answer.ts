import { diagnose } from './diagnosis/diagnose.ts';
import type { FailureGroup } from './diagnosis/group-failures.ts';
import type { Enriched } from './enrichment/enrich.ts';
import type { LogReader } from './enrichment/lookups.ts';
import { accountsToAsk } from './enrichment/take-accounts.ts';
import { decideEscalation } from './escalation/decide-escalation.ts';
import type { Evidence } from './evidence/evidence.ts';
import { readEvidence } from './evidence/read-evidence.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { redactStrings } from './redaction/redact-strings.ts';
import type { Redacted } from './redaction/redaction.ts';
import { createRedactor } from './redaction/redactor.ts';
import { composeReport } from './report/compose-report.ts';
import type { Report } from './report/report.ts';

export interface AnswerDeps {
  readonly knowledge: Knowledge;
}

export interface EnrichDeps extends AnswerDeps {
  readonly logs: LogReader;
}

/** Pasted text in, report out, from the tables alone: no network, no clock. */
export function answer(text: string, { knowledge }: AnswerDeps): Report {
  const { redact, found } = createRedactor();
  const read = readEvidence(redact(text), { lexicon: knowledge.lexicon, redact });
  const evidence = redactStrings(read, redact);
  return reportOf({ evidence, lookups: [], reach: null, groups: [] }, found(), knowledge);
}

/** The same report once the request log has been asked; what could not be had is said in `lookups` and `gaps`. */
export async function enrichReport(
  before: Report,
  { knowledge, logs }: EnrichDeps,
): Promise<Report> {
  // Loaded here: an answer from the tables does without them.
  const { enrich } = await import('./enrichment/enrich.ts');
  const { groupFailures } = await import('./diagnosis/group-failures.ts');
  const evidence: Evidence = { paste: before.paste, ...before.evidence };
  const { redact } = createRedactor();
  const { recent, ...enriched } = redactStrings(
    await enrich(evidence, logs, knowledge.lexicon),
    redact,
  );
  const groups = groupFailures(recent, knowledge);
  return reportOf(
    { ...enriched, groups },
    { counts: before.redactions, liveKey: before.rotateKey },
    knowledge,
  );
}

/** A request, or an account that decides, is named that a look-up could tell more of. */
export function wantsLog({ lookups, paste, evidence }: Report): boolean {
  if (lookups.length > 0) return false;
  return evidence.requestIds.length > 0 || accountsToAsk({ paste, ...evidence }).length > 0;
}

/** The last stages, from evidence on. */
export function reportOf(
  {
    evidence,
    lookups,
    reach,
    groups,
  }: Omit<Enriched, 'recent'> & { readonly groups: readonly FailureGroup[] },
  redacted: Pick<Redacted, 'counts' | 'liveKey'>,
  knowledge: Knowledge,
): Report {
  const diagnoses = diagnose(evidence, knowledge);
  return composeReport({
    evidence,
    diagnoses,
    lookups,
    reach,
    recent: groups,
    redacted,
    knowledge,
    escalation: decideEscalation(evidence, diagnoses),
  });
}
