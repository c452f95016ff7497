import { COUNT_ADJECTIVES, FAILURE_CUES, isUnit, LABELS, VENDOR_CUES, VERBS } from '../everyday.ts';
import type { Candidate, Word } from './word.ts';

/** Numbers that can be statuses: alone, not part of an amount, a date, an address, an id. */
export function readNumbers(text: string, words: readonly Word[]): readonly Candidate[] {
  return words.flatMap((word, at) => {
    const meant = readNumber(word.lower);
    if (meant === undefined || isPartOf(text, word) || isCode(text, words[at - 1], word)) return [];
    if (isCount(text, words, at) || isNameOf(words, at) || isWished(words, at)) return [];
    return [
      {
        status: meant.status,
        start: word.start,
        end: word.end,
        quote: word.text,
        kind: meant.kind,
        isCalledError: meant.isCalledError,
        words: [at, at + 1] as const,
      },
    ];
  });
}

/** `502er`, `404s`, `502-virheen`: what is counted or called so is an error. */
const CALLED_ERROR =
  /^(?:er|s|'s|-?(?:error|errors|fehler|fel|feil|fejl|virhe|hiba|chyb|fout|erreur|erro|błąd|blad|hata)\p{L}{0,6})$/u;

function readNumber(
  lower: string,
): (Pick<Candidate, 'status' | 'kind'> & { readonly isCalledError: boolean }) | undefined {
  const [, digits, suffix = ''] = /^([45]\d\d)(\D{0,16})$/u.exec(lower) ?? [];
  if (digits !== undefined) {
    const isCalledError = suffix !== '';
    return isCalledError && !CALLED_ERROR.test(suffix)
      ? undefined
      : { status: Number(digits), kind: 'number', isCalledError };
  }
  // Phones make letters of figures: `4o1`, `5O2`, `4l2`.
  if (!/^[45](?:[ol]\d|\d[ol]|oo)$/.test(lower)) return undefined;
  const typed = lower.replaceAll('o', '0').replaceAll('l', '1');
  return { status: Number(typed), kind: 'typo', isCalledError: false };
}

/** Of an amount, a path, a version, a range, an index, a place in a file. */
function isPartOf(text: string, word: Word): boolean {
  const before = text.slice(Math.max(0, word.start - 12), word.start);
  const after = text.slice(word.end, word.end + 2);
  if (/[#$€£/.\\@+*]$|\d[,:]$|[:-]$|\w-$/.test(before) && !/(?:^|[\s\w])[:-] ?$/.test(before))
    return true;
  // `"code": 502`: a field, which the reader of objects knows or nobody
  if (/["'] ?(?::|=>) ?$/.test(before)) return true;
  // `Foo.java:500`, `error -404`, `metrics at :500`
  if (/\.\w{1,8}:$|[^\s\n] -$|\b(?:at|on|port|host|auf|sur) :$|§ ?$/.test(before)) return true;
  if (/^(?:[.,:/-]\d|[%€$£°/\\@])/.test(after)) return true;
  // An index, a paragraph: `[502]`, `403(b)`.
  return (before.endsWith('[') && after.startsWith(']')) || /^\(\w/.test(after);
}

/** `a batch of 500` */
const COLLECTIVE =
  /^(?:batch(?:es)?|chunks?|groups?|lists?|sets?|pages?|total|maximum|max|limit|sample)$/;

/** `412 rows`, `3 of 500`, `404 of 500` */
function isCount(text: string, words: readonly Word[], at: number): boolean {
  const [word, next, previous] = [words[at], words[at + 1], words[at - 1]];
  const isNumber = (place: number): boolean => /^\d/.test(words[place]?.lower ?? '');
  if (previous?.lower === 'of' && (isNumber(at - 2) || COLLECTIVE.test(words[at - 2]?.lower ?? '')))
    return true;
  if (word === undefined || next === undefined) return false;
  const glued = !/[.,;:!?\n()]/.test(text.slice(word.end, next.start));
  if (!glued) return false;
  const counted = COUNT_ADJECTIVES.has(next.lower) ? words[at + 2] : next;
  return (
    isUnit(counted?.lower ?? '') ||
    (next.lower === 'of' && isNumber(at + 2)) ||
    (DETERMINERS.has(previous?.lower ?? '') && isPlural(next))
  );
}

/** What did not come: `got 500 instead of 404`, `I'd return 409 here`, `should be 403`. */
function isWished(words: readonly Word[], at: number): boolean {
  const before = (count: number): string => words[at - count]?.lower ?? '';
  const article = /^an?$/.test(before(1)) ? 1 : 0;
  if (/^(?:instead of|rather than)$/.test(`${before(2 + article)} ${before(1 + article)}`))
    return true;
  return (
    /^(?:return|be|answer|send|throw)$/.test(before(1 + article)) &&
    /^(?:should|must|to|let's|better|(?:i|we|you|it)'d)$/.test(before(2 + article))
  );
}

/** Plural words that stand behind a status too: what it is about, and vendors (`reference/providers.tsv`). */
const NOT_COUNTED = new Set(
  'permissions scopes outages quotas gateways issues problems timeouts limits conflicts exceptions failures alerts logs tokens cloudways databricks dynamics fireflies freshbooks freshsales freshworks humaans icims jetbrains quickbooks recruiters smartrecruiters sophos successfactors talentlms teams'.split(
    ' ',
  ),
);

/** Before a number and what it counts. */
const DETERMINERS = new Set([
  'the',
  'these',
  'those',
  'his',
  'her',
  'their',
  'all',
  'our',
  'my',
  'about',
  'over',
]);

/** `the 403 slides`; of a status one says `the 403 keeps coming`, `these 403 errors`. */
function isPlural({ text, lower }: Word): boolean {
  return (
    text === lower &&
    /^[a-z]{3,}[^su'i]s$/.test(lower) &&
    !FAILURE_CUES.has(lower) &&
    !VENDOR_CUES.has(lower) &&
    !NOT_COUNTED.has(lower) &&
    !VERBS.has(lower)
  );
}

/** `port 404`, `area code 404`, `exit status 502` */
function isNameOf(words: readonly Word[], at: number): boolean {
  const [previous, second] = [words[at - 1]?.lower ?? '', words[at - 2]?.lower ?? ''];
  if (/^(?:exit|area|zip|postal|country|dial)$/.test(second)) return true;
  // A duration: `took 8m 412s`.
  if (/^\d{1,4}(?:h|m|min|d)$/.test(previous)) return true;
  // `rate limit 429` names the status that it is.
  return LABELS.has(previous) && !/error|status|^rate$/.test(second);
}

/** Code that compares, a line number beside code, a program's setting. */
function isCode(text: string, previous: Word | undefined, word: Word): boolean {
  return (
    isCompared(text, word) ||
    isArgument(text, word) ||
    isGutter(text, word) ||
    isSetting(text, previous, word)
  );
}

/** `rows > 500`: code that compares, not an answer. A `>` at the head of a line quotes. */
function isCompared(text: string, word: Word): boolean {
  return /[\w)\]] ?(?:[<>]=?|[!=]==?) ?$/.test(text.slice(Math.max(0, word.start - 6), word.start));
}

/** `expect(res.status).toBe(404)`, `sleep(500)`; `HTTPError(502)` says what came. */
function isArgument(text: string, { start, end }: Word): boolean {
  const name = /([a-z]\w{1,40})\($/.exec(text.slice(Math.max(0, start - 44), start))?.[1];
  return (
    name !== undefined &&
    text[end] === ')' &&
    !/err|status|code|http|exception|response/i.test(name)
  );
}

/** `502 |   const x = y;`: the line number of a piece of code. */
function isGutter(text: string, word: Word): boolean {
  const head = text.slice(Math.max(0, word.start - 12), word.start);
  return (
    /(?:^|\n)[>\s]{0,10}$/.test(head) &&
    /^ {0,3}\|(?: {2}|\t)/.test(text.slice(word.end, word.end + 8))
  );
}

/** `font-weight: 500`, `dur=404`: a program's setting, unless its name speaks of a status. */
function isSetting(text: string, previous: Word | undefined, word: Word): boolean {
  const between = previous === undefined ? '' : text.slice(previous.end, word.start);
  if (previous === undefined || !/^ ?[:=] ?$/.test(between)) return false;
  if (/status|code|http|err|resp|result|answer/i.test(previous.text)) return false;
  return (
    between.includes('=') ||
    /^[a-z]+(?:[-_][a-z]|[A-Z])/.test(previous.text) ||
    /^(?:width|height|top|left|size|limit|offset)$/.test(previous.lower)
  );
}
