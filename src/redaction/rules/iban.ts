import type { Rule } from '../rule.ts';

/** ISO 13616: country, two check digits, up to thirty characters, often in groups of four. */
const SHAPE = /\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b/g;
/** Lengths in the SWIFT IBAN registry of the countries whose payroll we see; others need a cue. */
const LENGTHS: Readonly<Record<string, number>> = {
  AE: 23,
  AT: 20,
  BE: 16,
  BG: 22,
  BR: 29,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
};

/** Account numbers whose check digits are right; those behind the word `iban` are taken by name. */
export const iban: Rule = {
  name: 'iban',
  patterns: [SHAPE],
  applies: () => true,
  apply: (text, mask) =>
    text.replace(SHAPE, (found) => {
      const whole = found.replaceAll(' ', '');
      if (isIban(whole)) return mask('iban', found);
      return found;
    }),
};

function isIban(compact: string): boolean {
  if (LENGTHS[compact.slice(0, 2)] !== compact.length) return false;
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
