import type { ProviderError, Signal } from '../evidence.ts';
import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';
import {
  findLooseValues,
  isLooseObject,
  type LooseObject,
  type LooseValue,
  spanOf,
} from '../loose-value.ts';
import { bounded, readProviderErrors, readStatus } from '../provider-errors.ts';

/** Objects as programs print them, nested ones and those inside strings too. One record for each call in them. */
export const objects: Format = {
  name: 'objects',
  read(text, context) {
    return findLooseValues(text).flatMap(({ value, start, end, whole }) => {
      const reading = readNode(value, { context, path: '', depth: 0, span: [start, end] });
      const records = reading.calls.map((call) => (whole ? call : { ...call, certainty: 0.97 }));
      return records.length > 0 || !hasFacts(reading.facts)
        ? records
        : [{ ...reading.facts, kind: 'context' as const, span: [start, end] as const }];
    });
  },
};

type Facts = Omit<Fragment, 'span' | 'kind'>;

interface Reading {
  readonly facts: Facts;
  readonly calls: readonly Fragment[];
}

interface Place {
  readonly context: ReadContext;
  readonly path: string;
  readonly depth: number;
  readonly span: readonly [number, number];
}

const NOTHING: Reading = { facts: { signals: [] }, calls: [] };
const MAX_DEPTH = 24;
const MAX_EMBEDDED = 200_000;
const MAX_ITEMS = 3_000;

function readNode(value: LooseValue, place: Place): Reading {
  if (place.depth > MAX_DEPTH) return NOTHING;
  if (typeof value === 'string') return readEmbedded(value, place);
  if (Array.isArray(value)) return readItems(value, place);
  if (isLooseObject(value)) return readObject(value, place);
  return NOTHING;
}

