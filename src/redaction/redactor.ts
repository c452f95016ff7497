import type { Redacted, RedactionCount } from './redaction.ts';
import { type Mask, placeholder } from './rule.ts';
import { rules } from './rules/index.ts';
import { holdsLiveKey } from './stackone-key.ts';
import { visible } from './visible.ts';

/** Redacts the texts of one paste: the paste itself, then what is decoded from strings inside it. */
export interface Redactor {
  readonly redact: (text: string) => string;
  /** What all runs took out so far. */
  readonly found: () => Omit<Redacted, 'text'>;
}

/** A replacement may bring a cue and a value together that a rule missed before; two passes do nearly always. */
const MAX_PASSES = 6;

/**
 * A redactor that counts. The first text counts every place; a later one only secrets that were not found before,
 * since what was decoded twice was pasted once.
 */
export function createRedactor(): Redactor {
  const counts = new Map<string, number>();
  const known = new Set<string>();
  let liveKey = false;
  return {
    redact(text) {
      const fresh: string[] = [];
      const mask: Mask = (kind, secret) => {
        if (!known.has(secret)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
        fresh.push(secret);
        liveKey ||= holdsLiveKey(secret);
        return placeholder(kind);
      };
      const rest = runToRest(visible(text), mask);
      for (const secret of fresh) known.add(secret);
      return rest;
    },
    found: () => ({ counts: sorted(counts), liveKey }),
  };
}

function runToRest(text: string, mask: Mask): string {
  let before = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const after = runOnce(before, mask);
    if (after === before) break;
    before = after;
  }
  return before;
}

function runOnce(text: string, mask: Mask): string {
  return rules.reduce((rest, rule) => (rule.applies(rest) ? rule.apply(rest, mask) : rest), text);
}

function sorted(counts: ReadonlyMap<string, number>): readonly RedactionCount[] {
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
