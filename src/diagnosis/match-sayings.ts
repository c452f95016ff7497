import type { Evidence } from '../evidence/evidence.ts';
import { foldText, indexPhrases, type PhraseIndex } from '../evidence/phrase-index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ErrorEntry, QuirkEntry } from '../knowledge/schema.ts';
import type { Candidate } from './candidate.ts';
import { round } from './diagnose-call.ts';
import { shownInWords } from './match-when.ts';
import { isOwnToolOnly } from './named-tools.ts';
import { ELSEWHERE, RULES, UNPLACED } from './rules.ts';

/**
 * Words in which somebody quotes an answer, without the answer: `Greenhouse says Invalid Basic Auth credentials`, or a
 * message of StackOne's Hub alone. The entry whose own phrase or code stands there is meant, the longest first.
 */
export function matchSayings(evidence: Evidence, knowledge: Knowledge): readonly Candidate[] {
  const { words } = evidence;
  if (words === '') return [];
  const found = indexSayings(knowledge)
    .find(words)
    .filter(({ phrase, owner }) => isMeant(phrase, owner.subject, evidence, knowledge))
    .toSorted((one, other) => other.phrase.length - one.phrase.length);
  return found.slice(0, 3).map(({ phrase, owner: { entry, subject } }, place) => ({
    entry,
    rule: 'saying',
    confidence: round(
      Math.min(
        isOwnToolOnly(subject, evidence, knowledge) ? 0.4 : 1,
        sureOf(phrase, entry, evidence) - (place === 0 ? 0 : 0.3),
      ),
    ),
    relation: place === 0 ? 'decisive' : 'alternative',
    call: null,
    source: null,
    shown: shownInWords(words, [phrase]),
    status: null,
    vendor: knowledge.labels[subject] === undefined ? null : subject,
    because: [`“${phrase}” is what this failure says of itself`],
  }));
}

interface Owner {
  readonly entry: ErrorEntry | QuirkEntry;
  /** The first half of its id. */
  readonly subject: string;
}

const indexes = new WeakMap<Knowledge, PhraseIndex<Owner>>();

function indexSayings(knowledge: Knowledge): PhraseIndex<Owner> {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const made = indexPhrases(
    [...knowledge.entries.values()].flatMap((entry) =>
      entry.kind === 'tip'
        ? []
        : wordsOf(entry)
            .filter((phrase) => isTelling(phrase) || isMachine(phrase))
            .map((phrase) => ({
              phrase,
              owner: { entry, subject: entry.id.split('/', 1)[0] ?? '' },
            })),
    ),
  );
  indexes.set(knowledge, made);
  return made;
}

/** What the entry is told by, and what the causes within it are. */
function wordsOf(entry: ErrorEntry | QuirkEntry): readonly string[] {
  const causes = entry.kind === 'error' ? entry.variants.flatMap(({ when = [] }) => when) : [];
  const all = [entry.when, ...causes].flatMap(({ phrases = [], codes = [] }) => [
    ...phrases,
    ...codes,
  ]);
  return [...new Set([...all, ...all.flatMap(lastOf)])];
}

/** People leave the path of a code out: `invalidRestToken` of `errors.authentication.invalidRestToken`. */
function lastOf(code: string): readonly string[] {
  if (!/^\w+(?:\.[\w-]+)+$/.test(code)) return [];
  const last = code.split('.').at(-1) ?? '';
  return last.length >= 10 && /[a-z][A-Z]|-/.test(last) ? [last] : [];
}

/** One word that is long enough to be written on purpose. */
function isMachine(phrase: string): boolean {
  return /^[A-Za-z_-]{8,}$/.test(phrase);
}

/** Several words, or a machine string that nobody writes by chance. */
function isTelling(phrase: string): boolean {
  return (
    /\S\s+\S+\s+\S/.test(phrase) ||
    (phrase.length >= 8 && /[_.:\d]|[a-z][A-Z]|^E[A-Z]+(?:TIMEDOUT|ABORTED)$/.test(phrase)) ||
    /^[A-Za-z]{2,}-?\d{3,}$/.test(phrase)
  );
}

/** A vendor's words count where it is named, or another product of the same house; StackOne's own wherever they stand. */
function isMeant(
  phrase: string,
  subject: string,
  { providers, words }: Evidence,
  knowledge: Knowledge,
): boolean {
  if (knowledge.labels[subject] === undefined) return isTelling(phrase);
  if (providers.includes(subject)) return isTelling(phrase) || isWord(phrase, words);
  return isNumbered(phrase) && providers.some((named) => sharesHost(named, subject, knowledge));
}

/** The vendor's machine string as a word of its own: `slack ratelimited`, `zendesk RecordInvalid`. */
function isWord(phrase: string, words: string): boolean {
  return words
    .split(/[^\p{L}\p{N}_.-]+/u)
    .some((word) => word.toLowerCase() === phrase.toLowerCase());
}

/** `AADSTS65001` is nobody else's. */
function isNumbered(phrase: string): boolean {
  return /^[A-Z]{3,}\d{4,}$/.test(phrase);
}

/** SharePoint signs in through Entra ID, and both answer from one host. */
function sharesHost(one: string, other: string, knowledge: Knowledge): boolean {
  const hostsOf = (name: string): readonly string[] =>
    knowledge.lexicon.vendors
      .find((vendor) => vendor.name === name)
      ?.hosts.map(({ host }) => host) ?? [];
  const hosts = new Set(hostsOf(other));
  return hostsOf(one).some((host) => hosts.has(host));
}

function sureOf(
  phrase: string,
  { needsContext }: Owner['entry'],
  { words, providers, aboutPlatform, aboutOther }: Evidence,
): number {
  if (needsContext && !aboutPlatform) return UNPLACED;
  if (providers.length > 0 || aboutPlatform) return RULES.saying.sure;
  if (aboutOther) return ELSEWHERE;
  const share = foldText(phrase).length / foldText(words).length;
  return share >= 0.5 ? 0.8 : phrase.length >= 24 ? 0.65 : 0.45;
}
