import Fuse from 'fuse.js';

/** Finds the closest of many names, with fuse.js, whose index is built when the first misspelt word comes. */
export function nearName(names: () => readonly string[]): (word: string) => string | undefined {
  let fuse: Fuse<string> | undefined;
  return (word) => {
    if (word.length < 4 || word.length > 40) return undefined;
    fuse ??= new Fuse(
      names().filter((name) => name.length >= 4),
      {
        includeScore: true,
        threshold: 0.4,
        distance: 40,
        ignoreFieldNorm: true,
      },
    );
    // One slip in four letters at the most: `levr`, `smartrecuiters`. A much longer or shorter name is another name.
    const slips = Math.max(1, Math.floor(word.length / 5));
    return fuse.search(word, { limit: 8 }).find(({ item }) => isSlip(word, item, slips))?.item;
  };
}

/**
 * A short word must be the name with a letter left out: `levr` is, `from` for `front` is not. Fuse looks for the word
 * anywhere in the name, so what it finds is held against the whole name: `worked` is no slip of `workday`.
 */
function isSlip(word: string, name: string, slips: number): boolean {
  if (Math.abs(name.length - word.length) > slips || name[0] !== word[0]) return false;
  return word.length > 4
    ? slipsBetween(word, name) <= slips
    : name.length === 5 && isWithin(word, name);
}

/** Letters that are missing, too many, others, or in the other order (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let down = 1; down <= one.length; down += 1) {
    const next = [down];
    for (let at = 1; at <= other.length; at += 1) {
      const isEqual = one[down - 1] === other[at - 1];
      const isSwap = one[down - 1] === other[at - 2] && one[down - 2] === other[at - 1];
      next[at] = Math.min(
        (row[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (row[at - 1] ?? 0) + (isEqual ? 0 : 1),
        isSwap && down > 1 && at > 1 ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

function isWithin(word: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === word[at]) at += 1;
  return at === word.length;
}

/**
 * Finds the name that is written without its vowels: `lvr`, `bmbhr`. A word that has none is hardly an English one; two
 * names with the same consonants are neither's.
 */
export function nameOfConsonants(
  names: () => readonly string[],
): (word: string) => string | undefined {
  let known: ReadonlyMap<string, string | undefined> | undefined;
  return (word) => {
    if (!/^[^aeiou\d\W]{3,12}$/.test(word)) return undefined;
    known ??= indexConsonants(names());
    return known.get(word);
  };
}

function indexConsonants(names: readonly string[]): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const name of new Set(names)) {
    const consonants = name.replace(/[aeiou]/g, '');
    // `cms` is a system of its own, and not iCIMS without its first letter.
    if (consonants !== name && consonants[0] === name[0])
      found.set(consonants, found.has(consonants) ? undefined : name);
  }
  return found;
}
