import type { Call } from '../evidence/evidence.ts';
import type { ErrorEntry, QuirkEntry } from '../knowledge/schema.ts';
import type { Relation } from './diagnosis.ts';
import type { Shown } from './match-when.ts';
import type { RuleName } from './rules.ts';

/** An entry that may explain something, before its words are filled in. */
export interface Candidate {
  readonly entry: ErrorEntry | QuirkEntry;
  readonly rule: RuleName;
  readonly confidence: number;
  readonly relation: Relation;
  /** Index into `evidence.calls`. */
  readonly call: number | null;
  readonly source: Call | null;
  readonly shown: Shown;
  /** The status that it explains. */
  readonly status: number | null;
  /** The vendor's short name, where a vendor gave the status or is asked about. */
  readonly vendor: string | null;
  readonly because: readonly string[];
}
