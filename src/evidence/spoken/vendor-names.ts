import {
  EVERYDAY_PAIRS,
  FAILURE_CUES,
  OTHER_SYSTEMS,
  PLATFORM_CUES,
  SMALL_WORDS_ABROAD,
  STOP_WORDS,
  TIME_WORDS,
  VENDOR_CUES,
} from '../everyday.ts';
import type { Signal, Span } from '../evidence.ts';
import { type LexiconIndex, signal } from '../fragment.ts';
import { nearVendor } from './near-vendor.ts';
import type { Candidate, Word } from './word.ts';

/** A vendor that is named; `sure` when it cannot be a misspelt other word. */
export interface NamedVendor {
  readonly vendor: string;
  readonly at: number;
  readonly quote: string;
  readonly sure: boolean;
  /** A tool or a company of every day, and nothing beside the name that makes it StackOne's provider. */
  readonly isTool: boolean;
}

export function nameSignal({ vendor, quote, isTool }: NamedVendor): Signal {
  return signal('provider', vendor, { origin: isTool ? 'words:tool' : 'words:name', quote });
}

export interface VendorContext {
  readonly index: LexiconIndex;
  readonly numbers: readonly Candidate[];
  /** A reader of structures has already found a failed status in this text. */
  readonly hasStatus: boolean;
  /** A long text: only names that cannot be anything else. */
  readonly strict: boolean;
}

/** Vendors by name, and one by a misspelt name where none is spelt right. */
export function readVendors(
  text: string,
  words: readonly Word[],
  context: VendorContext,
): readonly NamedVendor[] {
  const found = new Map<string, NamedVendor>();
  for (let at = 0; at < words.length; ) {
    const hit = vendorAt(text, words, at, context);
    if (hit !== undefined && !found.has(hit.vendor)) found.set(hit.vendor, hit);
    at += hit?.length ?? 1;
  }
  if (found.size === 0 && !context.strict) {
    const near = nearVendor(text, words, context);
    if (near !== undefined) found.set(near.vendor, near);
  }
  return [...found.values()];
}

