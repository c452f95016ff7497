import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Whether StackOne support is the next step: `advised` when an entry sends people there, `offered` when it may help. */
export type EscalationAdvice = 'not-needed' | 'offered' | 'advised';

export function decideEscalation(
  evidence: Evidence,
  diagnoses: readonly Diagnosis[],
): EscalationAdvice {
  const [first] = diagnoses;
  if (first !== undefined && first.confidence >= 0.5) {
    return first.escalate === 'always'
      ? 'advised'
      : first.escalate === 'never'
        ? 'not-needed'
        : 'offered';
  }
  return evidence.requestIds.length > 0 ? 'offered' : 'not-needed';
}
