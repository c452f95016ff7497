import {
  FAILURE_CUES,
  LABELS,
  ORDINARY_WORDS,
  PLATFORM_CUES,
  STOP_WORDS,
  UNITS,
  VENDOR_CUES,
} from '../everyday.ts';
import { type Fragment, type LexiconIndex, type ReadContext, signal } from '../fragment.ts';

/** What a person wrote: a code, a name, a vendor, with typos. Only short texts; a number in a long one proves nothing. */
export interface WordsReading {
  readonly fragments: readonly Fragment[];
  /** Vendors that are named, in order. */
  readonly vendors: readonly {
    readonly vendor: string;
    readonly at: number;
    readonly quote: string;
    readonly sure: boolean;
  }[];
}

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const MAX_WORDS = 60;
const MAX_CHARS = 1_200;

export function readWords(
  text: string,
  { index }: ReadContext,
  { hasStatus }: { readonly hasStatus: boolean },
): WordsReading {
  const words = splitWords(text);
  if (text.length > MAX_CHARS || words.length > MAX_WORDS)
    return {
      fragments: [],
      vendors: readVendors(text, splitWords(text.slice(0, 20_000)).slice(0, 2_000), {
        index,
        numbers: [],
        hasStatus: false,
        strict: true,
      }),
    };
  const numbers = readNumbers(text, words);
  const names = numbers.length > 0 ? [] : readNames(words, index);
  const vendors = readVendors(text, words, {
    index,
    numbers: [...numbers, ...names],
    hasStatus,
    strict: false,
  });
  const cued = (fragment: Candidate): number =>
    confidence(fragment, {
      words,
      // A guessed name beside a name that is an everyday word proves neither.
      hasVendor: vendors.some(
        ({ vendor, sure }) => (sure || numbers.length > 0) && !index.isEverydayTool(vendor),
      ),
      hasTool: vendors.some(({ vendor }) => index.isEverydayTool(vendor)),
    });
  return {
    fragments: [...numbers, ...names].map((candidate) => toFragment(candidate, cued(candidate))),
    vendors,
  };
}

interface Candidate {
  readonly status: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly kind: 'number' | 'name' | 'typo';
  /** Index of the first word and one past the last. */
  readonly words: readonly [number, number];
}

