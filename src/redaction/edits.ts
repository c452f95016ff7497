/** Half-open range of offsets into a text. */
export type Span = readonly [start: number, end: number];

/** Replacements in one text, given from left to right; one that reaches back over an earlier one is dropped. */
export interface Edits {
  readonly replace: (start: number, end: number, words: string) => void;
  readonly result: () => string;
}

export function createEdits(text: string): Edits {
  const parts: string[] = [];
  let done = 0;
  return {
    replace(start, end, words) {
      if (start < done) return;
      parts.push(text.slice(done, start), words);
      done = end;
    },
    result() {
      return parts.length === 0 ? text : parts.join('') + text.slice(done);
    },
  };
}
