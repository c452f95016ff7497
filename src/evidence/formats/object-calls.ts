import type { ProviderError } from '../evidence.ts';
import type { Fragment } from '../fragment.ts';

/** What one object says, before it is known which call it belongs to. */
export type Facts = Omit<Fragment, 'span' | 'kind'>;

/**
 * The same failure printed twice in one object (`body` and `data$` of an SDK error) is one call.
 *
 * @param isOneCall - the object is one call's: wherever they stand in it, what agrees is that call
 */
export function united(
  calls: readonly Fragment[],
  { isOneCall }: { readonly isOneCall: boolean },
): readonly Fragment[] {
  const kept: Fragment[] = [];
  for (const call of calls) {
    const twin = kept.findIndex(
      (other) => (isOneCall || isSamePlace(other, call)) && agrees(other, call),
    );
    const other = kept[twin];
    if (other === undefined) kept.push(call);
    else
      kept[twin] = filled(
        weight(call) > weight(other) ? call : other,
        weight(call) > weight(other) ? other : call,
        false,
      );
  }
  return kept;
}

function isSamePlace(one: Fragment, other: Fragment): boolean {
  return one.span[0] === other.span[0] || one.span[1] === other.span[1] || overlaps(one, other);
}

function agrees(one: Fragment, other: Fragment): boolean {
  if (
    one.requestId !== undefined &&
    other.requestId !== undefined &&
    one.requestId !== other.requestId
  )
    return false;
  return (
    one.platformStatus === undefined ||
    other.platformStatus === undefined ||
    one.platformStatus === other.platformStatus
  );
}

function overlaps(one: Fragment, other: Fragment): boolean {
  return one.span[0] < other.span[1] && other.span[0] < one.span[1];
}

/** Which of two print-outs tells more: a logger's depth limit leaves `raw: [Object]` of one of them. */
function weight(call: Fragment): number {
  return (
    sum((call.providerErrors ?? []).map(tells)) +
    (call.message === undefined ? 0 : 1) +
    (call.errorCode === undefined ? 0 : 1)
  );
}

function tells({ code, message, marks }: ProviderError): number {
  return 4 + (code === null ? 0 : 1) + (message === null ? 0 : 1) + (marks.length > 0 ? 1 : 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** What stands around a call belongs to it, as far as it says nothing itself; a status only where it agrees. */
export function filled(call: Fragment, around: Facts, isOneOfMany: boolean): Fragment {
  const { platformStatus, providerErrors, message, signals, ...ids } = around;
  const own = Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined));
  const outer = isOneOfMany
    ? { ...(ids.provider === undefined ? {} : { provider: ids.provider }) }
    : ids;
  // A success around what says that it failed is the transport's.
  const hasStatus =
    !isOneOfMany && platformStatus !== undefined && !(call.failed === true && platformStatus < 400);
  return {
    ...outer,
    ...(hasStatus ? { platformStatus } : {}),
    ...(isOneOfMany || message === undefined ? {} : { message }),
    ...(isOneOfMany || providerErrors === undefined ? {} : { providerErrors }),
    ...(own as unknown as Fragment),
    signals: [...call.signals, ...(isOneOfMany ? [] : signals)],
  };
}

export function merged(all: readonly Facts[]): Facts {
  const [first] = all;
  if (first !== undefined && all.length === 1) return first;
  const facts: { -readonly [K in keyof Facts]: Facts[K] } = { signals: [] };
  for (const one of all) {
    for (const [key, value] of Object.entries(one)) {
      if (key !== 'signals' && value !== undefined && !(key in facts))
        Object.assign(facts, { [key]: value });
    }
  }
  return { ...facts, signals: all.flatMap(({ signals }) => signals).slice(0, 60) };
}
