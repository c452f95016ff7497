import Fuse from 'fuse.js';
import { STOP_WORDS } from '../evidence/everyday.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ErrorEntry, QuirkEntry } from '../knowledge/schema.ts';
import type { Candidate } from './candidate.ts';
import { round } from './diagnose-call.ts';

/**
 * A described symptom, such as "rejected candidates are missing from SmartRecruiters interviews", to the entries whose
 * symptoms say the same in other words. fuse.js finds them in spite of typos; how sure that makes us is computed from
 * the words that both share, the rarer the heavier, and from the lead over the next.
 */
export function matchSymptoms(evidence: Evidence, knowledge: Knowledge): readonly Candidate[] {
  const words = evidence.words;
  if (words.length > MAX_CHARS) return [];
  const asked = informative(words, vendorWordsOf(knowledge, evidence.providers));
  if (asked.length === 0) return [];
  const index = indexSymptoms(knowledge);
  const vendors = new Set(evidence.providers);
  // Without a vendor or StackOne in it, a sentence about candidates and notes may be about anything.
  const ceiling = vendors.size > 0 || evidence.aboutPlatform ? 1 : 0.45;
  const shortlist = index
    .search(asked)
    .filter(({ entry }) => vendors.size === 0 || vendors.has(vendorOf(entry)));
  const scored = shortlist
    .map(({ entry }) => ({ entry, ...index.compare(asked, entry) }))
    .map((found) => ({
      ...found,
      score: Math.min(ceiling, scoreOf(found, asked.length, vendors.size > 0)),
    }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 3);
  const lead = (scored[0]?.score ?? 0) - (scored[1]?.score ?? 0);
  return scored
    .filter(({ score }) => score >= 0.25)
    .map(({ entry, score, shared }, place) => ({
      entry,
      confidence: round(place === 0 ? (lead < 0.08 ? score * 0.85 : score) : Math.min(score, 0.45)),
      relation: place === 0 ? 'decisive' : 'alternative',
      call: null,
      source: null,
      shown: { providerStatus: null, platformStatus: null, codes: [], texts: [words], paths: [] },
      status: null,
      vendor: knowledge.labels[vendorOf(entry)] === undefined ? null : vendorOf(entry),
      because: [
        `the words ${shared.map((word) => `“${word}”`).join(', ')} describe it`,
        ...(vendors.size > 0
          ? [`${knowledge.labels[vendorOf(entry)] ?? vendorOf(entry)} is named`]
          : []),
      ],
    }));
}

const MAX_CHARS = 400;
const MAX_TERMS = 40;

/** Both ways: how much of the question the entry covers, and how much of its best symptom the question covers. */
function scoreOf(
  { covered, symptomCovered, shared }: Comparison,
  asked: number,
  isNamed: boolean,
): number {
  const both = 0.55 * covered + 0.45 * symptomCovered;
  if (isNamed)
    return Math.min(0.97, (shared.length >= 2 || asked === 1 ? 0.25 : 0.1) + 0.75 * both);
  return shared.length >= 3 ? Math.min(0.9, both * 0.95) : both * 0.4;
}

interface Comparison {
  readonly covered: number;
  readonly symptomCovered: number;
  readonly shared: readonly string[];
}

type Asked = ErrorEntry | QuirkEntry;

interface SymptomIndex {
  search(asked: readonly string[]): readonly { readonly entry: Asked }[];
  compare(asked: readonly string[], entry: Asked): Comparison;
}

const indexes = new WeakMap<Knowledge, SymptomIndex>();

function indexSymptoms(knowledge: Knowledge): SymptomIndex {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const made = build(knowledge);
  indexes.set(knowledge, made);
  return made;
}

function build(knowledge: Knowledge): SymptomIndex {
  const entries = [...knowledge.entries.values()].filter(
    (entry): entry is Asked => entry.kind !== 'tip' && entry.symptoms.length > 0,
  );
  const documents = entries.map((entry) => {
    const own = vendorWordsOf(knowledge, [vendorOf(entry)]);
    const symptoms = [...entry.symptoms, entry.title].map((text) => informative(text, own));
    return { entry, symptoms, text: [...new Set(symptoms.flat())].join(' ') };
  });
  const weights = weigh(documents.map(({ text }) => text.split(' ')));
  const weight = (word: string): number => weights.get(word) ?? weights.get('') ?? 1;
  const byEntry = new Map(documents.map((document) => [document.entry.id, document]));
  const fuse = new Fuse(documents, {
    keys: ['text'],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.2,
    includeScore: true,
  });
  return {
    search: (asked) => fuse.search(asked.join(' '), { limit: 40 }).map(({ item }) => item),
    compare(asked, entry) {
      const document = byEntry.get(entry.id);
      if (document === undefined) return { covered: 0, symptomCovered: 0, shared: [] };
      const all = document.text.split(' ');
      const shared = asked.filter((word) => all.some((other) => isSame(word, other)));
      const best = document.symptoms.map((symptom) => share(symptom, asked, weight));
      return { covered: share(asked, all, weight), symptomCovered: Math.max(0, ...best), shared };
    },
  };
}

/** The weight of those words of `wanted` that `there` has, of the weight of all. */
function share(
  wanted: readonly string[],
  there: readonly string[],
  weight: (word: string) => number,
): number {
  const total = wanted.reduce((sum, word) => sum + weight(word), 0);
  const found = wanted
    .filter((word) => there.some((other) => isSame(word, other)))
    .reduce((sum, word) => sum + weight(word), 0);
  return total === 0 ? 0 : found / total;
}

/** The rarer a word among the entries, the heavier; under `''` the weight of a word that none has. */
function weigh(documents: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const word of new Set(document)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + documents.length / count)]),
  );
  return weights.set('', Math.log(1 + documents.length / 3));
}

/** The words that tell something, stemmed a little; at most 40. */
function informative(text: string, without: ReadonlySet<string>): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .flatMap((word) => (word.includes('_') ? [word, ...word.split('_')] : [word]))
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word) && !without.has(word))
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

/** Equal, or one slip apart in a longer word. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1)
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

/** The subject of an entry: a vendor's short name, or one of the four that are none. */
function vendorOf(entry: Asked): string {
  return entry.id.split('/', 1)[0] ?? '';
}

function vendorWordsOf(knowledge: Knowledge, names: readonly string[]): ReadonlySet<string> {
  const vendors = knowledge.lexicon.vendors.filter(({ name }) => names.includes(name));
  return new Set(
    vendors.flatMap(({ name, label, aliases }) =>
      [name, label, ...aliases].flatMap((alias) => alias.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
    ),
  );
}
