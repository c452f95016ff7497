import type { ProviderError, Signal, SignalKind, Span } from './evidence.ts';
import type { LooseValue } from './loose-value.ts';

/** What one reader read in one place. Fragments become calls in `calls.ts`. */
export interface Fragment {
  readonly span: Span;
  /** `record` is complete in itself; `response` and `request` are halves; `context` only adds facts to what stands near. */
  readonly kind: 'record' | 'request' | 'response' | 'context' | 'words';
  readonly method?: string;
  readonly url?: string;
  readonly platformStatus?: number;
  readonly providerErrors?: readonly ProviderError[];
  readonly requestId?: string;
  readonly accountId?: string;
  readonly errorCode?: string;
  readonly message?: string;
  readonly provider?: string;
  readonly retryAfterSeconds?: number;
  /** UUIDs that stand inside provider errors: the provider's own, never a request's. */
  readonly foreignIds?: readonly string[];
  /** Somebody says that it failed, or that it did not. */
  readonly failed?: boolean;
  /** The printed answer itself: where the call went straight to a vendor, known codes and phrases are looked for in it. */
  readonly answer?: LooseValue;
  /** How sure the reader is, 0 to 1; 1 if left out. */
  readonly certainty?: number;
  readonly signals: readonly Signal[];
}

/** A way to read: by shape, not by tool. Either reads or returns nothing. */
export interface Format {
  readonly name: string;
  read(text: string, context: ReadContext): readonly Fragment[];
}

export interface ReadContext {
  readonly index: LexiconIndex;
  /** The redactor, for what comes out of nested strings. */
  readonly redact: (text: string) => string;
}

/** What a provider's answer says, for finding known codes and phrases in it. */
export interface AnswerWords {
  readonly text: string;
  /** Values that may be machine strings, whole. */
  readonly codes: readonly string[];
}

/** The lexicon, ready to be asked. */
export interface LexiconIndex {
  /** Short names of the vendors that a host (and path) belongs to; more than one where they share it. */
  vendorsOfHost(host: string, path: string): readonly string[];
  /** The vendor of a provider key, an alias or a name, in any spelling of case and spaces. */
  vendorOfName(name: string): string | undefined;
  /** The vendor of a name that means much else too. */
  vendorOfNickname(name: string): string | undefined;
  /** The vendor of an action such as `bamboohr_list_employees`. */
  vendorOfAction(action: string): string | undefined;
  needsContext(vendor: string): boolean;
  /** People use it without StackOne every day (a code host, a chat): neither name nor host says that StackOne is meant. */
  isEverydayTool(vendor: string): boolean;
  /** A company with many products, of which StackOne connects some: `Google`, not `Google Drive`. */
  isCompany(name: string): boolean;
  errorPaths(vendor: string): {
    readonly code: readonly string[];
    readonly message: readonly string[];
  };
  /** The vendor's codes and phrases that stand in an answer; of all vendors' where it is not known whose it is. */
  marksIn(vendor: string | null, answer: AnswerWords): readonly string[];
  statusOfCode(identifier: string): number | undefined;
  statusOfPhrase(phrase: string): number | undefined;
  /** Typos: the closest alias or status name, if it is close enough. */
  nearVendor(word: string): string | undefined;
  /** A name without its vowels: `lvr`. */
  vendorOfConsonants(word: string): string | undefined;
  nearStatus(words: string): number | undefined;
  /** Names of statuses in scripts that write no blanks, the longest first. */
  readonly runNames: readonly { readonly name: string; readonly status: number }[];
  /** The longest alias or status name, in words. */
  readonly maxWords: number;
}

const MAX_QUOTE = 120;

export function signal(
  kind: SignalKind,
  value: string | number,
  place: { readonly origin: string; readonly quote: string },
): Signal {
  const quote = /\s\s|[^\S ]/.test(place.quote)
    ? place.quote.replace(/\s+/g, ' ').trim()
    : place.quote.trim();
  return {
    kind,
    value,
    origin: place.origin,
    quote: quote.length > MAX_QUOTE ? `${quote.slice(0, MAX_QUOTE - 1)}…` : quote,
  };
}

/** Of a fact that a channel's settings say and the paste does not. */
export const ASSUMED_ORIGIN = 'assumed:settings';

/** Somebody typed the status; a vendor's name in words beside a printed one makes no question of it. */
export function isSpokenStatus({ kind, origin }: Signal): boolean {
  return (kind === 'status' || kind === 'status-name') && origin.startsWith('words:');
}
