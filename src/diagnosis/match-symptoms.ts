import type { Evidence } from '../evidence/evidence.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Candidate } from './candidate.ts';
import { round } from './diagnose-call.ts';
import { shownInWords } from './match-when.ts';
import { isOwnToolOnly } from './named-tools.ts';
import { type Comparison, indexSymptoms, vendorOf, vendorWordsOf } from './symptom-index.ts';
import { informative } from './words.ts';

const MAX_CHARS = 400;

/**
 * A described symptom, such as "rejected candidates are missing from SmartRecruiters interviews", to the entries whose
 * symptoms say the same in other words, in spite of typos. How sure that makes us is computed from the words that both
 * share, the rarer the heavier, and from the lead over the next.
 */
export function matchSymptoms(evidence: Evidence, knowledge: Knowledge): readonly Candidate[] {
  const words = evidence.words;
  if (words.length > MAX_CHARS) return [];
  const asked = informative(words, vendorWordsOf(knowledge, evidence.providers));
  if (asked.length === 0) return [];
  const vendors = new Set(evidence.providers);
  // One word beside a name says little: `notion users`, `workday starts at 9`. A field's own name says more: `teamtailor hired_at`.
  const isBare = asked.length === 1 && !/[_\d]/.test(asked[0] ?? '') && !MACHINE.test(words);
  const scored = indexSymptoms(knowledge)
    .compare(asked, vendors)
    .map((found) => {
      const isSure = vendors.has(vendorOf(found.entry));
      const isNamed = isSure || isCalled(found, evidence, knowledge);
      const ceiling =
        isNamed && !isSure ? 0.85 : ceilingOf(vendorOf(found.entry), evidence, knowledge);
      return {
        ...found,
        isNamed,
        score: Math.min(
          ceiling,
          isBare && !isWhole(found) ? 0.45 : 1,
          scoreOf(found, asked.length, isNamed),
        ),
      };
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 3);
  const lead = (scored[0]?.score ?? 0) - (scored[1]?.score ?? 0);
  return scored
    .filter(({ score }) => score >= 0.25)
    .map(({ entry, score, shared, isNamed }, place) => ({
      entry,
      rule: 'symptom',
      confidence: round(place === 0 ? (lead < 0.08 ? score * 0.85 : score) : Math.min(score, 0.45)),
      relation: place === 0 ? 'decisive' : 'alternative',
      call: null,
      source: null,
      shown: shownInWords(words),
      status: null,
      vendor: knowledge.labels[vendorOf(entry)] === undefined ? null : vendorOf(entry),
      because: [
        `the words ${shared.map((word) => `“${word}”`).join(', ')} describe it`,
        ...(isNamed ? [`${knowledge.labels[vendorOf(entry)] ?? vendorOf(entry)} is named`] : []),
      ],
    }));
}

/** All that is said is all of a symptom. */
function isWhole({ covered, symptomCovered }: Comparison): boolean {
  return Math.min(covered, symptomCovered) > 0.999;
}

/** `RecordInvalid` is written so by no chance. Vendors' names are read elsewhere. */
const MACHINE = /\b[A-Z][a-z]{3,20}[A-Z][a-z]{3,20}\b/;

/** So much of both must be shared before a name that may be another word is taken for the vendor's. */
const CALLED_SHARE = 0.5;

/**
 * `termination date always empty in bob`: no vendor is named for sure, but one whose name is also a word of every day,
 * and what is said is what that vendor does.
 */
function isCalled(
  { entry, covered, symptomCovered, shared, sharedWeight }: Comparison,
  evidence: Evidence,
  knowledge: Knowledge,
): boolean {
  const subject = vendorOf(entry);
  if (evidence.providers.length > 0 || knowledge.labels[subject] === undefined) return false;
  return (
    shared.length >= 3 &&
    sharedWeight >= TELLING_WEIGHT &&
    Math.min(covered, symptomCovered) >= CALLED_SHARE &&
    !isOwnToolOnly(subject, evidence, knowledge) &&
    namesIn(evidence.words, subject, knowledge)
  );
}

/** One of the vendor's names, or a nickname, stands there as a word. */
function namesIn(words: string, subject: string, knowledge: Knowledge): boolean {
  const said = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const vendor = knowledge.lexicon.vendors.find(({ name }) => name === subject);
  if (vendor === undefined) return false;
  return [vendor.name, vendor.label, ...vendor.keys, ...vendor.aliases, ...vendor.nicknames].some(
    (name) => said.includes(` ${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `),
  );
}

/**
 * A sentence about candidates and notes that names neither a vendor nor StackOne may be about anything; what only one
 * vendor does is no answer while that vendor is not named.
 */
function ceilingOf(subject: string, evidence: Evidence, knowledge: Knowledge): number {
  const { providers, aboutPlatform } = evidence;
  if (isOwnToolOnly(subject, evidence, knowledge)) return 0.4;
  if (providers.includes(subject)) return 1;
  if (knowledge.labels[subject] !== undefined) return 0.45;
  return aboutPlatform ? 1 : 0.45;
}

/** So much do three words weigh of which one is rare. */
const TELLING_WEIGHT = 7;

/** Both ways: how much of the question the entry covers, and how much of its best symptom the question covers. */
function scoreOf(found: Comparison, asked: number, isNamed: boolean): number {
  const { covered, symptomCovered, shared, sharedWeight } = found;
  const both = 0.55 * covered + 0.45 * symptomCovered;
  if (isNamed)
    return Math.min(0.97, (shared.length >= 2 || asked === 1 ? 0.25 : 0.1) + 0.75 * both);
  const isTelling =
    isWhole(found) || shared.length >= 3 || (shared.length >= 2 && sharedWeight >= TELLING_WEIGHT);
  return isTelling ? Math.min(0.9, both * 0.95) : both * 0.4;
}
