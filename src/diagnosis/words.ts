import { STOP_WORDS } from '../evidence/everyday.ts';

/** Words as symptoms are compared by: which of them tell something, what counts as the same word. */

const MAX_TERMS = 40;

/** The words that tell something, stemmed a little; at most 40. Statuses and IDs are read elsewhere. */
export function informative(text: string, without: ReadonlySet<string>): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .flatMap((word) => (word.includes('_') ? [word, ...word.split('_')] : [word]))
    .filter((word) => word.length > 1 && !/^(?:[45]\d\d|\d{6,})$/.test(word))
    .filter((word) => !STOP_WORDS.has(word) && !without.has(word))
    .map(stem)
    .filter((word) => !without.has(word));
  return [...new Set(words)].slice(0, MAX_TERMS);
}

function stem(word: string): string {
  if (word.length < 5 || word.includes('_')) return word;
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|ings?|edly|ed|es|s)$/, '')
    .replace(/([bdgmnprt])\1$/, '$1');
}

/** Shorter words are the same only when they are equal. */
const MIN_SLIP_CHARS = 5;

/** Equal, or one slip apart in a longer word: a letter more, less, another, or two that changed places. */
export function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  // `LGN0008` is no slip of `LGN0001`.
  if (/\d/.test(one) || /\d/.test(other)) return false;
  // Nobody slips at the first letter as often as two words differ there: `great` is no slip of `creat(ed)`.
  if (one[0] !== other[0]) return false;
  if (
    Math.min(one.length, other.length) < MIN_SLIP_CHARS ||
    Math.abs(one.length - other.length) > 1
  )
    return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  return (
    rest(one, at + 1) === rest(other, at + 1) ||
    rest(one, at) === rest(other, at + 1) ||
    rest(one, at + 1) === rest(other, at) ||
    (one[at] === other[at + 1] &&
      one[at + 1] === other[at] &&
      rest(one, at + 2) === rest(other, at + 2))
  );
}

/**
 * The words of a vocabulary that are the same as a given one. Two words one slip apart have a spelling in common once
 * each may lose a letter, so a look-up costs as many steps as the word has letters, however large the vocabulary.
 */
export function indexSpellings(vocabulary: Iterable<string>): (word: string) => readonly string[] {
  const bySpelling = new Map<string, string[]>();
  for (const word of vocabulary)
    for (const spelling of spellingsOf(word)) {
      const known = bySpelling.get(spelling);
      if (known === undefined) bySpelling.set(spelling, [word]);
      else known.push(word);
    }
  return (word) => {
    const near = spellingsOf(word).flatMap((spelling) => bySpelling.get(spelling) ?? []);
    return [...new Set(near)].filter((other) => isSame(word, other));
  };
}

function spellingsOf(word: string): readonly string[] {
  if (word.length < MIN_SLIP_CHARS || word.length > 40) return [word];
  return [
    word,
    ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1)),
  ];
}
