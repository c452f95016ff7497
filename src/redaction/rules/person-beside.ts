import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';

const QUOTE = String.raw`\\{0,7}["']`;
/** `name` names systems and jobs too: only of two to four words with capitals, as people write theirs. */
const NAME = new RegExp(
  String.raw`(?<=[{,\s\\"'])${QUOTE}(?:display_?|preferred_?)?name${QUOTE}\s{0,8}(?::|=>)\s{0,8}${QUOTE}(\p{Lu}[\p{L}\p{M}'’.-]{1,30}(?: [\p{L}\p{M}'’.-]{1,30}){1,3})(?=${QUOTE})`,
  'giu',
);
/** What only a person has, as keys of the same object. */
const OF_PERSON =
  /["'](?:\w{0,20}_?e-?mails?(?:_address(?:es)?)?|\w{0,20}phone\w{0,20}|mobile\w{0,10}|date_?of_?birth|birth\w{0,10}|dob|(?:first|last|given|family|middle)_?name|gender|hire_?date|job_?title)\\{0,7}["']\s{0,8}(?::|=>)/i;
const NEAR_CHARS = 300;
/** Lists of numbers, each in an object: StackOne's employees have `national_identity_numbers[].value`. */
const LIST = new RegExp(
  String.raw`(national_?identity_?numbers?|national_?ids?|identity_?numbers|bank_?details|bank_?accounts|phones|phone_?numbers|mobile_?numbers|addresses)${QUOTE}\s{0,8}(?::|=>)\s{0,8}\[([^\]]{1,2000})`,
  'gi',
);
const VALUE = new RegExp(
  String.raw`${QUOTE}(?:value|number|id_?number)${QUOTE}\s{0,8}(?::|=>)\s{0,8}${QUOTE}([^"'\\\n]{4,80})(?=${QUOTE})`,
  'gi',
);

/** People's data that its own key does not tell, and the keys beside it do. */
export const personBeside: Rule = {
  name: 'person-beside',
  patterns: [NAME, OF_PERSON, LIST, VALUE],
  applies: (text) => /name|national|identity|bank|phone|mobile|address/i.test(text),
  apply(text, mask) {
    const edits = createEdits(text);
    for (const match of text.matchAll(NAME)) {
      const end = match.index + match[0].length;
      if (!OF_PERSON.test(besides(text, match.index, end))) continue;
      const name = match[1] ?? '';
      edits.replace(end - name.length, end, mask('person-name', name));
    }
    const named = edits.result();
    return named.replace(LIST, (list, name: string, items: string) =>
      list.replace(items, () =>
        items.replace(VALUE, (pair, value: string) =>
          value.includes('[redacted:') || !isData(name, value)
            ? pair
            : pair.slice(0, -value.length) + mask(kindOf(name), value),
        ),
      ),
    );
  },
};

function kindOf(name: string): string {
  if (/^(?:phone|mobile)/i.test(name)) return 'phone';
  if (/^addr/i.test(name)) return 'address';
  return /^bank/i.test(name) ? 'bank-account' : 'national-id';
}

/** Figures; a line of an address has letters and a blank too, which hosts have not. */
function isData(name: string, value: string): boolean {
  return (
    /\d/.test(value) && (!/^addr/i.test(name) || (/\p{L}{3}/u.test(value) && value.includes(' ')))
  );
}

/** The same object's other keys: as far as its braces, or a little way. */
function besides(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - NEAR_CHARS), start);
  const after = text.slice(end, end + NEAR_CHARS);
  const close = after.search(/[{}]/);
  return `${before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')) + 1)} ${close < 0 ? after : after.slice(0, close)}`;
}
