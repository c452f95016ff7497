import type { Redacted, RedactionCount } from './redaction.ts';
import { type Mask, placeholder } from './rule.ts';
import { rules } from './rules/index.ts';
import { holdsLiveKey } from './stackone-key.ts';

/** A replacement may bring a cue and a value together that a rule missed before; two passes do nearly always. */
const MAX_PASSES = 6;

/**
 * Takes secrets and personal data out of a text; everything around them stays, so that JSON still parses.
 *
 * @param text - as pasted, or decoded from a string inside a paste
 * @returns the text, counts sorted by kind, and whether a live-looking StackOne key was there. Redacting the result
 *   again changes nothing and counts nothing.
 */
export function redact(text: string): Redacted {
  const counts = new Map<string, number>();
  let liveKey = false;
  const mask: Mask = (kind, secret) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    liveKey ||= holdsLiveKey(secret);
    return placeholder(kind);
  };
  return { text: runToRest(text, mask), counts: sorted(counts), liveKey };
}

/** The text alone, for places that only pass it on. */
export function redactText(text: string): string {
  return redact(text).text;
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
