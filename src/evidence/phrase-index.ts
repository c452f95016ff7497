/** Finds which of many literal phrases stand in a text, without regard to case, in time that hardly grows with their number. */
export interface PhraseIndex<T> {
  /** In the order of the text's words; each phrase once. */
  find(text: string): readonly Phrase<T>[];
}

export interface Phrase<T> {
  readonly phrase: string;
  readonly owner: T;
}

/**
 * Each phrase is filed under its longest word; only the phrases of words that a text has are looked for in it. A word at
 * the edge of a phrase may be cut there (`revoke` finds `revoked`), so one in the middle is preferred.
 */
export function indexPhrases<T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> {
  const byWord = new Map<string, (Phrase<T> & { readonly needle: string })[]>();
  for (const one of phrases) {
    const needle = foldText(one.phrase);
    const word = keyWord(needle);
    const filed = byWord.get(word);
    if (filed === undefined) byWord.set(word, [{ ...one, needle }]);
    else filed.push({ ...one, needle });
  }
  return {
    find(text) {
      const folded = foldText(text);
      // Phrases without a word of their own, such as signs, are looked for always.
      const words = new Set(['', ...(folded.match(WORD) ?? [])]);
      return [...words].flatMap((word) =>
        (byWord.get(word) ?? [])
          .filter(({ needle }) => folded.includes(needle))
          .map(({ phrase, owner }) => ({ phrase, owner })),
      );
    },
  };
}

const WORD = /[\p{L}\p{N}_]+/gu;

/** One spelling for comparing: small letters, single blanks, JSON without a blank behind its colons, plain quotes. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/": /g, '":');
}

function keyWord(needle: string): string {
  const words = needle.match(WORD) ?? [];
  const inner = words.slice(1, -1);
  const longest = (some: readonly string[]): string =>
    some.reduce((best, word) => (word.length > best.length ? word : best), '');
  const middle = longest(inner);
  return middle.length >= 4 ? middle : longest(words);
}
