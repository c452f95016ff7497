import { createRequire } from 'node:module';
import { startsWord } from '../boundary.ts';
import type { Rule } from '../rule.ts';

const INTERNATIONAL = /(\+|%2B)([1-9](?:(?:%20|[ ()./+-]){0,3}\d){6,14})(?!\d)/gi;
/** Words that announce a number in prose; fields such as `"phone"` are taken by name. */
const CUE =
  /\b(?:(?:call|ring|text|reach|dial)[ \t](?:me|us|him|her|them)|phone|tel|telefon|mobil|mobile|handy|cell|fax|whatsapp|rufnummer|durchwahl|teléfono|móvil|téléphone|cellulare)(?:[ \t](?:number|is|nr|no|at|on|under|unter)){0,3}[ :.=]{1,3}(\(?\d(?:[ ()./-]{0,3}\d){6,14})(?![\d:-])/gi;

/** Phone numbers: after a `+` where they can exist, and after a word that announces one. Bare digits are ids. */
export const phone: Rule = {
  name: 'phone',
  patterns: [INTERNATIONAL, CUE],
  applies: () => true,
  apply: (text, mask) =>
    text
      .replace(INTERNATIONAL, (whole, plus: string, digits: string, at: number) => {
        const number = startsWord(text, at) ? longestPossible(digits) : undefined;
        if (number === undefined) return whole;
        const length = plus.length + number.length;
        return mask('phone', whole.slice(0, length)) + whole.slice(length);
      })
      .replace(
        CUE,
        (whole, digits: string) =>
          whole.slice(0, whole.length - digits.length) + mask('phone', digits),
      ),
};

/** Another number may stand behind it, such as a status: without the last groups, at most three, it may be a phone's. */
function longestPossible(digits: string): string | undefined {
  let number = digits;
  for (let group = 0; group <= 3; group += 1) {
    if (isPossible(number)) return number;
    const shorter = number.replace(/(?:%20|[ ()./+-]){1,3}\d{1,15}$/, '');
    if (shorter === number) return undefined;
    number = shorter;
  }
  return undefined;
}

type IsPossible = (text: string) => boolean;
let isPossibleNumber: IsPossible | undefined;

/**
 * The library and its tables take some 45 ms to load, which a terminal should not wait for without need; a plain
 * `import()` would make the whole room asynchronous.
 */
function isPossible(digits: string): boolean {
  isPossibleNumber ??= loadLibrary();
  return isPossibleNumber(`+${digits.replace(/%20|\+/g, ' ')}`);
}

function loadLibrary(): IsPossible {
  const library = createRequire(import.meta.url)('libphonenumber-js/min') as {
    isPossiblePhoneNumber: IsPossible;
  };
  return (text) => library.isPossiblePhoneNumber(text);
}
