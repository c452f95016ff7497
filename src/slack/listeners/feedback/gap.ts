import type { SavedReport } from '../../saved-report.ts';

/** What a person said of an answer. */
export interface Verdict {
  /** The entry that they chose instead. */
  readonly chosen?: string | null;
  /** In their words, without secrets. */
  readonly words?: string | null;
  /** What was read wrongly, as it should have been read. */
  readonly correction?: { readonly provider: string | null; readonly status: string | null };
}

/**
 * What is kept to learn from: what was read in the paste, what was answered, what it should have been. Nothing of the
 * request log, and nothing that the report does not hold, which is free of secrets.
 */
export function gapOf({ report }: SavedReport, verdict: Verdict) {
  const { paste, evidence, diagnoses } = report;
  const [first] = diagnoses;
  return {
    version: 1,
    answered:
      first === undefined ? null : { id: first.id, rule: first.rule, confidence: first.confidence },
    others: diagnoses.slice(1, 10).map(({ id }) => id),
    form: paste.form,
    statuses: evidence.statuses,
    providers: evidence.providers,
    signals: evidence.signals.slice(0, 30),
    ...verdict,
  } as const;
}
