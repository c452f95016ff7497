import { type AnswerDeps, reportOf } from './answer.ts';
import { type Assumed, assume } from './evidence/assume.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Report } from './report/report.ts';

/** The same paste, answered with what a channel's settings say is meant; unchanged where it leaves nothing open. */
export function assumeReport(before: Report, assumed: Assumed, { knowledge }: AnswerDeps): Report {
  const evidence: Evidence = { paste: before.paste, ...before.evidence };
  const fuller = assume(evidence, assumed);
  if (fuller === evidence) return before;
  const found = { counts: before.redactions, liveKey: before.rotateKey };
  return reportOf({ evidence: fuller, lookups: [], reach: null, groups: [] }, found, knowledge);
}
