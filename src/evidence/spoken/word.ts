/** A word of what a person wrote, where it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** A status that the words may mean. */
export interface Candidate {
  readonly status: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly kind: 'number' | 'name' | 'typo';
  /** Its ending says that an error is meant: `502er`. */
  readonly isCalledError?: boolean;
  /** It was so before, and is another one now. */
  readonly isPast?: boolean;
  /** What stands in the same words as the name, in a script without blanks. */
  readonly beside?: string;
  /** Index of the first word and one past the last. */
  readonly words: readonly [number, number];
}

const WORD = /[\p{L}\p{N}_%€$£°#][\p{L}\p{N}\p{M}_%€$£°'-]*/gu;

/** Scripts that are written without blanks between words: there a word ends where its script ends. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD_OR_RUN =
  /\p{Script=Han}+|\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{Script=Latin}\p{N}_%€$£°#][\p{Script=Latin}\p{N}\p{M}_%€$£°'-]*/gu;

export function splitWords(text: string): readonly Word[] {
  const blank = text.replace(/https?:\/\/\S{1,2000}|<[@#!][^>\s]{1,80}>|`{3}/g, (match) =>
    ' '.repeat(match.length),
  );
  const pattern = CJK.test(blank) ? WORD_OR_RUN : WORD;
  return [...blank.matchAll(pattern)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase().replace(/^['-]+|['-]+$/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