/** JSON inside a string: a log line's text, an SDK's `body`. */
function readEmbedded(text: string, place: Place): Reading {
  if (text.length > MAX_EMBEDDED || !/[{[][\s\\]*["'{[]/.test(text)) return NOTHING;
  const readings = findLooseValues(text).map(({ value }) =>
    readNode(withoutSpans(value), { ...place, depth: place.depth + 1 }),
  );
  return {
    facts: merged(readings.map(({ facts }) => facts)),
    calls: readings.flatMap(({ calls }) => calls),
  };
}

/** Offsets into a nested string mean nothing in the paste: what stands in it has the place of the string's owner. */
function withoutSpans(value: LooseValue): LooseValue {
  return Array.isArray(value) ? [...value] : isLooseObject(value) ? { ...value } : value;
}

/** Items of a list are calls of their own; name and value pairs are headers. */
function readItems(items: readonly LooseValue[], place: Place): Reading {
  const headers = readPairs(items);
  if (headers !== undefined) return readObject(headers, place);
  const readings = items
    .slice(0, MAX_ITEMS)
    .map((item, index) =>
      readNode(item, { ...place, path: `${place.path}[${index}]`, depth: place.depth + 1 }),
    );
  return { facts: { signals: [] }, calls: readings.flatMap(({ calls }) => calls) };
}

/** `[{name, value}, …]` as HAR and Postman print headers, and `[['x-request-id', '…'], …]` as Python does. */
function readPairs(items: readonly LooseValue[]): LooseObject | undefined {
  const pairs = items.slice(0, 200).map((item): readonly [string, LooseValue] | undefined => {
    const [name, value] = isLooseObject(item)
      ? [item['name'] ?? item['key'], item['value']]
      : Array.isArray(item) && item.length === 2
        ? [item[0], item[1]]
        : [undefined, undefined];
    return typeof name === 'string' && typeof value === 'string' ? [name, value] : undefined;
  });
  if (pairs.length === 0 || pairs.some((pair) => pair === undefined)) return undefined;
  return Object.fromEntries(pairs.filter((pair) => pair !== undefined));
}

function readObject(object: LooseObject, outer: Place): Reading {
  const place: Place = { ...outer, span: spanOf(object) ?? outer.span };
  const own = readFacts(object, place);
  const children = Object.entries(object)
    .filter(([key]) => !isProviderErrors(fold(key)))
    .map(([key, value]) => ({
      key: fold(key),
      reading: readNode(value, {
        ...place,
        path: place.path === '' ? key : `${place.path}.${key}`,
        depth: place.depth + 1,
      }),
    }));
  // An envelope's `data` repeats it in the provider's words (stackone-api, UnifiedError): no call of its own.
  const isEnvelope = own.platformStatus !== undefined && own.message !== undefined;
  const beneath = children.filter(({ key }) => !(isEnvelope && key === 'data'));
  const calls = united(beneath.flatMap(({ reading }) => reading.calls));
  const facts = merged([own, ...beneath.map(({ reading }) => reading.facts)]);
  if (calls.length > 0)
    return {
      facts: { signals: [] },
      calls: calls.map((call) => filled(call, facts, calls.length > 1)),
    };
  if (facts.platformStatus === undefined && !looksFailed(facts, object))
    return { facts, calls: [] };
  return { facts: { signals: [] }, calls: [{ ...facts, kind: 'record', span: place.span }] };
}

/** An answer without a status that still says that it failed: `{"error": "Invalid authentication token"}`, JSON-RPC. */
function looksFailed(facts: Facts, object: LooseObject): boolean {
  if ((facts.providerErrors?.length ?? 0) > 0) return true;
  if (facts.message === undefined) return false;
  return (
    'jsonrpc' in object ||
    (typeof object['error'] === 'string' && Object.keys(object).length <= 3) ||
    facts.errorCode !== undefined
  );
}

/** The same failure printed twice in one object (`body` and `data$` of an SDK error) is one call. */
function united(calls: readonly Fragment[]): readonly Fragment[] {
  const kept: Fragment[] = [];
  for (const call of calls) {
    const twin = kept.findIndex((other) => isTwin(other, call));
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

function isTwin(one: Fragment, other: Fragment): boolean {
  if (one.span[0] !== other.span[0] && one.span[1] !== other.span[1] && !overlaps(one, other))
    return false;
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

function weight(call: Fragment): number {
  return (
    (call.providerErrors?.length ?? 0) * 4 +
    (call.message === undefined ? 0 : 1) +
    (call.errorCode === undefined ? 0 : 1)
  );
}

/** What stands around a call belongs to it, as far as it says nothing itself; a status only where it agrees. */
function filled(call: Fragment, around: Facts, isOneOfMany: boolean): Fragment {
  const { platformStatus, providerErrors, message, signals, ...ids } = around;
  const own = Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined));
  const outer = isOneOfMany
    ? { ...(ids.provider === undefined ? {} : { provider: ids.provider }) }
    : ids;
  return {
    ...outer,
    ...(isOneOfMany || platformStatus === undefined ? {} : { platformStatus }),
    ...(isOneOfMany || message === undefined ? {} : { message }),
    ...(isOneOfMany || providerErrors === undefined ? {} : { providerErrors }),
    ...(own as unknown as Fragment),
    signals: [...call.signals, ...(isOneOfMany ? [] : signals)],
  };
}

function merged(all: readonly Facts[]): Facts {
  const facts: { -readonly [K in keyof Facts]: Facts[K] } = { signals: [] };
  for (const one of all) {
    for (const [key, value] of Object.entries(one)) {
      if (key !== 'signals' && value !== undefined && !(key in facts))
        Object.assign(facts, { [key]: value });
    }
  }
  return { ...facts, signals: all.flatMap(({ signals }) => signals).slice(0, 60) };
}

function hasFacts(facts: Facts): boolean {
  return facts.signals.length > 0;
}

const fold = (key: string): string => key.toLowerCase().replace(/[_\-\s$]/g, '');
const isProviderErrors = (folded: string): boolean =>
  folded === 'providererrors' || folded === 'providererror';

type Reader = (
  value: LooseValue,
  facts: Draft,
  at: { readonly place: Place; readonly key: string; readonly object: LooseObject },
) => void;
type Draft = { -readonly [K in keyof Facts]: Facts[K] } & { signals: Signal[] };

function readFacts(object: LooseObject, place: Place): Facts {
  const facts: Draft = { signals: [] };
  for (const [key, value] of Object.entries(object))
    READERS[fold(key)]?.(value, facts, { place, key, object });
  return facts;
}

function note(
  facts: Draft,
  kind: Signal['kind'],
  value: string | number,
  at: { place: Place; key: string },
): void {
  const origin = `json:${at.place.path === '' ? '' : `${at.place.path}.`}${at.key}`;
  facts.signals.push(
    signal(kind, value, {
      origin: origin.slice(0, 160),
      quote: `"${at.key}": ${typeof value === 'number' ? value : `"${value}"`}`,
    }),
  );
}

const status: Reader = (value, facts, at) => {
  const read = readStatus(value);
  if (read === null || facts.platformStatus !== undefined) return;
  facts.platformStatus = read;
  note(facts, 'status', read, at);
};

/** `code: 502` is a status only beside other parts of an answer; elsewhere it is a counter, a port, anything. */
const numericCode: Reader = (value, facts, at) => {
  if (typeof value === 'string' && !/^\d{3}$/.test(value)) return errorCode(value, facts, at);
  const read = readStatus(value);
  if (
    read !== null &&
    read >= 400 &&
    ['message', 'body', 'error', 'responseHeaders', 'status'].some((key) => key in at.object)
  )
    status(value, facts, at);
};

const errorCode: Reader = (value, facts, at) => {
  if (typeof value !== 'string' || facts.errorCode !== undefined) return;
  if (!/^[A-Za-z][\w.:-]{2,80}$/.test(value)) return;
  // Node's and axios' own codes say less than the status: `ERR_BAD_REQUEST`.
  if (/^(?:ERR_|E[A-Z]{4,}$)/.test(value)) return;
  facts.errorCode = value;
  note(facts, 'error-code', value, at);
};

const className: Reader = (value, facts, at) => {
  if (typeof value !== 'string') return;
  const named = at.place.context.index.statusOfCode(value);
  if (named === undefined) return;
  facts.errorCode ??= value;
  note(facts, 'error-code', value, at);
};

const message: Reader = (value, facts, at) => {
  const text = Array.isArray(value)
    ? value.filter((item) => typeof item === 'string').join('; ')
    : value;
  if (typeof text !== 'string' || text.trim() === '' || facts.message !== undefined) return;
  facts.message = bounded(text, at.place.context);
};

const errorField: Reader = (value, facts, at) => {
  if (typeof value === 'string') message(value, facts, at);
};

const url: Reader = (value, facts) => {
  if (typeof value !== 'string' || facts.url !== undefined) return;
  if (/^(?:https?:\/\/|\/)[^\s]/.test(value)) facts.url = value.slice(0, 2_000);
};

const method: Reader = (value, facts) => {
  if (typeof value === 'string' && /^(?:get|post|put|patch|delete|head|options)$/i.test(value))
    facts.method ??= value.toUpperCase();
};

const requestId: Reader = (value, facts, at) => {
  const text = Array.isArray(value) ? value[0] : value;
  if (typeof text !== 'string' || !UUID.test(text) || facts.requestId !== undefined) return;
  facts.requestId = text.toLowerCase();
  note(facts, 'request-id', text.toLowerCase(), at);
};

/** `id` is a request's only on a response that is printed with its status. */
const plainId: Reader = (value, facts, at) => {
  if (
    'status' in at.object &&
    ('data' in at.object || 'body' in at.object || 'headers' in at.object)
  )
    requestId(value, facts, at);
};

const accountId: Reader = (value, facts, at) => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{18,22}$/.test(text) || facts.accountId !== undefined)
    return;
  facts.accountId = text;
  note(facts, 'account-id', text, at);
};

const provider: Reader = (value, facts, at) => {
  if (typeof value !== 'string' || value.length > 60 || facts.provider !== undefined) return;
  const vendor = at.place.context.index.vendorOfName(value);
  if (vendor === undefined) return;
  facts.provider = vendor;
  note(facts, 'provider', vendor, at);
};

const action: Reader = (value, facts, at) => {
  if (typeof value !== 'string' || value.length > 120 || facts.provider !== undefined) return;
  const vendor = at.place.context.index.vendorOfAction(value);
  if (vendor === undefined) return;
  facts.provider = vendor;
  note(facts, 'provider', vendor, at);
};

const retryAfter: Reader = (value, facts, at) => {
  const seconds =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d{1,6}$/.test(value)
        ? Number(value)
        : undefined;
  if (seconds === undefined) return;
  facts.retryAfterSeconds ??= seconds;
  note(facts, 'retry-after', seconds, at);
};

const providerErrors: Reader = (value, facts, at) => {
  const read: readonly ProviderError[] = readProviderErrors(value, at.place.context);
  facts.providerErrors = read;
  facts.foreignIds = [...JSON.stringify(value).matchAll(ANY_UUID)].map(([id]) => id.toLowerCase());
  for (const [index, error] of read.entries()) {
    const where = { place: at.place, key: `${at.key}[${index}]` };
    if (error.status !== null)
      note(facts, 'provider-status', error.status, { ...where, key: `${where.key}.status` });
    if (error.provider !== null)
      note(facts, 'provider', error.provider, { ...where, key: `${where.key}.url` });
    if (error.code !== null)
      note(facts, 'error-code', error.code, { ...where, key: `${where.key}.raw` });
  }
};

/** The provider's answer in errors of the linking hub (stackone-api, section 2.6). */
const providerResponse: Reader = (value, facts, at) => {
  if (value === null || facts.providerErrors !== undefined) return;
  providerErrors([{ raw: value }], facts, at);
};

const failedFlag: Reader = (value, facts) => {
  if (value === true) facts.failed = true;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi;

/** By key, folded to lower case without `_` and `-`. */
const READERS: Readonly<Record<string, Reader | undefined>> = Object.assign(Object.create(null), {
  statuscode: status,
  status,
  httpstatus: status,
  httpstatuscode: status,
  httpcode: status,
  responsestatus: status,
  responsecode: status,
  code: numericCode,
  errorcode: errorCode,
  errorcategory: errorCode,
  type: className,
  name: className,
  message,
  msg: message,
  error: errorField,
  detail: message,
  url,
  uri: url,
  requesturi: url,
  requesturl: url,
  endpoint: url,
  path: url,
  method,
  httpmethod: method,
  requestmethod: method,
  verb: method,
  requestid: requestId,
  xrequestid: requestId,
  stackonerequestid: requestId,
  id: plainId,
  accountid: accountId,
  xaccountid: accountId,
  account: accountId,
  linkedaccountid: accountId,
  linkedaccount: accountId,
  stackoneaccountid: accountId,
  provider,
  providername: provider,
  providerkey: provider,
  connector: provider,
  connectorkey: provider,
  integration: provider,
  action,
  actionid: action,
  toolname: action,
  tool: action,
  retryafter: retryAfter,
  providererrors: providerErrors,
  providererror: providerErrors,
  providerresponse: providerResponse,
  iserror: failedFlag,
} satisfies Record<string, Reader> as Record<string, Reader>);
