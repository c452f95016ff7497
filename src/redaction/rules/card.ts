import { startsWord } from '../boundary.ts';
import type { Rule } from '../rule.ts';

/** 13 to 19 digits, alone or in groups as on the card. */
const DIGITS = /\d{4}(?:[ -]\d{4}){2}[ -]\d{1,7}|3\d{3}[ -]\d{6}[ -]\d{5}|\d{13,19}(?!\d)/g;
/** The first digits of the big networks: ISO/IEC 7812 registrations. */
const NETWORK =
  /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|3(?:0[0-5]|[689])|6(?:011|4[4-9]|5)|35(?:2[89]|[3-8]))/;
/** One in ten numbers passes the check by chance: what is called an id, or stands in a path, is one. */
const ID_BEFORE =
  /(?:id|ids|number|key|nr|no|ref|reference|code|time|timestamp|ts|date|account|org|user|at|in)["'\]]{0,3}\s{0,4}(?:=>|[:=])?\s{0,4}["']?$|[/_.#-]$/i;

/** Payment cards: a number that its check digit (ISO/IEC 7812-1, annex B) and its network confirm. */
export const card: Rule = {
  name: 'card',
  patterns: [DIGITS, NETWORK, ID_BEFORE],
  applies: () => true,
  apply: (text, mask) =>
    text.replace(DIGITS, (whole, at: number) => {
      const digits = whole.replace(/\D/g, '');
      if (!NETWORK.test(digits) || !passesLuhn(digits) || !startsWord(text, at)) return whole;
      if (/\d/.test(text.charAt(at + whole.length))) return whole;
      const isBare = digits === whole;
      if (isBare && ID_BEFORE.test(text.slice(Math.max(0, at - 24), at))) return whole;
      return mask('card-number', whole);
    }),
};

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return new Set(digits).size > 1 && sum % 10 === 0;
}
