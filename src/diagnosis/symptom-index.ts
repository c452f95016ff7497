import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ErrorEntry, QuirkEntry } from '../knowledge/schema.ts';
import { indexSpellings, informative, isSame } from './words.ts';

export type Described = ErrorEntry | QuirkEntry;

export interface Comparison {
  readonly entry: Described;
  /** The share of the question's words that the entry has, by weight. */
  readonly covered: number;
  /** The share of its best symptom's words that the question has, by weight. */
  readonly symptomCovered: number;
  readonly shared: readonly string[];
  /** What the shared words weigh together. */
  readonly sharedWeight: number;
}

export interface SymptomIndex {
  /**
   * The entries that share the most telling words with the question: StackOne's own, and those of the vendors that are
   * named, or of any where none is.
   */
  compare(asked: readonly string[], vendors: ReadonlySet<string>): readonly Comparison[];
}

/** More entries than this are not compared word by word. */
const MAX_COMPARED = 40;

const indexes = new WeakMap<Knowledge, SymptomIndex>();

export function indexSymptoms(knowledge: Knowledge): SymptomIndex {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const made = build(knowledge);
  indexes.set(knowledge, made);
  return made;
}

interface Document {
  readonly entry: Described;
  readonly vendor: string;
  /** The words of each symptom, and of the title. */
  readonly symptoms: readonly (readonly string[])[];
  readonly words: readonly string[];
}

/**
 * Words to entries. fuse.js over all entries took ten times as long for 5,000 as for 500 (`npm run bench`); here only
 * the entries that have a word of the question are looked at.
 */
function build(knowledge: Knowledge): SymptomIndex {
  const documents = [...knowledge.entries.values()]
    .filter((entry): entry is Described => entry.kind !== 'tip' && entry.symptoms.length > 0)
    .map((entry) => toDocument(entry, knowledge));
  const byWord = new Map<string, Document[]>();
  for (const document of documents)
    for (const word of document.words) {
      const having = byWord.get(word);
      if (having === undefined) byWord.set(word, [document]);
      else having.push(document);
    }
  // Most words are spelt right: the spellings are indexed when the first one is not.
  let misspelt: ((word: string) => readonly string[]) | undefined;
  const sameAs = (word: string): readonly string[] => {
    if (byWord.has(word)) return [word];
    misspelt ??= indexSpellings(byWord.keys());
    return misspelt(word);
  };
  // `round` is in the vocabulary, so it is no slip of `found`.
  const means: Means = (word, known) =>
    word === known || (!byWord.has(word) && isSame(word, known));
  /** The rarer a word among the entries, the heavier; a word that none has weighs as if three had it. */
  const weight = (word: string): number =>
    Math.log(1 + documents.length / (byWord.get(word)?.length ?? 3));
  return {
    compare(asked, vendors) {
      const scores = new Map<Document, number>();
      for (const word of asked)
        for (const known of sameAs(word))
          for (const document of byWord.get(known) ?? [])
            if (
              vendors.size === 0 ||
              vendors.has(document.vendor) ||
              document.vendor === 'stackone'
            )
              scores.set(document, (scores.get(document) ?? 0) + weight(known));
      return [...scores]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, MAX_COMPARED)
        .map(([document]) => compare(document, asked, { weight, means }));
    },
  };
}

function toDocument(entry: Described, knowledge: Knowledge): Document {
  const vendor = vendorOf(entry);
  const own = vendorWordsOf(knowledge, [vendor]);
  const symptoms = [...entry.symptoms, entry.title].map((text) => informative(text, own));
  return { entry, vendor, symptoms, words: [...new Set(symptoms.flat())] };
}

/** Whether a word of a question is a word of an entry, spelt right or not. */
type Means = (word: string, known: string) => boolean;
type Weight = (word: string) => number;

function compare(
  { entry, symptoms, words }: Document,
  asked: readonly string[],
  { weight, means }: { readonly weight: Weight; readonly means: Means },
): Comparison {
  const shared = asked.filter((word) => words.some((known) => means(word, known)));
  const best = symptoms.map((symptom) => {
    const found = symptom.filter((known) => asked.some((word) => means(word, known)));
    return share(found, symptom, weight);
  });
  return {
    entry,
    covered: share(shared, asked, weight),
    symptomCovered: Math.max(0, ...best),
    shared,
    sharedWeight: weightOf(shared, weight),
  };
}

/** The weight of some words, of the weight of all. */
function share(some: readonly string[], all: readonly string[], weight: Weight): number {
  const total = weightOf(all, weight);
  return total === 0 ? 0 : weightOf(some, weight) / total;
}

function weightOf(words: readonly string[], weight: Weight): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

/** The subject of an entry: a vendor's short name, or one of the four that are none. */
export function vendorOf(entry: Described): string {
  return entry.id.split('/', 1)[0] ?? '';
}

/** The words of vendors' names: they say whose entry it is, not what happened. */
export function vendorWordsOf(knowledge: Knowledge, names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => {
      const vendor = knowledge.vendors.get(name);
      return vendor === undefined
        ? []
        : [name, vendor.name, ...vendor.aliases, ...vendor.keys.map((key) => key.name)].flatMap(
            (alias) => alias.toLowerCase().split(/[^\p{L}\p{N}]+/u),
          );
    }),
  );
}
