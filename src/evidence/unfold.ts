/** A text without the line breaks that a terminal or a mail put into it at a fixed width. */
export interface Unfolded {
  readonly text: string;
  /** The place in the given text of a place in `text`. */
  at(position: number): number;
}

const MIN_WIDTH = 20;
/** So many lines of one length are no chance. */
const MIN_FULL_LINES = 2;

/**
 * Joins what was broken at a fixed width: several lines of exactly one length, then a shorter rest, the first with a
 * bracket in it. Linear.
 */
export function unfold(given: string): Unfolded {
  const removed = breaksOf(given);
  if (removed.length === 0) return { text: given, at: (position) => position };
  const parts = [-1, ...removed].map((newline, index) =>
    given.slice(newline + 1, removed[index] ?? given.length),
  );
  return { text: parts.join(''), at: (position) => position + countBefore(removed, position) };
}

/** Offsets of the line breaks that are to go, in order. */
function breaksOf(text: string): readonly number[] {
  if (!text.includes('\n')) return [];
  const lines = text.split('\n');
  const found: number[] = [];
  let offset = 0;
  let end = 0;
  for (let at = 0; at < lines.length; ) {
    // Of a run that is no folded text each line is looked at, but the run is measured once.
    if (at >= end) end = at + runLength(lines, at);
    const length = end - at;
    const width = lines[at]?.length ?? 0;
    // Indented lines are a print-out's own.
    const isFolded =
      length >= MIN_FULL_LINES &&
      /[{[]/.test(lines[at] ?? '') &&
      !/^\s/.test(lines[at + 1] ?? '') &&
      !isRecordEnd(lines[at], lines[at + 1]);
    if (!isFolded) {
      offset += width + 1;
      at += 1;
      continue;
    }
    // The line behind the last full one is the rest, unless it is empty or longer.
    const rest = lines[at + length]?.length ?? 0;
    const joined = rest > 0 && rest <= width ? length : length - 1;
    for (let line = 0; line < joined; line += 1) found.push(offset + line * (width + 1) + width);
    offset += length * (width + 1);
    at += length;
  }
  return found;
}

/** One object ends and the next begins: records of a log that happen to be of one length. */
function isRecordEnd(line = '', next = ''): boolean {
  return line.endsWith('}') && next.startsWith('{');
}

/** How many lines from here on have this line's length, if it is a wide one. */
function runLength(lines: readonly string[], from: number): number {
  const width = lines[from]?.length ?? 0;
  if (width < MIN_WIDTH) return 0;
  let to = from;
  while (lines[to]?.length === width) to += 1;
  return to - from;
}

/** How many of the breaks stand before this place of the joined text. */
function countBefore(removed: readonly number[], position: number): number {
  let low = 0;
  let high = removed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((removed[middle] ?? 0) - middle <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
