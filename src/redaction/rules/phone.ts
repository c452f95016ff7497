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
      .replace(INTERNATIONAL, (whole, _plus: string, digits: string, at: number) =>
        !startsWord(text, at) || !isPossible(digits) ? whole : mask('phone', whole),
      )
      .replace(
        CUE,
        (whole, digits: string) =>
          whole.slice(0, whole.length - digits.length) + mask('phone', digits),
      ),
};

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
