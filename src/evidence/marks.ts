import type { AnswerWords } from './fragment.ts';
import type { Vendor } from './lexicon.ts';
import { indexPhrases, type PhraseIndex } from './phrase-index.ts';

const MAX_MARKS = 20;

type Find = (vendor: string | null, answer: AnswerWords) => readonly string[];

/** Finds the codes and phrases of the tables in an answer. A vendor's index is made when the vendor first comes up. */
export function findMarks(vendors: readonly Vendor[]): Find {
  const made = new Map<string | null, Marks>();
  return (vendor, answer) => {
    const known =
      made.get(vendor) ??
      indexMarks(vendor === null ? vendors : vendors.filter(({ name }) => name === vendor));
    made.set(vendor, known);
    const codes = answer.codes.flatMap((code) => known.codes.get(code.toLowerCase()) ?? []);
    const phrases = known.phrases.find(answer.text).map(({ phrase }) => phrase);
    return [...new Set([...codes, ...phrases])].slice(0, MAX_MARKS);
  };
}

interface Marks {
  /** As the tables spell them, by small letters. */
  readonly codes: ReadonlyMap<string, string>;
  readonly phrases: PhraseIndex<null>;
}

function indexMarks(vendors: readonly Vendor[]): Marks {
  return {
    codes: new Map(
      vendors.flatMap(({ marks }) => marks.codes.map((code) => [code.toLowerCase(), code])),
    ),
    phrases: indexPhrases(
      vendors.flatMap(({ marks }) => marks.phrases.map((phrase) => ({ phrase, owner: null }))),
    ),
  };
}
