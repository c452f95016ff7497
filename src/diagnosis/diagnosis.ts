import type { Actor, RetryVerdict } from '../knowledge/schema.ts';
import type { RuleName } from './rules.ts';

export { RULES, type RuleName } from './rules.ts';

export type Certainty = 'certain' | 'likely' | 'possible';

/**
 * - `decisive`: what went wrong in its call
 * - `wrapper`: the platform's view of the same failure
 * - `alternative`: a rival explanation
 * - `other`: what went wrong in another call
 */
export type Relation = 'decisive' | 'wrapper' | 'alternative' | 'other';

export interface FixStep {
  readonly who: string;
  readonly do: string;
}

export interface Retry {
  readonly verdict: RetryVerdict;
  readonly afterSeconds: number | null;
  readonly advice: string;
}

/** One of several causes that the same answer can have, where nothing seen tells them apart. */
export interface PossibleCause {
  readonly title: string | null;
  readonly cause: string;
  readonly check: string | null;
}

export interface Diagnosis {
  /** The entry's id. */
  readonly id: string;
  readonly kind: 'error' | 'quirk';
  readonly title: string;
  /** The status that it explains. */
  readonly status: number | null;
  /** Name of the system that gave the status: `StackOne`, or the vendor's. */
  readonly system: string;
  /** By which rule it was found. */
  readonly rule: RuleName;
  readonly confidence: number;
  readonly certainty: Certainty;
  /** Index into `evidence.calls`; `null` for a question in words. */
  readonly call: number | null;
  readonly relation: Relation;
  readonly actor: Actor;
  readonly cause: string;
  readonly possible: readonly PossibleCause[];
  readonly fix: readonly FixStep[];
  readonly check: string;
  readonly note: string | null;
  readonly retry: Retry;
  readonly because: readonly string[];
  readonly escalate: 'never' | 'when-fix-fails' | 'always';
  readonly tips: readonly string[];
  readonly sources: readonly { readonly url: string; readonly seen: string }[];
}
