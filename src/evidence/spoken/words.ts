import { isClientTimeout } from '../client-timeouts.ts';
import {
  FAILURE_CUES,
  FAILURE_SIGNS,
  isTimeUnit,
  PLATFORM_CUES,
  SMALL_WORDS_ABROAD,
  STOP_WORDS,
  TIME_WORDS,
  VENDOR_CUES,
} from '../everyday.ts';
import { type Fragment, type ReadContext, signal } from '../fragment.ts';
import { withoutRetracted } from './corrections.ts';
import { readNumbers } from './numbers.ts';
import { splitByVendor } from './per-vendor.ts';
import { readNames } from './status-names.ts';
import { joinStatuses } from './two-statuses.ts';
import { type NamedVendor, readVendors } from './vendor-names.ts';
import { type Candidate, splitWords, type Word } from './word.ts';

/** What a person wrote: a code, a name, a vendor, with typos. Only short texts; a number in a long one proves nothing. */
export interface WordsReading {
  readonly fragments: readonly Fragment[];
  /** Vendors that are named, in order. */
  readonly vendors: readonly NamedVendor[];
}

const MAX_WORDS = 60;
const MAX_CHARS = 1_200;

export function readWords(
  text: string,
  { index }: ReadContext,
  { hasStatus }: { readonly hasStatus: boolean },
): WordsReading {
  const words = text.length > MAX_CHARS ? [] : splitWords(text);
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
  const typed = readNumbers(text, words);
  const numbers = withoutRetracted(text, typed);
  const names =
    numbers.length > 0
      ? []
      : readNames(text, words, index).filter(
          ({ status, start, end }) => !isClientTimeout(status, text, [start, end]),
        );
  const vendors = readVendors(text, words, {
    index,
    numbers: [...numbers, ...names],
    hasStatus,
    strict: false,
  });
  const cued = (fragment: Candidate): number =>
    confidence(fragment, {
      words,
      others: typed.filter(({ start }) => start !== fragment.start),
      // A guessed name beside a name that is an everyday word proves neither.
      hasVendor: vendors.some(({ sure, isTool }) => (sure || numbers.length > 0) && !isTool),
      hasTool: vendors.some(({ isTool }) => isTool),
    });
  const fragments = [...numbers, ...names].map((candidate) => ({
    ...toFragment(candidate, cued(candidate)),
    ...methodIn(words),
  }));
  const joined = joinStatuses(text, fragments, vendors);
  return { fragments: splitByVendor(text, joined, vendors), vendors };
}

interface Around {
  readonly words: readonly Word[];
  /** The other statuses, also those that are taken back. */
  readonly others: readonly Candidate[];
  readonly hasVendor: boolean;
  /** A tool of every day is named, such as a code host: its own answers are not StackOne's. */
  readonly hasTool: boolean;
}

