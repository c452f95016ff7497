import { type Composed, composeCalls, MAX_CALLS } from './calls.ts';
import { withoutOuterCauses } from './causes.ts';
import { clean } from './clean.ts';
import type { Call, Evidence, Gap, Signal } from './evidence.ts';
import { formats } from './formats/index.ts';
import type { Fragment, ReadContext } from './fragment.ts';
import type { Lexicon } from './lexicon.ts';
import { indexLexicon } from './lexicon-index.ts';
import { distanceTo } from './nearness.ts';
import { formOf } from './paste-form.ts';
import { withProseStatus } from './prose-status.ts';
import { withoutProvidersOwn } from './providers-own.ts';
import { joinWithPrinted } from './spoken/two-statuses.ts';
import { type NamedVendor, nameSignal, spanOf } from './spoken/vendor-names.ts';
import { readWords } from './spoken/words.ts';
import { namesPlatform, readSubject } from './subject.ts';
import { withVendorAnswers } from './vendor-answers.ts';

/** How much of a paste is read, in UTF-16 units. */
export const MAX_CHARS = 1_048_576;
const MAX_WORDS = 2_000;

export interface ReadOptions {
  readonly lexicon: Lexicon;
  /** The redactor, run again over what comes out of nested strings. */
  readonly redact: (text: string) => string;
}

/**
 * Redacted text in, evidence out. Pure, never throws, linear in the length of the text.
 *
 * @param text - redacted; more than {@link MAX_CHARS} is not read, which a gap says
 */
export function readEvidence(text: string, { lexicon, redact }: ReadOptions): Evidence {
  const context: ReadContext = { index: indexLexicon(lexicon), redact };
  const read = readable(text.slice(0, MAX_CHARS), redact);
  const fragments = withoutOuterCauses(
    read,
    withoutProvidersOwn(
      read,
      formats.flatMap((format) => format.read(read, context)),
    ),
  );
  const outside = withoutStructure(read, fragments);
  const unnamed = composeCalls(fragments, context, read);
  const words = readWords(outside, context, { hasStatus: hasFailed(unnamed) });
  const answers = withVendorAnswers(fragments, {
    vendor: onlyVendor([
      ...words.vendors.flatMap(({ vendor, sure, isTool }) =>
        sure && (!isTool || namesPlatform(read)) ? [vendor] : [],
      ),
      ...fragments.flatMap(({ kind, provider }) => (kind === 'context' ? (provider ?? []) : [])),
    ]),
    context,
  });
  const joined = joinWithPrinted(read, answers, words);
  const structured =
    joined === fragments ? unnamed : composeCalls(withoutProvidersOwn(read, joined), context, read);
  const spoken = hasFailed(structured)
    ? NO_CALLS
    : composeCalls(
        [...words.fragments, ...fragments.filter(({ kind }) => kind === 'context')],
        context,
        read,
      );
  const both = [...spoken.calls, ...structured.calls].slice(0, MAX_CALLS);
  const calls = withProseStatus(
    named(
      both.toSorted((one, other) => one.span[0] - other.span[0]),
      words.vendors,
      read,
    ),
    words.fragments,
  );
  const subject = readSubject(read, {
    calls,
    fragments,
    index: context.index,
    vendors: words.vendors.flatMap(({ vendor, sure, isTool }) => (sure && !isTool ? [vendor] : [])),
  });
  const signals = collectSignals(calls, fragments, words.vendors);
  return {
    paste: {
      form: formOf(text.slice(0, MAX_CHARS), { calls, fragments, spoken: spoken.seen > 0 }),
      chars: text.length,
      truncated: text.length > MAX_CHARS,
    },
    statuses: statusesOf(calls),
    providers: unique([
      ...calls.flatMap(providersOf),
      ...words.vendors.map(({ vendor }) => vendor),
    ]),
    requestIds: unique(fragments.flatMap(({ requestId }) => requestId ?? [])),
    accountIds: unique(fragments.flatMap(({ accountId }) => accountId ?? [])),
    calls,
    retryAfterSeconds:
      fragments.find(({ retryAfterSeconds }) => retryAfterSeconds !== undefined)
        ?.retryAfterSeconds ?? null,
    accounts: [],
    signals,
    gaps: gapsOf(text, structured.seen + spoken.seen),
    words: redact(firstWords(outside, MAX_WORDS)),
    ...subject,
  };
}

const NO_CALLS: Composed = { calls: [], seen: 0 };

