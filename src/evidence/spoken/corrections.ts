import type { Candidate } from './word.ts';

/**
 * The statuses that stand, of those that somebody types: what they take back, only expected or had before is not the
 * failure. `not 401, 403`, `401 sorry 403`, `500 instead of 404`, `should be 404`; `it was 400, now 422` had it before.
 */
export function withoutRetracted(
  text: string,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const judged = candidates.map((candidate, at) => ({
    candidate,
    ...judge(text, candidates, at),
  }));
  const standing = judged.filter(({ isRetracted }) => !isRetracted);
  // `this is no 404 and no 412`: then they are what it is about.
  if (standing.length === 0) return candidates;
  return standing.map(({ candidate, isPast }) => (isPast ? { ...candidate, isPast } : candidate));
}

interface Verdict {
  readonly isRetracted: boolean;
  readonly isPast: boolean;
}

/** How far back a word can stand that speaks of a number. */
const REACH_CHARS = 48;

function judge(text: string, candidates: readonly Candidate[], at: number): Verdict {
  const { start = 0, end = 0 } = candidates[at] ?? {};
  const before = headOf(text, candidates, at);
  const next = candidates[at + 1];
  const between = next === undefined ? '' : text.slice(end, next.start);
  const isRetracted =
    EXPECTED.test(before) ||
    (NEGATED.test(before) && !isExpected(text, candidates, at - 1)) ||
    (LIST.test(text.slice(candidates[at - 1]?.end ?? 0, start)) &&
      at > 0 &&
      NEGATED.test(headOf(text, candidates, at - 1))) ||
    CORRECTED.test(between);
  return { isRetracted, isPast: PAST.test(before) && NOW.test(between) };
}

function isExpected(text: string, candidates: readonly Candidate[], at: number): boolean {
  return at >= 0 && EXPECTED.test(headOf(text, candidates, at));
}

/** What stands right before a number, and behind the number before it. */
function headOf(text: string, candidates: readonly Candidate[], at: number): string {
  const start = candidates[at]?.start ?? 0;
  return text.slice(Math.max(candidates[at - 1]?.end ?? 0, start - REACH_CHARS), start);
}

/** An article or a label between a word and the number that it speaks of. */
const FILLER =
  /(?: (?:a|an|the|it's|its|is|ist|est|es|é|è|jest|är|eine?n?|der|die|das|une?|une erreur|um|uma|una|uno|il|el|een|de|ett|en|http|status|code|error))*/
    .source;

const NEGATED = new RegExp(
  `(?:^|[\\s,;:(-])(?:not|no|isn'?t|wasn'?t|instead of|rather than|keine?n?|nicht|statt|anstatt|pas|au lieu d[eu]|non|en vez de|en lugar de|em vez de|não|invece di|niet|geen|in plaats van|nie|zamiast|inte|istället för)${FILLER} $`,
  'i',
);

const EXPECTED = new RegExp(
  `\\b(?:should (?:\\w+ )?(?:be|return|give|get|see)|should have (?:been|given|returned)|expect(?:ed|ing|s)?(?: to (?:be|get|see))?|supposed to (?:be|get|give|return)|sollte(?: eigentlich)?|erwartet|attendu|attendait|devrait (?:être|donner)|esperaba|esperábamos|debería (?:ser|dar)|deveria (?:ser|dar)|dovrebbe (?:essere|dare)|verwacht)${FILLER} $`,
  'i',
);

/** Between two numbers, right before the second: the first was a slip. */
const CORRECTED = new RegExp(
  `(?:^|[\\s,;.*(-])(?:sorry|oops|correction|rather|i mean|i meant|no wait|wait no|ich meine|ich meinte|korrektur|entschuldigung|pardon|je veux dire|plutôt|perd[oó]n|quiero decir|digo|quero dizer|desculpa|cioè|anzi|scusa|ik bedoel|to znaczy|przepraszam|förlåt|jag menar)[,:]?(?: (?:i mean|i meant|ich meine|ich meinte|no))?${FILLER} $`,
  'i',
);

/** `not 401 or 403`: the `not` holds for both. */
const LIST = /^ ?(?:or|nor|oder|noch|ou|ni|o|nem|of|ani|eller|\/) ?$/i;

const PAST =
  /\b(?:was|were|used to be|had been|gave|war|était|era|foi|byl[oa]?|var)\b[^,;.]{0,24}$/i;
const NOW = /\b(?:now|jetzt|nun|maintenant|ahora|agora|adesso|ora|nu|teraz)\b/i;
