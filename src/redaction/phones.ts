import { createRequire } from 'node:module';
import type { findPhoneNumbersInText } from 'libphonenumber-js/min';

/** Where a telephone number can be: behind a `+`, or behind a word that announces one. */
const CUE =
  /\+\d|\b(?:phone|telephone|tel|mobile|mobil|handy|telefon|telefono|téléphone|fax|whatsapp|call me|reach me)\b/gi;
const WINDOW = 60;
const MAX_ASKED = 200;

interface Place {
  readonly start: number;
  readonly end: number;
}

let find: typeof findPhoneNumbersInText | undefined;

/**
 * Telephone numbers near a cue, in the order of the text. The library reads international numbers only: with a default
 * country a third of bare ten-digit ids would be taken for numbers. It is loaded when the first cue is seen.
 */
export function findPhones(text: string): readonly Place[] {
  const found: Place[] = [];
  let asked = 0;
  CUE.lastIndex = 0;
  for (let cue = CUE.exec(text); cue !== null; cue = CUE.exec(text)) {
    const from = cue.index;
    const window = text.slice(from, from + WINDOW);
    const hit = cue[0].startsWith('+')
      ? international(window, asked++)
      : local(window, cue[0].length);
    if (hit === undefined) continue;
    const start = from + hit.start;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    found.push({ start, end: from + hit.end });
    CUE.lastIndex = from + hit.end;
  }
  return found;
}

const SHAPE = /^\+\d(?:[ ()./-]{0,3}\d){6,14}(?!\d)/;

/** @param asked - how often the library was asked before; a text full of numbers is judged by their shape alone */
function international(window: string, asked: number): Place | undefined {
  const shape = SHAPE.exec(window);
  if (shape === null) return undefined;
  if (asked > MAX_ASKED) return { start: 0, end: shape[0].length };
  find ??= (
    createRequire(import.meta.url)('libphonenumber-js/min') as {
      findPhoneNumbersInText: typeof findPhoneNumbersInText;
    }
  ).findPhoneNumbersInText;
  const [number] = find(window);
  return number === undefined || number.startsAt !== 0
    ? undefined
    : { start: number.startsAt, end: number.endsAt };
}

/** `phone: (415) 555-0132`: seven to fifteen digits with the marks of a number, close behind the word. */
function local(window: string, from: number): Place | undefined {
  const rest = window.slice(from);
  const number =
    /^["'\\\s:=>-]{0,8}(?:is |number |no\.? |nr\.? ){0,2}["'\\]{0,3}(\(?\+?\d[\d ()./-]{5,20}\d)(?!\d)/i.exec(
      rest,
    );
  if (number?.[1] === undefined) return undefined;
  const digits = number[1].replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return undefined;
  const start = from + number[0].length - number[1].length;
  return { start, end: start + number[1].length };
}
