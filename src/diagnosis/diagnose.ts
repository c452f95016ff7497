import type { Evidence } from '../evidence/evidence.ts';
import { isSpokenStatus } from '../evidence/fragment.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Candidate } from './candidate.ts';
import { diagnoseCall } from './diagnose-call.ts';
import type { Diagnosis } from './diagnosis.ts';
import { matchSayings } from './match-sayings.ts';
import { matchSymptoms } from './match-symptoms.ts';
import { ELSEWHERE } from './rules.ts';
import { wordCandidate } from './word-candidate.ts';

const MAX_DIAGNOSES = 8;
/** Below this a guess helps nobody. */
const LEAST = 0.2;

/** Evidence in, ranked diagnoses out. Pure. Structured evidence decides where there is any; words come after it. */
export function diagnose(evidence: Evidence, knowledge: Knowledge): readonly Diagnosis[] {
  const byCall = evidence.calls
    .map((_, at) => diagnoseCall(at, evidence, knowledge))
    .filter(({ length }) => length > 0);
  const ranked = rankCalls(byCall);
  const isSpoken =
    ranked.length === 0 || ranked.every(({ source }) => source?.signals.some(isSpokenStatus));
  const candidates = isSpoken ? readSpoken(ranked, evidence, knowledge) : ranked;
  return unique(candidates)
    .filter(({ confidence }) => confidence >= LEAST)
    .slice(0, MAX_DIAGNOSES)
    .map((candidate) => wordCandidate(candidate, evidence, knowledge));
}

/** What decided each call, the most telling call first; then what went round it. */
function rankCalls(byCall: readonly (readonly Candidate[])[]): readonly Candidate[] {
  const weight = (candidates: readonly Candidate[]): number => {
    const [first] = candidates;
    // A vendor's own entry says more than a general one of another line of the same paste.
    const isVendors = first !== undefined && !/^(?:stackone|http|provider)\//.test(first.entry.id);
    return (first?.confidence ?? 0) + (isVendors ? 0.25 : 0);
  };
  const calls = byCall.toSorted((one, other) => weight(other) - weight(one));
  const decisive = calls.flatMap(([first], place) =>
    first === undefined ? [] : [place === 0 ? first : { ...first, relation: 'other' as const }],
  );
  return [...decisive, ...calls.flatMap((candidates) => candidates.slice(1))];
}

/** A question in words: what it quotes, the status that it names, the symptoms that it describes. */
function readSpoken(
  calls: readonly Candidate[],
  evidence: Evidence,
  knowledge: Knowledge,
): readonly Candidate[] {
  const sayings = matchSayings(evidence, knowledge);
  const symptoms = matchSymptoms(evidence, knowledge).map((candidate) =>
    placed(candidate, evidence),
  );
  const known = evidence.providers.length > 0 ? symptoms : symptoms.slice(0, 1);
  const [said] = sayings;
  // The very words of an answer tell more than its status: the status becomes the wider view of the same failure.
  if (said !== undefined && said.confidence >= 0.5)
    return [
      said,
      ...calls.map((call) => ({ ...call, relation: 'wrapper' as const })),
      ...asRivals([...sayings.slice(1), ...known]),
    ];
  return rankSpoken(calls, byConfidence([...known, ...sayings]));
}

/** However well it describes an entry, it speaks of another system's failure. */
function placed(candidate: Candidate, { aboutOther, aboutPlatform }: Evidence): Candidate {
  return aboutOther && !aboutPlatform
    ? { ...candidate, confidence: Math.min(candidate.confidence, ELSEWHERE) }
    : candidate;
}

/** The likeliest decides, and the others are its rivals. */
function byConfidence(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .toSorted((one, other) => other.confidence - one.confidence)
    .map((candidate, place) =>
      place === 0 ? candidate : { ...candidate, relation: 'alternative' as const },
    );
}

/** A question in words: a quirk that fits better than a status by its name comes first, else it is a rival. */
function rankSpoken(
  calls: readonly Candidate[],
  symptoms: readonly Candidate[],
): readonly Candidate[] {
  const [best] = symptoms;
  const named = calls[0];
  if (named === undefined || best === undefined) return [...calls, ...symptoms];
  if (best.confidence > named.confidence)
    return [
      best,
      ...calls.map((call) => ({
        ...call,
        relation: 'alternative' as const,
        confidence: Math.min(call.confidence, 0.45),
      })),
    ];
  return [...calls, ...asRivals(symptoms)];
}

function asRivals(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter(({ confidence }) => confidence >= 0.4)
    .map((candidate) => ({
      ...candidate,
      relation: 'alternative' as const,
      confidence: Math.min(candidate.confidence, 0.45),
    }));
}

/** One entry, one diagnosis: the first stands, and says so when it holds for other calls too. */
function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const first = kept.get(candidate.entry.id);
    if (first === undefined) kept.set(candidate.entry.id, candidate);
  }
  return [...kept.values()];
}
