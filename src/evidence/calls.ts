import type { Call } from './evidence.ts';
import type { Fragment, ReadContext } from './fragment.ts';
import { BODY_CHARS, isAnswerOf, isOneCall, isSameAddress } from './same-call.ts';
import { hasFailed, isToPlatform, MAX_SIGNALS, toCall } from './to-call.ts';

export interface Composed {
  /** At most {@link MAX_CALLS}: a report is no log. The failed ones first, then the others; in the order of the paste. */
  readonly calls: readonly Call[];
  /** How many there were. */
  readonly seen: number;
}

export const MAX_CALLS = 40;

/**
 * Makes calls of fragments. What says the same of the same place is one call; a second answer with another status is
 * another call; labels belong to the call they stand next to.
 */
export function composeCalls(
  fragments: readonly Fragment[],
  context: ReadContext,
  text: string,
): Composed {
  const ordered = fragments.toSorted(
    (one, other) => one.span[0] - other.span[0] || other.span[1] - one.span[1],
  );
  const drafts = group(ordered, text);
  attachContext(drafts, ordered.filter(isContext));
  const around = { text, hasPlatformCall: drafts.some((draft) => isToPlatform(draft)) };
  return {
    calls: limited(drafts).map((draft) => toCall(draft, { ...around, context })),
    seen: drafts.length,
  };
}

function limited(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length <= MAX_CALLS) return drafts;
  const failed = drafts.filter(hasFailed).slice(0, MAX_CALLS);
  const others = drafts.filter((draft) => !hasFailed(draft)).slice(0, MAX_CALLS - failed.length);
  return [...failed, ...others].toSorted((one, other) => one.span[0] - other.span[0]);
}

type Draft = { -readonly [K in keyof Fragment]: Fragment[K] } & {
  hasAnswer: boolean;
  /** Where its provider errors are printed: the call reaches further, to the words that announce it. */
  printed?: Fragment['span'];
};

const isContext = (fragment: Fragment): boolean => fragment.kind === 'context';
const hasAnswer = (fragment: Fragment): boolean =>
  fragment.platformStatus !== undefined ||
  (fragment.providerErrors?.length ?? 0) > 0 ||
  fragment.message !== undefined;

/** How far a status may stand from the answer that it announces: `Request failed with status code 502` and its object. */
const NEAR_CHARS = 6_000;

function group(ordered: readonly Fragment[], text: string): Draft[] {
  const drafts: Draft[] = [];
  const printed = new Map<string, Draft>();
  for (const fragment of ordered) {
    if (isContext(fragment)) continue;
    const answer = dated(fragment, text);
    const twin = answer === undefined ? undefined : printed.get(answer);
    if (twin !== undefined) foldRepeatedLine(drafts, twin, fragment);
    const home = twin ?? homeOf(drafts, fragment);
    if (home !== undefined) absorb(home, fragment);
    else drafts.push({ ...fragment, hasAnswer: hasAnswer(fragment), ...printedIn(fragment) });
    const draft = home ?? drafts.at(-1);
    if (answer !== undefined && draft !== undefined) printed.set(answer, draft);
  }
  return drafts.filter((draft) => draft.hasAnswer);
}

function printedIn({ kind, providerErrors, span }: Fragment): Pick<Draft, 'printed'> {
  return kind === 'record' && providerErrors !== undefined ? { printed: span } : {};
}

/** With the answer, the line before it was printed twice as well. */
function foldRepeatedLine(drafts: Draft[], twin: Draft, answer: Fragment): void {
  const last = drafts.at(-1);
  if (last === undefined || last === twin || !isAnswerOf(last, answer)) return;
  if (last.url !== twin.url || last.platformStatus !== twin.platformStatus) return;
  drafts.pop();
  absorb(twin, last);
}

/** A printed answer with the time in it: met again, letter by letter, it is the same answer printed twice. */
function dated({ kind, span }: Fragment, text: string): string | undefined {
  if (kind !== 'record' || span[1] - span[0] > 5_000) return undefined;
  const answer = text.slice(span[0], span[1]);
  return /[T ]\d\d:\d\d:\d\d\.\d/.test(answer) ? answer : undefined;
}

/** The call that a fragment belongs to, if one of the last few is that. */
function homeOf(drafts: readonly Draft[], fragment: Fragment): Draft | undefined {
  const within = drafts.slice(-8).findLast((draft) => contains(draft, fragment));
  // What is printed inside a record was read as part of it, or is none of the platform's: a provider's own status.
  if (within !== undefined && within.kind === 'record') return within;
  const last = drafts.at(-1);
  if (last === undefined || fragment.span[0] - last.span[1] > NEAR_CHARS) return undefined;
  if (fragment.kind === 'request') return last.hasAnswer ? undefined : last;
  if (!last.hasAnswer) return last;
  return isOneCall(last, fragment) ? last : undefined;
}