function vendorAt(
  text: string,
  words: readonly Word[],
  at: number,
  context: VendorContext,
): (NamedVendor & { length: number }) | undefined {
  for (let count = Math.min(4, words.length - at); count > 0; count -= 1) {
    const part = words.slice(at, at + count);
    const quote = part.map((word) => word.text.replace(/'s$/, '')).join(' ');
    const place = part[0]?.start ?? 0;
    // `greenhouse_get_user` is an action of StackOne's: nobody says that of a greenhouse.
    const acting =
      count === 1 && quote.includes('_') ? context.index.vendorOfAction(quote) : undefined;
    if (acting !== undefined)
      return {
        vendor: acting,
        at: place,
        quote,
        sure: true,
        isTool: context.index.isEverydayTool(acting),
        length: 1,
      };
    const nickname = context.index.vendorOfNickname(quote);
    const vendor = context.index.vendorOfName(quote) ?? nickname;
    if (
      vendor === undefined ||
      (nickname === vendor && !isCalledSo(text, words, { at, count }, context)) ||
      quote.length < 2 ||
      isOtherProduct(quote, words[at + count]) ||
      isInIdentifier(text, part.at(-1))
    )
      continue;
    if (nickname === vendor || isMeant(vendor, { text, words, at, count, context }))
      return {
        vendor,
        at: part[0]?.start ?? 0,
        quote,
        sure: true,
        isTool: isTool(vendor, quote, words, context.index),
        length: count,
      };
  }
  return undefined;
}

/** `google.api_core.exceptions`: a library's name. `monday.com` is a vendor's. */
function isInIdentifier(text: string, last: Word | undefined): boolean {
  if (last === undefined) return false;
  const after = text.slice(last.end, last.end + 24);
  return (
    /^(?:\.|::)[a-z_]\w{1,20}(?:\.|::)?/i.test(after) &&
    !/^\.(?:com|co|io|ai|app|hr|net|org|de|eu)\b/i.test(after)
  );
}

/** `Google Maps` is none of Google's that StackOne connects. */
function isOtherProduct(quote: string, next: Word | undefined): boolean {
  return (
    next !== undefined &&
    (EVERYDAY_PAIRS.test(`${quote} ${next.lower}`.toLowerCase()) ||
      (OTHER_SYSTEMS.test(`${quote} ${next.lower}`) &&
        !OTHER_SYSTEMS.test(next.lower) &&
        !OTHER_SYSTEMS.test(quote)))
  );
}

/** Whether a name is the vendor's: with a cue near it where the name is also a word of every day. */
function isMeant(
  vendor: string,
  {
    text,
    words,
    at,
    count,
    context,
  }: { text: string; words: readonly Word[]; at: number; count: number; context: VendorContext },
): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (count > 1) return true;
  // Its own short name, such as `adp`, is no abbreviation and no word.
  const short = count === 1 && word.lower.length <= 3 && word.lower !== vendor;
  if (!context.index.needsContext(vendor) && !short) return true;
  if (quotesAnswer(vendor, text, words, context)) return true;
  if (
    short &&
    word.text !== word.text.toUpperCase() &&
    word.text[0] !== word.text[0]?.toUpperCase()
  )
    // `adp 403`: three small letters that are no word, and a status.
    return !context.index.needsContext(vendor) && words.length <= 2 && context.numbers.length === 1;
  if (context.strict) return false;
  if (isBesideStatus(text, words, { at, count }, context.numbers)) return true;
  const article = /^(?:the|a|an|this|that|my|its)$/.test(words[at - 1]?.lower ?? '');
  const next = words[at + count]?.lower ?? '';
  const isSmall = word.text === word.lower;
  // `CascadeHR` is written so by nobody who means a waterfall.
  if (/[a-z][A-Z]/.test(word.text) && !context.index.isEverydayTool(vendor)) return true;
  if (article && isSmall && !VENDOR_CUES.has(next)) return false;
  // `not workable for 500 users`, `any lever`: told as an adjective or counted, it is the word of every day.
  if (
    isSmall &&
    /^(?:not|no|any|very|quite|more|most|hardly|barely|fully)$/.test(words[at - 1]?.lower ?? '')
  )
    return false;
  const isNumber = (place: number): boolean =>
    context.numbers.some((number) => place >= number.words[0] && place < number.words[1]);
  const others = words.filter(
    ({ lower }, place) =>
      (place < at || place >= at + count) &&
      !isNumber(place) &&
      (!STOP_WORDS.has(lower) || PLATFORM_CUES.has(lower)),
  );
  if (others.some(({ lower }) => VENDOR_CUES.has(lower))) return true;
  // `404 from greenhouse and 429 from smartrecruiters`: who is named beside it is in that trade.
  if (context.numbers.length > 0 && others.some(({ text: name }) => isPlainly(name, context.index)))
    return true;
  if (context.hasStatus) return true;
  if (context.numbers.length === 0) return false;
  // `lever 429` needs no more; `tomatoes in the greenhouse, 404 of them` speaks of something else.
  return (
    others.length === 0 ||
    !isSmall ||
    ((at === 0 || JOINS.has(words[at - 1]?.lower ?? '')) && isNumber(at + count)) ||
    others.some(({ lower }) => FAILURE_CUES.has(lower) || PLATFORM_CUES.has(lower))
  );
}

/** Words that join two things of one kind: `greenhouse 404s and lever 429s`. */
const JOINS = new Set(['and', 'or', 'but', 'und', 'oder', 'et', 'ou', 'y', 'o', 'e', 'en']);

/**
 * `who fixes a lever 401, us or them?`: the status stands right behind the name, and nothing behind it that it counts.
 * Nobody says `a lever 401` of a lever.
 */
function isBesideStatus(
  text: string,
  words: readonly Word[],
  { at, count }: { readonly at: number; readonly count: number },
  numbers: readonly Candidate[],
): boolean {
  const status = numbers.find((number) => number.words[0] === at + count);
  const last = words[at + count - 1];
  if (
    status === undefined ||
    last === undefined ||
    !/^[ :]{1,2}$/.test(text.slice(last.end, status.start))
  )
    return false;
  const next = words[status.words[1]];
  return (
    // What is said of it afterwards is about an API: `bamboo 403 custom fields`.
    (at === 0 && words.some(({ lower }) => VENDOR_CUES.has(lower))) ||
    next === undefined ||
    /[^\s]/.test(text.slice(status.end, next.start)) ||
    [STOP_WORDS, SMALL_WORDS_ABROAD, FAILURE_CUES, TIME_WORDS].some((known) =>
      known.has(next.lower),
    ) ||
    /^(?:keep|happen|occur|appear|start|come)(?:s|ed|ing)?$/.test(next.lower)
  );
}

/** `bob 403`, `403 from Bob`, `WD 401`: nothing stands between the status and a name that could be anything else. */
function isCalledSo(
  text: string,
  words: readonly Word[],
  place: { readonly at: number; readonly count: number },
  { numbers, strict }: VendorContext,
): boolean {
  const [first, last] = [words[place.at], words[place.at + place.count - 1]];
  if (strict || first === undefined || last === undefined) return false;
  // Two or three small letters are a word of some language.
  const isSmall =
    last.end - first.start <= 3 && first.text === first.lower && first.lower !== 'bob';
  if (isSmall && words.length > 2) return false;
  if (isBesideStatus(text, words, place, numbers)) return true;
  const next = words[place.at + place.count];
  const isLast =
    next === undefined ||
    /[^\s]/.test(text.slice(last.end, next.start)) ||
    [STOP_WORDS, SMALL_WORDS_ABROAD, TIME_WORDS].some((known) => known.has(next.lower));
  return (
    isLast &&
    numbers.some(({ end }) => end <= first.start && OF_NAME.test(text.slice(end, first.start)))
  );
}

/** Between a status and the system that gave it. */
const OF_NAME =
  /^(?:[ :]| (?:from|in|on|with|for|by|via|bei|von|aus|mit|de|da|dal|di|avec|sur|chez|con|en|bij|van|met|z|od|w|från|hos|i) )$/i;

/** A vendor whose name means nothing else. */
function isPlainly(name: string, index: LexiconIndex): boolean {
  const vendor = name.length < 4 ? undefined : index.vendorOfName(name);
  return vendor !== undefined && !index.needsContext(vendor) && !index.isEverydayTool(vendor);
}

/** A code or a phrase of the vendor's own beside its name: `ADP invalid_client`. */
function quotesAnswer(
  vendor: string,
  text: string,
  words: readonly Word[],
  { index, strict }: VendorContext,
): boolean {
  if (strict) return false;
  return index.marksIn(vendor, { text, codes: codesOf(words) }).some((mark) => mark.length >= 6);
}

/** Words that look like machine strings. */
function codesOf(words: readonly Word[]): readonly string[] {
  return words.map((word) => word.text).filter((word) => /[_\d]|[a-z][A-Z]/.test(word));
}

/** `Google` alone may be any of its products; `Google Drive`, or a code of Google's API beside it, is what StackOne connects. */
function isTool(
  vendor: string,
  quote: string,
  words: readonly Word[],
  index: LexiconIndex,
): boolean {
  if (index.isEverydayTool(vendor)) return true;
  return (
    index.isCompany(quote) &&
    index.marksIn(vendor, { text: '', codes: codesOf(words) }).length === 0
  );
}

/** Where the name stands. */
export function spanOf({ at, quote }: NamedVendor): Span {
  return [at, at + quote.length];
}
