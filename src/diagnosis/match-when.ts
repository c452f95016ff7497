import type { When } from '../knowledge/schema.ts';

/** What an answer showed, to be held against an entry's `when`. */
export interface Shown {
  readonly providerStatus: number | null;
  readonly platformStatus: number | null;
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  readonly paths: readonly string[];
  /** Of the linked account, where StackOne was asked. */
  readonly accountStatus: string | null;
}

/** What a question shows that has no answer in it: its words, and the codes that it quotes. */
export function shownInWords(words: string, codes: readonly string[] = []): Shown {
  return {
    providerStatus: null,
    platformStatus: null,
    codes,
    texts: [words],
    paths: [],
    accountStatus: null,
  };
}

/**
 * How closely a `when` fits: 0 when it does not, more the more it asks for. A code tells most, then words (the longer
 * the better), then the path, then the status; what StackOne says of the account settles it. A `when` that asks for nothing fits nothing.
 */
export function fitOf(when: When | readonly When[] | undefined, shown: Shown): number {
  if (when === undefined) return 0;
  if (isList(when)) return Math.max(...when.map((one) => fitOf(one, shown)));
  const fits = [
    when.providerStatus === undefined
      ? null
      : includes(when.providerStatus, shown.providerStatus) * 1,
    when.platformStatus === undefined
      ? null
      : includes(when.platformStatus, shown.platformStatus) * 1,
    when.codes === undefined ? null : hasCode(when.codes, shown.codes) * 8,
    when.phrases === undefined ? null : longestPhrase(when.phrases, shown.texts) * 4,
    when.accountStatus === undefined
      ? null
      : (shown.accountStatus !== null && when.accountStatus.includes(shown.accountStatus) ? 1 : 0) *
        16,
    when.paths === undefined ? null : hasPath(when.paths, shown.paths) * 2,
  ].filter((fit) => fit !== null);
  return fits.length === 0 || fits.includes(0) ? 0 : fits.reduce((sum, fit) => sum + fit, 0);
}

function isList(when: When | readonly When[]): when is readonly When[] {
  return Array.isArray(when);
}

function includes(wanted: readonly number[], status: number | null): 0 | 1 {
  return status !== null && wanted.includes(status) ? 1 : 0;
}

function hasCode(wanted: readonly string[], codes: readonly string[]): 0 | 1 {
  const seen = new Set(codes.map((code) => code.toLowerCase()));
  return wanted.some((code) => seen.has(code.toLowerCase())) ? 1 : 0;
}

/** 0, or 1 to 1.5 by the length of the longest phrase that is there. */
function longestPhrase(wanted: readonly string[], texts: readonly string[]): number {
  const said = texts.map((text) => text.toLowerCase());
  const lengths = wanted
    .filter((phrase) => said.some((text) => text.includes(phrase.toLowerCase())))
    .map(({ length }) => length);
  return lengths.length === 0 ? 0 : 1 + Math.min(0.5, Math.max(...lengths) / 200);
}

function hasPath(wanted: readonly string[], paths: readonly string[]): 0 | 1 {
  return wanted.some((part) => paths.some((path) => path.includes(part))) ? 1 : 0;
}
