import { startsWord } from '../boundary.ts';
import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { createRunScan } from '../runs.ts';

/** 13 to 19 digits, alone or in groups as on the card. */
const DIGITS =
  /(?<!\d)(?:[2-6]\d{3}(?:[ -]\d{4}){2}[ -]\d{1,7}|3\d{3}[ -]\d{6}[ -]\d{5}|[2-6]\d{12,18}(?!\d))/g;
/** The first digits of the big networks: ISO/IEC 7812 registrations. */
const NETWORK =
  /^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[47]|3(?:0[0-5]|[689])|6(?:011|4[4-9]|5)|35(?:2[89]|[3-8]))/;
/** One in ten numbers passes the check by chance: what is called an id, or stands in a path, is one. */
const ID_BEFORE =
  /(?:id|ids|number|key|nr|no|ref|reference|code|time|timestamp|ts|date|account|org|user|at|in)["'\]]{0,3}\s{0,4}(?:=>|[:=])?\s{0,4}["']?$|[/_.#-]$/i;

const digitRuns = createRunScan(/[\d -]/, 13);

/** Payment cards: a number that its check digit (ISO/IEC 7812-1, annex B) and its network confirm. */
export const card: Rule = {
  name: 'card',
  patterns: [DIGITS, NETWORK, ID_BEFORE],
  applies: () => true,
  apply(text, mask) {
    const edits = createEdits(text);
    for (const [from, to] of digitRuns(text)) {
      for (const match of text.slice(from, to).matchAll(DIGITS)) {
        const at = from + match.index;
        const [whole] = match;
        if (isCard(text, at, whole))
          edits.replace(at, at + whole.length, mask('card-number', whole));
      }
    }
    return edits.result();
  },
};

function isCard(text: string, at: number, whole: string): boolean {
  const digits = whole.replace(/\D/g, '');
  if (!NETWORK.test(digits) || !passesLuhn(digits) || !startsWord(text, at)) return false;
  if (/\d/.test(text.charAt(at + whole.length))) return false;
  return digits !== whole || !ID_BEFORE.test(text.slice(Math.max(0, at - 24), at));
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return new Set(digits).size > 1 && sum % 10 === 0;
}