function contains(outer: Fragment, inner: Fragment): boolean {
  return isWithin(inner.span, outer.span);
}

function isWithin(inner: Fragment['span'], outer: Fragment['span'] | undefined): boolean {
  return outer !== undefined && inner[0] >= outer[0] && inner[1] <= outer[1];
}

function absorb(draft: Draft, fragment: Fragment): void {
  const inside = draft.kind === 'record' && contains(draft, fragment);
  for (const key of [
    'method',
    'url',
    'requestId',
    'accountId',
    'errorCode',
    'message',
    'provider',
    'retryAfterSeconds',
    'answer',
    'failed',
  ] as const) {
    if (draft[key] === undefined && fragment[key] !== undefined)
      Object.assign(draft, { [key]: fragment[key] });
  }
  // A success around what says that it failed is the transport's.
  const status = fragment.platformStatus;
  if (draft.platformStatus === undefined && status !== undefined)
    if (draft.failed !== true || status >= 400) draft.platformStatus = status;
  if ((draft.providerErrors?.length ?? 0) === 0 && fragment.providerErrors !== undefined)
    draft.providerErrors = fragment.providerErrors;
  if (fragment.kind === 'record') draft.kind = 'record';
  if (draft.printed === undefined) Object.assign(draft, printedIn(fragment));
  draft.certainty = Math.max(draft.certainty ?? 1, fragment.certainty ?? 1);
  // Bounded as it grows: a log that repeats one status a thousand times would be copied a thousand times.
  if (!inside && draft.signals.length < MAX_SIGNALS)
    draft.signals = [...draft.signals, ...fragment.signals];
  draft.span = [
    Math.min(draft.span[0], fragment.span[0]),
    Math.max(draft.span[1], fragment.span[1]),
  ];
  draft.hasAnswer ||= hasAnswer(fragment);
}

/** How many calls before and behind a label are asked whether it is theirs. */
const NEIGHBOURS = 6;

/** A label belongs to the call around it, else to the nearest one that has no such fact; each fact goes to one call. */
function attachContext(drafts: readonly Draft[], contexts: readonly Fragment[]): void {
  let next = 0;
  for (const context of contexts) {
    // Both are in the order of the paste, so the neighbours move along: no call is asked by every label.
    while (next < drafts.length && (drafts[next]?.span[0] ?? 0) <= context.span[0]) next += 1;
    const near = drafts.slice(Math.max(0, next - NEIGHBOURS), next + NEIGHBOURS);
    const around = near.some(
      (draft) =>
        draft.kind === 'record' &&
        (isWithin(context.span, draft.printed) ||
          (contains(draft, context) &&
            isItsAddress(draft, context) &&
            tellsNoMore(draft, context))),
    );
    // Inside a printed answer the reader of objects has already said whose id it is; a line's address is that line's.
    if (around) continue;
    const home = near
      .filter((draft) => lacks(draft, context))
      .toSorted((one, other) => distance(one, context) - distance(other, context))[0];
    if (home !== undefined) absorb(home, { ...context, kind: 'context' });
  }
}

function isItsAddress(draft: Draft, { url }: Fragment): boolean {
  return url !== undefined && draft.url !== undefined && isSameAddress(draft.url, url);
}

function tellsNoMore(draft: Draft, { method }: Fragment): boolean {
  return method === undefined || draft.method !== undefined;
}

function lacks(draft: Draft, context: Fragment): boolean {
  // A method comes with its address: that of another one is another call's.
  if (context.method !== undefined && draft.url !== undefined && !isItsAddress(draft, context))
    return false;
  const isBody =
    context.answer !== undefined &&
    draft.answer === undefined &&
    distance(draft, context) <= BODY_CHARS;
  return (
    isBody ||
    (['requestId', 'accountId', 'retryAfterSeconds', 'url', 'provider', 'method'] as const).some(
      (key) => context[key] !== undefined && draft[key] === undefined,
    )
  );
}

function distance(draft: Draft, context: Fragment): number {
  if (context.span[1] <= draft.span[0]) return draft.span[0] - context.span[1];
  // What stands behind an answer more often belongs to the next one.
  return context.span[0] >= draft.span[1] ? (context.span[0] - draft.span[1]) * 1.5 : 0;
}