/** How likely it is that a call's status is meant, 0 to 1: from how little else there is, and from cues. */
function confidence(candidate: Candidate, { words, others, hasVendor, hasTool }: Around): number {
  // One more status says nothing against this one; a row of numbers does.
  const statuses = others.length <= 1 ? [candidate, ...others] : [candidate];
  const rest = [
    ...words.filter((_, at) => !statuses.some(({ words: [from, to] }) => at >= from && at < to)),
    ...besideName(candidate),
  ];
  const slip = (candidate.kind === 'typo' ? 0.08 : 0) + (candidate.isPast === true ? 0.15 : 0);
  if (hasVendor || rest.length === 0) return 1 - slip;
  if (hasTool) return rest.some(({ lower }) => PLATFORM_CUES.has(lower)) ? 0.9 - slip : 0.4;
  // A name of its own: `Fortune 500`, `Boeing 500`.
  const before = words[candidate.words[0] - 1];
  if (
    candidate.kind === 'number' &&
    before !== undefined &&
    /^[A-Z](?:[a-z]|$)/.test(before.text) &&
    before.end + 1 === candidate.start &&
    !STOP_WORDS.has(before.lower) &&
    !FAILURE_CUES.has(before.lower) &&
    !rest.some(({ lower }) => PLATFORM_CUES.has(lower))
  )
    return 0.4;
  const isOneWord = candidate.kind === 'name' && candidate.words[1] - candidate.words[0] === 1;
  const cue =
    candidate.isCalledError === true ||
    // `the 403 keeps coming back`
    /^(?:keeps|happens|appears|persists|occurs)$/.test(words[candidate.words[1]]?.lower ?? '') ||
    rest.some((word) => isCue(word) && !(isOneWord && rest.length > 8 && SPOKEN.has(word.lower)));
  if (cue) return (rest.length <= 12 ? 0.95 : 0.76) - slip;
  // Beside a name a number says how often or how many: `too many requests, only did 40`.
  const meant = rest.filter(
    (word) =>
      !isAside(words, words.indexOf(word)) &&
      !STOP_WORDS.has(word.lower) &&
      !SMALL_WORDS_ABROAD.has(word.lower) &&
      (candidate.kind === 'number' || !/^\d{1,6}$/.test(word.lower)),
  );
  if (meant.length === 0) return 0.9 - slip;
  if (candidate.kind === 'number')
    return Math.max(0.15, 0.74 - (rest.length + meant.length) * 0.06);
  const share =
    (candidate.words[1] - candidate.words[0]) / (words.length + besideName(candidate).length);
  const isOfRecords = rest.some(({ lower }) => VENDOR_CUES.has(lower));
  // `forbidden love`: half of what is said is something else.
  return share > (isOfRecords ? 0.29 : 0.5) ? 0.75 - slip : 0.3;
}

/** `05:12` */
function isClock(hours: Word | undefined, minutes: Word | undefined): boolean {
  return (
    hours !== undefined &&
    minutes !== undefined &&
    minutes.start - hours.end === 1 &&
    /^[0-2]?\d$/.test(hours.lower) &&
    /^[0-5]\d$/.test(minutes.lower)
  );
}

/** What is written together with a name in a script without blanks: `会议` of `会议超时了`. */
function besideName({ beside = '', start, end }: Candidate): readonly Word[] {
  return beside.length < 2 ? [] : [{ text: beside, lower: beside, start, end }];
}

/** In longer talk these are no cue for a word such as `conflict`, of which people have other kinds. */
const SPOKEN = new Set(
  'see sees saw seeing hit hits get gets got getting give gives gave fail fails failed failing failure call calls mean means code codes error'.split(
    ' ',
  ),
);

/** When, for how long, how often: says neither that a status is meant nor that something else is. */
function isAside(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]].map(
    (one) => one?.lower ?? '',
  );
  return (
    TIME_WORDS.has(word ?? '') ||
    /^(?:\d{1,7}(?:ms|s|sec|min|m|h|d|x|am|pm|uhr)|20\d\d(?:-\d\d){0,2})$/.test(word ?? '') ||
    isClock(words[at], words[at + 1]) ||
    isClock(words[at - 1], words[at]) ||
    (/^\d{1,7}$/.test(word ?? '') && isTimeUnit(after ?? '')) ||
    (isTimeUnit(word ?? '') && /^\d{1,7}$/.test(before ?? ''))
  );
}

/** `the provider's` is a cue as `provider` is; a method is one when it is written as one. */
function isCue({ lower, text }: Word): boolean {
  return (
    FAILURE_CUES.has(lower.replace(/'s$/, '')) || FAILURE_SIGNS.test(lower) || METHOD.test(text)
  );
}

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE)$/;

/** `can I retry a POST after 500?`; two methods say nothing of either. */
function methodIn(words: readonly Word[]): Pick<Fragment, 'method'> {
  const methods = new Set(words.map(({ text }) => text).filter((text) => METHOD.test(text)));
  const [method] = methods;
  return method !== undefined && methods.size === 1 ? { method } : {};
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
