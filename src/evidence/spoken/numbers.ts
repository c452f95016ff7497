import { LABELS, UNITS } from '../everyday.ts';
import type { Candidate, Word } from './word.ts';

/** Numbers that can be statuses: alone, not part of an amount, a date, an address, an id. */
export function readNumbers(text: string, words: readonly Word[]): readonly Candidate[] {
  return words.flatMap((word, at) => {
    const digits = /^([45]\d\d)(?:er|s|'s|-?(?:error|fehler|errors))?$/.exec(word.lower)?.[1];
    const meant = digits ?? withoutLetters(word.lower);
    if (meant === undefined) return [];
    const before = text.slice(Math.max(0, word.start - 2), word.start);
    const after = text.slice(word.end, word.end + 2);
    if (/[#$€£/.\\@+*]$|\d[,:]$|[:-]$|\w-$/.test(before) && !/(?:^|[\s\w])[:-] ?$/.test(before))
      return [];
    if (/^(?:[.,:/-]\d|[%€$£°/\\@])/.test(after)) return [];
    // An index, a paragraph: `[502]`, `403(b)`.
    if ((before.endsWith('[') && after.startsWith(']')) || /^\(\w/.test(after)) return [];
    if (isCompared(text, word) || isGutter(text, word) || isSetting(text, words[at - 1], word))
      return [];
    const next = words[at + 1];
    const previous = words[at - 1];
    const glued = next !== undefined && !/[.,;:!?\n()]/.test(text.slice(word.end, next.start));
    if (glued && UNITS.has(next.lower)) return [];
    // `3 of 500`
    if (previous?.lower === 'of' && /^\d/.test(words[at - 2]?.lower ?? '')) return [];
    // `exit status 502`, `area code 404`
    if (/^(?:exit|area|zip|postal|country|dial)$/.test(words[at - 2]?.lower ?? '')) return [];
    if (
      previous !== undefined &&
      LABELS.has(previous.lower) &&
      !/error|status/.test(words[at - 2]?.lower ?? '')
    )
      return [];
    return [
      {
        status: Number(meant),
        start: word.start,
        end: word.end,
        quote: word.text,
        kind: digits === undefined ? ('typo' as const) : ('number' as const),
        words: [at, at + 1] as const,
      },
    ];
  });
}

/** Phones make letters of figures: `4o1`, `5O2`, `4l2`. */
function withoutLetters(lower: string): string | undefined {
  if (!/^[45](?:[ol]\d|\d[ol]|oo)$/.test(lower)) return undefined;
  return lower.replaceAll('o', '0').replaceAll('l', '1');
}

/** `rows > 500`: code that compares, not an answer. A `>` at the head of a line quotes. */
function isCompared(text: string, word: Word): boolean {
  return /[\w)\]] ?(?:[<>]=?|[!=]==?) ?$/.test(text.slice(Math.max(0, word.start - 6), word.start));
}

/** `502 |   const x = y;`: the line number of a piece of code. */
function isGutter(text: string, word: Word): boolean {
  const head = text.slice(Math.max(0, word.start - 12), word.start);
  return (
    /(?:^|\n)[> ]{0,10}$/.test(head) && /^ {0,3}\| {2}/.test(text.slice(word.end, word.end + 8))
  );
}

/** `font-weight: 500`, `max_rows=429`: a program's setting, unless its name speaks of a status. */
function isSetting(text: string, previous: Word | undefined, word: Word): boolean {
  if (previous === undefined || !/^ ?[:=] ?$/.test(text.slice(previous.end, word.start)))
    return false;
  const isName =
    /[a-z][-_][a-z]|[a-z][A-Z]/.test(previous.text) ||
    /^(?:width|height|top|left|size|limit|offset)$/.test(previous.lower);
  return isName && !/status|code|http|err/i.test(previous.text);
}