function hasFailed({ calls }: Composed): boolean {
  return calls.some(({ failed }) => failed);
}

/** Cleaned; what cleaning has joined (a link inside a key, an entity inside a header) is redacted as people see it. */
function readable(text: string, redact: ReadOptions['redact']): string {
  const cleaned = clean(text);
  return cleaned === text ? text : redact(cleaned);
}

/** The beginning with single blanks, without looking at the rest of a long text. */
function firstWords(text: string, maxChars: number): string {
  const words: string[] = [];
  const word = /\S{1,4000}/g;
  let chars = 0;
  for (let hit = word.exec(text); hit !== null && chars < maxChars; hit = word.exec(text)) {
    words.push(hit[0]);
    chars += hit[0].length + 1;
  }
  return words.join(' ').slice(0, maxChars);
}

function onlyVendor(vendors: readonly string[]): string | undefined {
  const [first, ...others] = unique(vendors);
  return others.length === 0 ? first : undefined;
}

/** The text with everything that a reader of structures took replaced by blanks, so that offsets stay. */
function withoutStructure(text: string, fragments: readonly Fragment[]): string {
  let rest = '';
  let at = 0;
  const taken = fragments
    .filter(({ span }) => span[1] - span[0] > 1)
    .toSorted((one, other) => one.span[0] - other.span[0]);
  for (const { span } of taken) {
    if (span[1] <= at) continue;
    const start = Math.max(at, span[0]);
    rest += text.slice(at, start) + ' '.repeat(span[1] - start);
    at = span[1];
  }
  return rest + text.slice(at);
}

/** A vendor that is named beside a call which does not tell its own is that call's, when there is only one. */
function named(
  calls: readonly Call[],
  vendors: readonly NamedVendor[],
  text: string,
): readonly Call[] {
  if (vendors.length === 0) return calls;
  return calls.map((call) => {
    if (call.provider !== null) return call;
    const nearest =
      vendors.length === 1
        ? vendors[0]
        : vendors.toSorted(
            (one, other) =>
              distanceTo(call.span, spanOf(one), text) - distanceTo(call.span, spanOf(other), text),
          )[0];
    if (nearest === undefined) return call;
    return {
      ...call,
      provider: nearest.vendor,
      providerErrors: call.providerErrors.map((error) => ({
        ...error,
        provider: error.provider ?? (error.host === null ? nearest.vendor : null),
      })),
      signals: [...call.signals, nameSignal(nearest)],
    };
  });
}

function statusesOf(calls: readonly Call[]): readonly number[] {
  // What was so before is the last that is meant.
  const inner = calls
    .filter(({ failed }) => failed)
    .toSorted((one, other) => other.certainty - one.certainty)
    .flatMap((call) => [...call.providerErrors.map(({ status }) => status), call.platformStatus]);
  return unique(
    [...inner, ...calls.map(({ platformStatus }) => platformStatus)].filter(
      (status) => status !== null,
    ),
  );
}

function providersOf(call: Call): readonly string[] {
  return [...call.providerErrors.map(({ provider }) => provider), call.provider].filter(
    (provider) => provider !== null,
  );
}

function collectSignals(
  calls: readonly Call[],
  fragments: readonly Fragment[],
  vendors: readonly NamedVendor[],
): readonly Signal[] {
  const spoken = vendors.map(nameSignal);
  const loose = fragments
    .filter(({ kind }) => kind === 'context')
    .flatMap(({ signals }) => signals);
  const all = [
    ...calls.filter(({ failed }) => failed),
    ...calls.filter(({ failed }) => !failed),
  ].flatMap(({ signals }) => signals);
  const seen = new Map(
    [...all, ...loose, ...spoken]
      .map((one) => [`${one.kind} ${one.value}`, one] as const)
      .reverse(),
  );
  return [...seen.values()].reverse().slice(0, 60);
}

function gapsOf(text: string, calls: number): readonly Gap[] {
  return [
    ...(text.length > MAX_CHARS
      ? [
          {
            wanted: 'the rest of the paste',
            because: `I read the first ${MAX_CHARS.toLocaleString('en')} characters of ${text.length.toLocaleString('en')}`,
          },
        ]
      : []),
    ...(calls > MAX_CALLS
      ? [
          {
            wanted: `${calls - MAX_CALLS} more calls`,
            because: `I saw ${calls} calls and kept ${MAX_CALLS}, the failed ones first`,
          },
        ]
      : []),
  ];
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
