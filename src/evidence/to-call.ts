import { readAnswerWords } from './answer-words.ts';
import type { Call, ProviderError, Signal } from './evidence.ts';
import { type Fragment, type ReadContext, signal } from './fragment.ts';
import { isLooseObject, type LooseValue } from './loose-value.ts';
import { readBody, unwrap } from './provider-errors.ts';
import { namesPlatform } from './subject.ts';
import { isNeutralHost, isPlatformHost, isPlatformPath, readAddress } from './urls.ts';

/** Of one call; what repeats itself tells no more. */
export const MAX_SIGNALS = 24;

/** What stands around a call, for telling whose it is. */
export interface Surroundings {
  readonly context: ReadContext;
  readonly text: string;
  /** Calls to StackOne are printed too: it is an application's log, in which its other tools speak as well. */
  readonly hasPlatformCall: boolean;
}

/** Everything that was read of one call, as a call: to StackOne, or straight to a vendor's host. */
export function toCall(draft: Fragment, around: Surroundings): Call {
  const address = readAddress(draft.url ?? '');
  const hosts =
    address.host === null || isPlatformHost(address.host)
      ? []
      : around.context.index.vendorsOfHost(address.host, address.path ?? '');
  const errors = draft.providerErrors ?? [];
  const named =
    errors.find(({ provider }) => provider !== null)?.provider ?? draft.provider ?? null;
  const isOwnTools = isOwnTool(draft, hosts, around);
  const own =
    hosts.length === 1 && !isOwnTools
      ? vendorsAnswer(draft, hosts[0] ?? null, around.context)
      : undefined;
  return {
    method: draft.method ?? null,
    path: address.path,
    platformStatus: own === undefined ? (draft.platformStatus ?? null) : null,
    provider: named ?? hosts[0] ?? null,
    providerErrors: (own ?? errors).map((error) => ({
      ...error,
      provider: error.provider ?? named ?? (error.host === null ? (hosts[0] ?? null) : null),
    })),
    // A vendor gives its own requests an ID too.
    requestId: own === undefined ? (draft.requestId ?? null) : null,
    accountId: draft.accountId ?? null,
    errorCode: draft.errorCode ?? null,
    message: draft.message ?? null,
    failed: hasFailed(draft),
    span: draft.span,
    certainty: draft.certainty ?? 1,
    signals: uniqueSignals(draft.signals.concat(foreignHost(draft, isOwnTools ? [] : hosts))),
  };
}

/** What tells no status is no success. */
export function hasFailed({ failed, platformStatus }: Fragment): boolean {
  return failed === true || platformStatus === undefined || platformStatus >= 400;
}

/** The call was made to StackOne, as far as its address tells. */
export function isToPlatform({ url }: Fragment): boolean {
  const { host, path } = readAddress(url ?? '');
  return (host !== null && isPlatformHost(host)) || (path !== null && isPlatformPath(path));
}

/**
 * A call straight to a vendor's host: the status and the answer are the vendor's, and StackOne gave none. `undefined`
 * where provider errors are printed with places of their own.
 */
function vendorsAnswer(
  draft: Fragment,
  vendor: string | null,
  context: ReadContext,
): readonly ProviderError[] | undefined {
  const { host, path } = readAddress(draft.url ?? '');
  const status = draft.platformStatus ?? null;
  const [error, ...others] = draft.providerErrors ?? [];
  if (error === undefined) {
    const body = readBody(bodyOf(draft.answer ?? null), undefined, { provider: vendor, context });
    return [
      {
        status,
        host,
        path,
        code: body.code ?? draft.errorCode ?? null,
        message: body.message ?? draft.message ?? null,
        marks: marksOf(draft, vendor, context),
        provider: vendor,
      },
    ];
  }
  const isUnplaced = error.host === null && error.path === null && others.length === 0;
  const agrees = error.status === null || status === null || error.status === status;
  return isUnplaced && agrees
    ? [{ ...error, status: error.status ?? status, host, path, provider: vendor }]
    : undefined;
}

/** The vendor's answer in what a logger or a client prints around it: `{"url": …, "status": 404, "body": "{…}"}`. */
function bodyOf(printed: LooseValue, depth = 0): LooseValue {
  if (!isLooseObject(printed) || depth > 2) return printed;
  for (const key of BODY_KEYS) {
    const value = unwrap(printed[key] ?? null);
    if (typeof value === 'object' && value !== null) return bodyOf(value, depth + 1);
  }
  return printed;
}

const BODY_KEYS = ['body', 'responseBody', 'response_body', 'response', 'data'] as const;

/** A tool that people use every day without StackOne, and nothing of StackOne's stands by. */
function isOwnTool(
  { span }: Fragment,
  hosts: readonly string[],
  { context, text, hasPlatformCall }: Surroundings,
): boolean {
  if (hosts.length !== 1 || !context.index.isEverydayTool(hosts[0] ?? '')) return false;
  // In an application's log, what another line says is not said of this one.
  const from = hasPlatformCall ? text.lastIndexOf('\n', span[0]) + 1 : 0;
  return !namesPlatform(hasPlatformCall ? text.slice(from, span[1]) : text);
}

/** The call went to somebody else: neither to StackOne nor to a provider, and nothing in its path is StackOne's. */
function foreignHost(
  { url, method, providerErrors }: Fragment,
  vendors: readonly string[],
): Signal[] {
  if (url === undefined || method === undefined) return [];
  const { host, path } = readAddress(url);
  const isOurs =
    host === null ||
    vendors.length > 0 ||
    (providerErrors?.length ?? 0) > 0 ||
    isPlatformHost(host) ||
    isNeutralHost(host) ||
    isPlatformPath(path ?? '');
  return isOurs ? [] : [signal('foreign', host, { origin: 'text:host', quote: host })];
}

/** What the vendor's table knows of a vendor's answer: in the answer itself where it is printed. */
function marksOf(
  draft: Fragment,
  vendor: string | null,
  { index }: ReadContext,
): readonly string[] {
  const printed = readAnswerWords(draft.answer ?? null, undefined);
  return index.marksIn(vendor, {
    text: [draft.message ?? '', printed.text].join('\n'),
    codes: [...(draft.errorCode === undefined ? [] : [draft.errorCode]), ...printed.codes],
  });
}

function uniqueSignals(signals: readonly Signal[]): readonly Signal[] {
  if (signals.length < 2) return signals;
  const seen = new Map(signals.map((one) => [`${one.kind} ${one.value} ${one.origin}`, one]));
  return [...seen.values()].slice(0, MAX_SIGNALS);
}
