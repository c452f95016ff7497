import { scrub } from './scrub.ts';

const MAX_CHARS = 2_000;
/** Read before redaction; more than is kept, since redaction shortens. */
const BUDGET_CHARS = 12_000;
/** Of one list or object. */
const MAX_PARTS = 100;

/**
 * A provider's answer as redacted JSON text of at most 2,000 characters, or its redacted words where it was a text.
 * Texts inside are redacted one by one, as they were before JSON escaped them, and the whole once more, so that
 * `"token": "…"` is seen with its name.
 *
 * @returns `null` where there was no answer, and where it is nested too deep to print
 */
export function readProviderBody(raw: unknown): string | null {
  if (raw === null || raw === undefined || raw === '') return null;
  try {
    const printed = typeof raw === 'string' ? raw : JSON.stringify(raw, withinBudget());
    return scrub(cutAtGap(printed, BUDGET_CHARS)).slice(0, MAX_CHARS) || null;
  } catch {
    // A RangeError: JSON.stringify gives up on some thousand levels.
    return null;
  }
}

/** A replacer that leaves out what comes after the budget is spent: still JSON, and no secret cut in two. */
function withinBudget(): (key: string, value: unknown) => unknown {
  let left = BUDGET_CHARS;
  return (key, value) => {
    left -= key.length + 4;
    if (left < 0) return undefined;
    if (typeof value !== 'string') return firstParts(value);
    const kept = scrub(cutAtGap(value, Math.min(left, MAX_CHARS)));
    left -= kept.length;
    return kept;
  };
}

/** Of a long list its beginning; what is behind it would be visited, and a list prints `null` for what is left out. */
function firstParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MAX_PARTS);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).slice(0, MAX_PARTS));
}

/** Cut where a word ends, so that half a secret, which no rule would know, is not left standing. */
function cutAtGap(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  let end = maxChars;
  while (end > 0 && !/[\s"',;&<>]/.test(text.charAt(end))) end -= 1;
  return text.slice(0, end);
}