function splitWords(text: string): readonly Word[] {
  const blank = text.replace(/https?:\/\/\S{1,2000}|<[@#!][^>\s]{1,80}>|`{3}/g, (match) =>
    ' '.repeat(match.length),
  );
  return [...blank.matchAll(/[\p{L}\p{N}_%€$£°#][\p{L}\p{N}\p{M}_%€$£°'-]*/gu)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase().replace(/^['-]+|['-]+$/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Numbers that can be statuses: alone, not part of an amount, a date, an address, an id. */
function readNumbers(text: string, words: readonly Word[]): readonly Candidate[] {
  return words.flatMap((word, at) => {
    const digits = /^([45]\d\d)(?:er|s|'s|-?(?:error|fehler|errors))?$/.exec(word.lower)?.[1];
    if (digits === undefined) return [];
    const before = text.slice(Math.max(0, word.start - 2), word.start);
    const after = text.slice(word.end, word.end + 2);
    if (/[#$€£/.\\@+*]$|\d[,:]$|[:-]$|\w-$/.test(before) && !/(?:^|[\s\w])[:-] ?$/.test(before))
      return [];
    if (/^(?:[.,:/-]\d|[%€$£°/\\@])/.test(after)) return [];
    // An index, a paragraph: `[502]`, `403(b)`.
    if ((before.endsWith('[') && after.startsWith(']')) || /^\(\w/.test(after)) return [];
    const next = words[at + 1];
    const previous = words[at - 1];
    const glued = next !== undefined && !/[.,;:!?\n()]/.test(text.slice(word.end, next.start));
    if (glued && UNITS.has(next.lower)) return [];
    // `exit status 502`, `area code 404`
    if (/^(?:exit|area|zip|postal|country|dial)$/.test(words[at - 2]?.lower ?? '')) return [];
    if (
      previous !== undefined &&
      LABELS.has(previous.lower) &&
      !/error|status/.test(words[at - 2]?.lower ?? '')
    )
      return [];
    return [
      {
        status: Number(digits),
        start: word.start,
        end: word.end,
        quote: word.text,
        kind: 'number' as const,
        words: [at, at + 1] as const,
      },
    ];
  });
}

/** Statuses by name, the longest first: `precondition failed`, `too mny requests`, `conflict?`. */
function readNames(words: readonly Word[], index: LexiconIndex): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = nameAt(words, at, index);
    if (hit === undefined) at += 1;
    else {
      found.push(hit);
      at = hit.words[1];
    }
  }
  return found;
}

function nameAt(words: readonly Word[], at: number, index: LexiconIndex): Candidate | undefined {
  for (let count = Math.min(index.maxWords, words.length - at); count > 0; count -= 1) {
    const part = words.slice(at, at + count);
    const phrase = part.map(({ text }) => text).join(' ');
    const status = index.statusOfPhrase(phrase) ?? index.statusOfCode(phrase);
    if (status !== undefined) return candidate(part, { status, at, kind: 'name' });
  }
  for (let count = Math.min(4, words.length - at); count > 0; count -= 1) {
    const part = words.slice(at, at + count);
    const phrase = part.map(({ text }) => text).join(' ');
    if (phrase.length < 7 || (count === 1 && ORDINARY_WORDS.has(phrase.toLowerCase()))) continue;
    const status = index.nearStatus(phrase);
    if (status !== undefined) return candidate(part, { status, at, kind: 'typo' });
  }
  return undefined;
}

function candidate(
  part: readonly Word[],
  { status, at, kind }: { status: number; at: number; kind: 'name' | 'typo' },
): Candidate {
  const start = part[0]?.start ?? 0;
  const end = part.at(-1)?.end ?? start;
  return {
    status,
    start,
    end,
    kind,
    quote: part.map(({ text }) => text).join(' '),
    words: [at, at + part.length],
  };
}

interface VendorContext {
  readonly index: LexiconIndex;
  readonly numbers: readonly Candidate[];
  /** A reader of structures has already found a failed status in this text. */
  readonly hasStatus: boolean;
  /** A long text: only names that cannot be anything else. */
  readonly strict: boolean;
}

function readVendors(
  text: string,
  words: readonly Word[],
  context: VendorContext,
): WordsReading['vendors'] {
  const found = new Map<string, WordsReading['vendors'][number]>();
  for (let at = 0; at < words.length; ) {
    const hit = vendorAt(text, words, at, context);
    if (hit !== undefined && !found.has(hit.vendor)) found.set(hit.vendor, hit);
    at += hit?.length ?? 1;
  }
  if (found.size === 0 && !context.strict) {
    const near = nearVendor(words, context);
    if (near !== undefined) found.set(near.vendor, near);
  }
  return [...found.values()];
}

function vendorAt(
  text: string,
  words: readonly Word[],
  at: number,
  context: VendorContext,
): (WordsReading['vendors'][number] & { length: number }) | undefined {
  for (let count = Math.min(4, words.length - at); count > 0; count -= 1) {
    const part = words.slice(at, at + count);
    const quote = part.map((word) => word.text.replace(/'s$/, '')).join(' ');
    const place = part[0]?.start ?? 0;
    // `greenhouse_get_user` is an action of StackOne's: nobody says that of a greenhouse.
    const acting =
      count === 1 && quote.includes('_') ? context.index.vendorOfAction(quote) : undefined;
    if (acting !== undefined) return { vendor: acting, at: place, quote, sure: true, length: 1 };
    const vendor = context.index.vendorOfName(quote);
    if (vendor === undefined || quote.length < 2) continue;
    if (isMeant(vendor, { text, words, at, count, context }))
      return { vendor, at: part[0]?.start ?? 0, quote, sure: true, length: count };
  }
  return undefined;
}

/** Whether a name is the vendor's: with a cue near it where the name is also a word of every day. */
function isMeant(
  vendor: string,
  {
    words,
    at,
    count,
    context,
  }: { text: string; words: readonly Word[]; at: number; count: number; context: VendorContext },
): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (count > 1) return true;
  const short = count === 1 && word.lower.length <= 3;
  if (!context.index.needsContext(vendor) && !short) return true;
  if (
    short &&
    word.text !== word.text.toUpperCase() &&
    word.text[0] !== word.text[0]?.toUpperCase()
  )
    return false;
  if (context.strict) return false;
  const article = /^(?:the|a|an|this|that|my|its)$/.test(words[at - 1]?.lower ?? '');
  const next = words[at + count]?.lower ?? '';
  const isSmall = word.text === word.lower;
  // `CascadeHR` is written so by nobody who means a waterfall.
  if (/[a-z][A-Z]/.test(word.text) && !context.index.isEverydayTool(vendor)) return true;
  if (article && isSmall && !VENDOR_CUES.has(next)) return false;
  const isNumber = (place: number): boolean =>
    context.numbers.some((number) => place >= number.words[0] && place < number.words[1]);
  const others = words.filter(
    ({ lower }, place) =>
      (place < at || place >= at + count) &&
      !isNumber(place) &&
      (!STOP_WORDS.has(lower) || PLATFORM_CUES.has(lower)),
  );
  if (others.some(({ lower }) => VENDOR_CUES.has(lower))) return true;
  if (context.hasStatus) return true;
  if (context.numbers.length === 0) return false;
  // `lever 429` needs no more; `tomatoes in the greenhouse, 404 of them` speaks of something else.
  return (
    others.length === 0 ||
    !isSmall ||
    (at === 0 && isNumber(count)) ||
    others.some(({ lower }) => FAILURE_CUES.has(lower) || PLATFORM_CUES.has(lower))
  );
}

/** A misspelt vendor: one word, or two that belong together. */
function nearVendor(
  words: readonly Word[],
  { index, numbers, hasStatus }: VendorContext,
): WordsReading['vendors'][number] | undefined {
  const isStatus = (at: number): boolean =>
    numbers.some((number) => at >= number.words[0] && at < number.words[1]);
  for (const count of [2, 1]) {
    for (let at = 0; at + count <= words.length; at += 1) {
      const part = words.slice(at, at + count);
      if (
        part.some(
          (word, offset) =>
            isStatus(at + offset) || FAILURE_CUES.has(word.lower) || /\d/.test(word.lower),
        )
      )
        continue;
      if (
        part.some(({ lower }) => ORDINARY_WORDS.has(lower) || VENDOR_CUES.has(lower)) &&
        count === 1
      )
        continue;
      const quote = part.map(({ text }) => text).join(' ');
      if (count > 1 && part.some(({ lower }) => STOP_WORDS.has(lower))) continue;
      // A name that was spelt right and not meant is not meant as a misspelt one either.
      const isName = index.vendorOfName(quote) !== undefined;
      const vendor = quote.length < 4 || isName ? undefined : index.nearVendor(quote);
      if (vendor === undefined) continue;
      if (!hasStatus && !hasTypoCue(words, numbers)) continue;
      return { vendor, at: part[0]?.start ?? 0, quote, sure: false };
    }
  }
  return undefined;
}

/** A guess at a name needs something else that speaks of an API. */
function hasTypoCue(words: readonly Word[], numbers: readonly Candidate[]): boolean {
  return (
    (numbers.length > 0 && words.length <= 12) || words.some(({ lower }) => VENDOR_CUES.has(lower))
  );
}

interface Around {
  readonly words: readonly Word[];
  readonly hasVendor: boolean;
  /** A tool of every day is named, such as a code host: its own answers are not StackOne's. */
  readonly hasTool: boolean;
}

/** How likely it is that a call's status is meant, 0 to 1: from how little else there is, and from cues. */
function confidence(candidate: Candidate, { words, hasVendor, hasTool }: Around): number {
  const rest = words.filter((_, at) => at < candidate.words[0] || at >= candidate.words[1]);
  const slip = candidate.kind === 'typo' ? 0.08 : 0;
  if (hasVendor || rest.length === 0) return 1 - slip;
  if (hasTool) return rest.some(({ lower }) => PLATFORM_CUES.has(lower)) ? 0.9 - slip : 0.4;
  const cue = rest.some(({ lower }) => FAILURE_CUES.has(lower));
  if (cue) return (rest.length <= 12 ? 0.95 : 0.76) - slip;
  // A name of its own: `Fortune 500`, `Boeing 500`.
  const before = words[candidate.words[0] - 1];
  if (
    candidate.kind === 'number' &&
    before !== undefined &&
    /^[A-Z][a-z]/.test(before.text) &&
    !STOP_WORDS.has(before.lower)
  )
    return 0.4;
  const meant = rest.filter(({ lower }) => !STOP_WORDS.has(lower));
  if (meant.length === 0) return 0.9 - slip;
  if (candidate.kind === 'number') return Math.max(0.15, 0.68 - rest.length * 0.06);
  const share = (candidate.words[1] - candidate.words[0]) / words.length;
  return share >= 0.5 ? 0.75 - slip : 0.3;
}

function toFragment({ status, start, end, quote, kind }: Candidate, certainty: number): Fragment {
  return {
    kind: 'words',
    span: [start, end],
    platformStatus: status,
    certainty,
    signals: [
      signal(kind === 'number' ? 'status' : 'status-name', status, {
        origin:
          kind === 'typo' ? 'words:name-misspelt' : kind === 'name' ? 'words:name' : 'words:number',
        quote,
      }),
    ],
  };
}
