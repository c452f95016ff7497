import { isOrdinary } from '../ordinary.ts';
import type { Value } from '../read-value.ts';
import { withoutPlaceholders } from '../rule.ts';

/** Further words of a name or an address: capitals, house numbers (which no status is), the particles of names. */
const NEXT_WORD =
  /(?:[ \t]|%20|\+){1,2}(?![1-5]\d\d(?!\d))(?:(?:[\p{Lu}\d][\p{L}\p{M}\d.'’/-]{0,40}|d[aeiou]s?|del|de[rn]|v[ao]n|zu[mr]?|bin|al|el|la|le|ten|ter|y|e)(?![\p{L}\d=:]))/uy;
const MAX_WORDS = 8;
const MAX_CHARS = 120;
/** How checks of a form speak of the field. */
const COMPLAINT =
  /\b(?:too|short|long|blank|empty|invalid|missing|format|length|characters?|value|null|undefined|type|exceeds?|max(?:imum)?|min(?:imum)?|cannot|unknown|unexpected|expected|duplicate|already|taken|exists?|mandatory|unsupported|allowed|mismatch|must|is|not)\b/i;
const DATE =
  /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:T[\d:.]{1,16}(?:Z|[+-]\d{2}:?\d{2})?)?|\d{8}(?!\d)|\d{1,2}\.?[ ]\p{L}{3,12}[ ]\d{4}|\p{L}{3,12}[ ]\d{1,2},?[ ]\d{4}/uy;
const AMOUNT = /(?:[A-Z]{3}[ ]?|[€$£¥][ ]?)?\d[\d.,'_]{0,16}\d(?:[ ]?[€$£¥])?/uy;

export const personPatterns: readonly RegExp[] = [NEXT_WORD, COMPLAINT, DATE, AMOUNT];

/** Where a name or a line of an address ends; `undefined` where the value is none. */
export function readPerson(text: string, value: Value, accept: 'person' | 'place' | 'street') {
  const end = value.quoted ? value.end : wordsEnd(text, value.end);
  const content = text.slice(value.start, end);
  if (content.length > MAX_CHARS || withoutPlaceholders(content).trim() === '') return undefined;
  if (isOrdinary(content) || COMPLAINT.test(content) || /^[[{(<$]/.test(content)) return undefined;
  if (accept === 'person') return isName(content) ? end : undefined;
  if (accept === 'place') return /[\p{L}\d]/u.test(content) ? end : undefined;
  return /\d/.test(content) && /\p{L}{3}[^.:]{0,40}[ ]|[ ][^.:]{0,40}\p{L}{3}/u.test(content)
    ? end
    : undefined;
}

/** Where a date or an amount ends. */
export function readFigure(
  text: string,
  value: Value,
  accept: 'date' | 'amount',
): number | undefined {
  const pattern = accept === 'date' ? DATE : AMOUNT;
  pattern.lastIndex = value.start;
  if (!pattern.test(text)) return undefined;
  return value.quoted && value.end - value.start < 40 ? value.end : pattern.lastIndex;
}

/** Letters, and no more than that: a path, an id or a number is no name. */
function isName(content: string): boolean {
  return /^\p{L}[\p{L}\p{M} .,'’%+\d()-]{0,100}$/u.test(content) && !/\d{4}/.test(content);
}

function wordsEnd(text: string, from: number): number {
  let end = from;
  for (let count = 0; count < MAX_WORDS; count += 1) {
    NEXT_WORD.lastIndex = end;
    if (!NEXT_WORD.test(text)) break;
    end = NEXT_WORD.lastIndex;
  }
  return end;
}
