import type { LooseObject } from './loose-value.ts';

/**
 * Lines that are one whole JSON object with nothing nested in it, read by the engine's own parser: most of a long log
 * is that. Everything else is for the patient reader; what this one takes, the other reads as the same.
 */
export class FlatLines {
  private readonly text: string;
  private refused = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The object whose line begins at this place, and one past its last character. */
  read(at: number): { readonly value: LooseObject; readonly end: number } | undefined {
    const { text } = this;
    // `{"`
    if (this.refused > MAX_REFUSED || text.charCodeAt(at + 1) !== 34) return undefined;
    if (at > 0 && text.charCodeAt(at - 1) !== 10) return undefined;
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    if (!line.endsWith('}') || line.length < MIN_CHARS || NOT_FLAT.test(line)) return undefined;
    try {
      const value: LooseObject = Object.setPrototypeOf(JSON.parse(line), null);
      return { value, end };
    } catch {
      this.refused += 1;
      return undefined;
    }
  }
}

/** A refusal costs as much as a hundred fields, so that a text full of them is not asked for long. */
const MAX_REFUSED = 50;
/** `{"a":1}` is no log line. */
const MIN_CHARS = 8;

/**
 * Nested values have places of their own; an escape may hide some; long numbers would lose digits, and one
 * with an exponent is no id.
 */
const NOT_FLAT = /.[{[\\]|[:\s-][\d.]{16}|:\s?-?\d[\d.]{0,20}[eE]/;
