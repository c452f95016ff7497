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
  const found = pattern.exec(text)?.[0];
  if (found === undefined) return undefined;
  if (accept === 'ip') return value.start + found.length;
  if (found.replace(/\D/g, '').length < MIN_DIGITS) return undefined;
  const whole = value.quoted && value.end - value.start <= MAX_QUOTED;
  return whole ? value.end : value.start + found.length;
}
