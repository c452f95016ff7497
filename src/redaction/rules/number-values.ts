import type { Value } from '../read-value.ts';

/** Digits in groups, with the few letters that ids have: `123-45-6789`, `AB 12 34 56 C`, `DE12 3456 …`. */
const GROUPS =
  /(?:\+|%2B)?\(?[A-Za-z]{0,6} ?\d[A-Za-z\d]{0,40}(?:(?:%20|[ ()./+-]){1,2}(?=[A-Z]?\d|[A-Z]\b)[A-Za-z\d]{1,12}){0,10}/y;
const ADDRESS =
  /(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[\da-f:]{0,8}:)[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?:,[ ]?(?:\d{1,3}(?:\.\d{1,3}){3}))*/iy;
const MIN_DIGITS = 4;
const MAX_QUOTED = 60;

export const numberPatterns: readonly RegExp[] = [GROUPS, ADDRESS];

/** Where a phone number, an id or an address behind its name ends; `undefined` where there is none. */
export function readNumber(
  text: string,
  value: Value,
  accept: 'digits' | 'ip',
): number | undefined {
  const pattern = accept === 'ip' ? ADDRESS : GROUPS;
  pattern.lastIndex = value.start;
  const whole = pattern.exec(text)?.[0];
  if (whole === undefined) return undefined;
  const found = withoutStatus(
    whole,
    text.slice(value.start + whole.length, value.start + whole.length + 2),
  );
  if (accept === 'ip') return value.start + found.length;
  if (found.replace(/\D/g, '').length < MIN_DIGITS) return undefined;
  const isQuoted = value.quoted && value.end - value.start <= MAX_QUOTED;
  return isQuoted ? value.end : value.start + found.length;
}

/** `ssn: 123-45-6789 422 Unprocessable`: what stands before a word with a capital is a status, no last group. */
function withoutStatus(found: string, next: string): string {
  return /^ [A-Z(]/.test(next) ? found.replace(/ [1-5]\d\d$/, '') : found;
}
