import type { KnowledgeFault } from '../errors.ts';

/** A fault with its place, as far as it is known. What a file says is quoted short and without control characters. */
export function fault(
  file: string,
  {
    line = null,
    entry = null,
    field = null,
    expected,
  }: Partial<Omit<KnowledgeFault, 'file'>> & {
    readonly expected: string;
  },
): KnowledgeFault {
  return {
    file: plain(file, 300),
    line,
    entry: entry === null ? null : plain(entry, 100),
    field: field === null ? null : plain(field, 100),
    expected: plain(expected, 500),
  };
}

/** Faults are printed in terminals: nothing in a file may move the cursor or turn the text around. */
function plain(text: string, maxChars: number): string {
  const clean = text.slice(0, maxChars + 1).replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return clean.length > maxChars ? `${clean.slice(0, maxChars - 1)}…` : clean;
}
