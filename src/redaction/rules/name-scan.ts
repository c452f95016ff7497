import type { NameRow } from './name-row.ts';

export interface NameScan {
  /** The next offset, from one on, where a name may begin; the length of the text where there is none. */
  readonly next: (text: string, from: number) => number;
  /** The rows whose words begin at an offset, those with longer words first, and where the word ends. */
  readonly at: (text: string, offset: number) => readonly NameFound[];
}

export interface NameFound {
  readonly row: NameRow;
  readonly end: number;
}

interface Entry {
  readonly row: NameRow;
  readonly pattern: RegExp;
}

const BITS = 5;
const CODES = 1 << BITS;
const MASK = CODES ** 3 - 1;
const BLANK = '[-_. ]?';
/** 1 to 26 for a letter in either case, 0 for anything else. As long as there are code units: no branch in the scan. */
const LETTERS = Uint8Array.from({ length: 65_536 }, (_, unit) =>
  (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) ? unit & (CODES - 1) : 0,
);

/**
 * Finds names in any spelling of case and separators. Most of a paste costs one look into a table for each letter: only
 * where three letters in a row begin a name are the names themselves tried.
 */
export function createNameScan(rows: readonly NameRow[]): NameScan {
  const table = tableOf(rows);
  const isHead = Uint8Array.from(table, (entries) => (entries === undefined ? 0 : 1));
  return {
    next(text, from) {
      let head = headBefore(text, from);
      for (let third = from + 2; third < text.length; third += 1) {
        head = ((head << BITS) | (LETTERS[text.charCodeAt(third)] ?? 0)) & MASK;
        if (isHead[head] === 1) return third - 2;
      }
      return text.length;
    },
    at(text, offset) {
      const head =
        ((headBefore(text, offset) << BITS) | codeOf(text.charCodeAt(offset + 2))) & MASK;
      const found: NameFound[] = [];
      for (const { row, pattern } of table[head] ?? []) {
        pattern.lastIndex = offset;
        if (pattern.test(text)) found.push({ row, end: pattern.lastIndex });
      }
      return found;
    },
  };
}

/** The two letters at an offset, as the scan has them before it takes the third. */
function headBefore(text: string, at: number): number {
  return (codeOf(text.charCodeAt(at)) << BITS) | codeOf(text.charCodeAt(at + 1));
}

function tableOf(rows: readonly NameRow[]): readonly (readonly Entry[] | undefined)[] {
  const table = Array.from<Entry[] | undefined>({ length: CODES ** 3 });
  const names = rows
    .flatMap((row) => row.words.map((word) => ({ row, word })))
    .toSorted((one, other) => other.word.length - one.word.length);
  for (const { row, word } of names) {
    const entry = { row, pattern: patternOf(word) };
    for (const head of headsOf(word)) table[head] = [...(table[head] ?? []), entry];
  }
  return table;
}

function patternOf(word: string): RegExp {
  return new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', BLANK), 'iuy');
}

/** All that the first three letters may be: a blank may be left out, and behind a short word stands anything. */
function headsOf(word: string): readonly number[] {
  const spellings = [word, word.replace(' ', '')].map((spelling) => [...spelling.slice(0, 3)]);
  const heads = spellings.flatMap(([one, two, three]) =>
    codesOf(one).flatMap((a) =>
      codesOf(two).flatMap((b) => codesOf(three).map((c) => (a * CODES + b) * CODES + c)),
    ),
  );
  return [...new Set(heads)];
}

function codesOf(char: string | undefined): readonly number[] {
  if (char === undefined) return Array.from({ length: CODES }, (_, code) => code);
  return [codeOf(char.charCodeAt(0))];
}

/** The end of the text is no letter. */
function codeOf(unit: number): number {
  return LETTERS[unit] ?? 0;
}
