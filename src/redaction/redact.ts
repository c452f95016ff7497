import type { Redacted } from './redaction.ts';
import { createRedactor } from './redactor.ts';

/**
 * Takes secrets and personal data out of a text, and what nobody sees in it; everything around them stays, so that
 * JSON still parses.
 *
 * @param text - as pasted, or decoded from a string inside a paste
 * @returns the text, counts sorted by kind, and whether a live-looking StackOne key was there. Redacting the result
 *   again changes nothing and counts nothing.
 */
export function redact(text: string): Redacted {
  const redactor = createRedactor();
  return { text: redactor.redact(text), ...redactor.found() };
}

/** The text alone, for places that only pass it on. */
export function redactText(text: string): string {
  return createRedactor().redact(text);
}
