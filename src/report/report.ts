import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { FailureGroup } from '../diagnosis/group-failures.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { LookupOutcome } from '../evidence/linked-account.ts';
import type { Reach } from '../evidence/reach.ts';
import type { RequestLog } from '../evidence/request-log.ts';
import type { RedactionCount } from '../redaction/redaction.ts';

export { type Diagnosis, type FixStep, type PossibleCause, RULES } from '../diagnosis/diagnosis.ts';
export type { FailureGroup } from '../diagnosis/group-failures.ts';
export type { Call, Gap, ProviderError } from '../evidence/evidence.ts';
export type { LinkedAccount, LookupOutcome } from '../evidence/linked-account.ts';
export type { Reach } from '../evidence/reach.ts';
export type { LogOutcome, LogStep, RequestLog } from '../evidence/request-log.ts';
export type { Actor, RetryVerdict } from '../knowledge/schema.ts';
export type { RedactionCount } from '../redaction/redaction.ts';

/** A tip from the tables, ready to be drawn. */
export interface Tip {
  readonly id: string;
  readonly title: string;
  readonly do: string;
}

/**
 * The answer, the same for every surface; its JSON is the contract of section 3. Holds nothing that must not be shown.
 * Same paste, same knowledge, same log: the same bytes.
 */
export interface Report {
  readonly schema: 1;
  readonly paste: Evidence['paste'];
  readonly evidence: Omit<Evidence, 'paste'>;
  readonly diagnoses: readonly Diagnosis[];
  /** Ids of tips; the words are in `tipTexts`. */
  readonly tips: readonly string[];
  readonly tipTexts: readonly Tip[];
  /** What the request log said of the request that decides, or `null`. */
  readonly log: RequestLog | null;
  /** Every look-up that was tried, the failed ones too. */
  readonly lookups: readonly LookupOutcome[];
  /** How far the failure reaches; `null` where it was not asked, or the sample is too small to say. */
  readonly reach: Reach | null;
  /** The latest failures of an account that was asked about alone, by cause. */
  readonly recent: readonly FailureGroup[];
  readonly redactions: readonly RedactionCount[];
  /** A live-looking StackOne key was in the paste: tell the person who pasted it, nobody else. */
  readonly rotateKey: boolean;
  readonly escalation: 'not-needed' | 'offered' | 'advised';
  /** Vendors' names as people read them, by short name. */
  readonly labels: Readonly<Record<string, string>>;
}
