import type { Span } from '../evidence.ts';
import { type Fragment, signal } from '../fragment.ts';
import { BREAK_CHARS, distanceTo } from '../nearness.ts';
import { statusAlone } from '../provider-errors.ts';
import { type NamedVendor, spanOf } from './vendor-names.ts';

/**
 * `lever returned 401, stackone shows 502`: two statuses of one call, the vendor's and what StackOne made of it. Only
 * where StackOne and one vendor are named, and each stands nearer to a status of its own.
 */
export function joinStatuses(
  text: string,
  fragments: readonly Fragment[],
  vendors: readonly NamedVendor[],
): readonly Fragment[] {
  const [one, other, ...more] = fragments;
  const [vendor, ...rivals] = vendors;
  const platform = /\bstack\s?one\b/i.exec(text);
  if (one === undefined || other === undefined || vendor === undefined || platform === null)
    return fragments;
  if (more.length + rivals.length > 0 || one.platformStatus === other.platformStatus)
    return fragments;
  const beside = (place: Span): Fragment | undefined =>
    [one, other]
      .map((fragment) => ({ fragment, apart: distanceTo(fragment.span, place, text) }))
      .filter(({ apart }) => apart < BREAK_CHARS)
      .toSorted((first, second) => first.apart - second.apart)[0]?.fragment;
  const outer = beside([platform.index, platform.index + platform[0].length]);
  const inner = beside(spanOf(vendor));
  if (outer === undefined || outer === inner || inner?.platformStatus === undefined)
    return fragments;
  return [
    {
      ...outer,
      span: [Math.min(one.span[0], other.span[0]), Math.max(one.span[1], other.span[1])],
      providerErrors: [statusAlone(inner.platformStatus, vendor.vendor)],
      signals: [
        ...outer.signals,
        ...inner.signals.map(({ value, quote }) =>
          signal('provider-status', value, { origin: 'words:number', quote }),
        ),
      ],
    },
  ];
}

/** A sentence, not a log. */
const MAX_CHARS = 1_200;

/** The same where one or both of the statuses stand as programs print them: `StackOne 502 Bad Gateway (lever: 429)`. */
export function joinWithPrinted(
  text: string,
  fragments: readonly Fragment[],
  words: { readonly fragments: readonly Fragment[]; readonly vendors: readonly NamedVendor[] },
): readonly Fragment[] {
  if (text.length > MAX_CHARS) return fragments;
  const printed = fragments.filter(({ kind }) => kind !== 'context');
  const both = [...printed, ...words.fragments];
  if (printed.length === 0 || both.length !== 2 || printed.some(isWhole)) return fragments;
  const joined = joinStatuses(text, both, words.vendors);
  return joined === both
    ? fragments
    : [...joined, ...fragments.filter(({ kind }) => kind === 'context')];
}

/** Tells more than a status. */
function isWhole({ kind, providerErrors }: Fragment): boolean {
  return (kind !== 'response' && kind !== 'words') || providerErrors !== undefined;
}
