import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';
import {
  findLooseValues,
  isLooseObject,
  type LooseObject,
  type LooseValue,
  spanOf,
} from '../loose-value.ts';
import { readBytes } from './embedded-bytes.ts';
import { type Facts, filled, merged, united } from './object-calls.ts';
import { fold, type Place, readFacts } from './object-fields.ts';
import { readPlatformShape } from './platform-shapes.ts';

/** Objects as programs print them, nested ones and those inside strings too. One record for each call in them. */
export const objects: Format = {
  name: 'objects',
  read(text, context) {
    const found = findLooseValues(text).map(({ value, start, end, whole }) => ({
      value: withLabel(value, text.slice(Math.max(0, start - 30), start)),
      span: [start, end] as const,
      certainty: whole ? 1 : 0.97,
    }));
    return found.flatMap((one) => readPrinted(one, { text, context }));
  },
};

/** The list alone, cut out of its answer or logged by itself: `provider_errors=[…]`. */
function withLabel(value: Printed['value'], before: string): Printed['value'] {
  return /\bprovider_?errors\\?["']?\s{0,4}(?:[:=]|=>)\s{0,4}$/i.test(before)
    ? { provider_errors: value }
    : value;
}

/** One printed value: a record for each call in it, or else what it says to the call beside it. */
export function readPrinted(
  { value, span, certainty }: Printed,
  { text, context }: { readonly text: string; readonly context: ReadContext },
): readonly Fragment[] {
  const { facts, calls } = readNode(value, { context, path: '', depth: 0, span });
  if (calls.length > 0)
    return calls.map((call) => ({
      ...call,
      // One object of one call: all that is printed in it is about that call.
      ...(calls.length === 1 ? { span } : {}),
      ...(certainty < 1 ? { certainty } : {}),
      ...(calls.length === 1 && call.providerErrors === undefined ? { answer: value } : {}),
    }));
  const status = isLooseObject(value)
    ? statusBefore(value, text.slice(Math.max(0, span[0] - 12), span[0]))
    : undefined;
  if (status !== undefined) return [{ ...facts, ...status, kind: 'response', span }];
  // A record that is whole and says nothing of a failure is data, and no words either: its numbers are nobody's status.
  if (!hasFacts(facts) && !isErrorLike(value))
    return certainty === 1 && isPlainData(text.slice(span[0], Math.min(span[1], span[0] + 4_000)))
      ? [{ kind: 'context', span, signals: [] }]
      : [];
  // What says nothing but its own words stays with the words: they may be known as a vendor's.
  const place = hasFacts(facts) ? span : ([span[0], span[0] + 1] as const);
  return [{ ...facts, answer: value, kind: 'context', span: place }];
}

/** JSON in which no key and no word speaks of a failure. */
function isPlainData(json: string): boolean {
  return /^[{[]\s*["[{]/.test(json) && !/error|fail|invalid|denied|refused|mismatch/i.test(json);
}

/** By its keys it speaks of a failure: some vendor's answer, perhaps. */
function isErrorLike(value: LooseValue): boolean {
  const item = Array.isArray(value) ? value[0] : value;
  return (
    isLooseObject(item) &&
    Object.keys(item).some((key) => /err|fault|message|success|^ok$|code|detail/i.test(key))
  );
}

/** `429 {'retry-after': '60', …}`: a status, and the headers that came with it. */
function statusBefore(value: LooseObject, before: string): Partial<Facts> | undefined {
  const status = /(?:^|[\s:=(])([45]\d\d)[,\s]{1,3}(?:map)?$/.exec(before)?.[1];
  if (status === undefined || !Object.keys(value).some((key) => fold(key) === 'contenttype'))
    return undefined;
  return {
    platformStatus: Number(status),
    signals: [signal('status', Number(status), { origin: 'json:headers', quote: before.trim() })],
  };
}

interface Printed {
  readonly value: LooseObject | readonly LooseValue[];
  readonly span: readonly [number, number];
  readonly certainty: number;
}

interface Reading {
  readonly facts: Facts;
  readonly calls: readonly Fragment[];
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
  const bytes = readBytes(object);
  // Nobody has looked into it for secrets yet.
  if (bytes !== undefined) return readEmbedded(place.context.redact(bytes), place);
  const shape = readPlatformShape(object, place);
  const fields = ownFacts(object, { shape, place });
  const own = isEmpty(shape) ? fields : merged([{ signals: [], ...shape }, fields]);
  const children: { readonly key: string; readonly reading: Reading }[] = [];
  for (const [key, value] of Object.entries(object)) {
    if (!mayHoldMore(value) || isReadWhole(fold(key))) continue;
    const path = place.path === '' ? key : `${place.path}.${key}`;
    const reading = readNode(value, { ...place, path, depth: place.depth + 1 });
    if (reading !== NOTHING) children.push({ key: fold(key), reading });
  }
  // An envelope's `data` repeats it in the provider's words (stackone-api, UnifiedError): no call of its own.
  const isEnvelope = own.platformStatus !== undefined && own.message !== undefined;
  const beneath = children.filter(({ key }) => !(isEnvelope && key === 'data'));
  const calls =
    beneath.length === 0
      ? []
      : united(
          beneath.flatMap(({ reading }) => reading.calls),
          { isOneCall: isOneCall(beneath) },
        );
  const facts =
    beneath.length === 0 ? own : merged([own, ...beneath.map(({ reading }) => reading.facts)]);
  if (calls.length > 0)
    return {
      facts: { signals: [] },
      calls: calls.map((call) => filled(call, facts, calls.length > 1)),
    };
  const isFailure =
    facts.platformStatus !== undefined || shape.failed === true || looksFailed(facts, object);
  if (!isFailure) return { facts, calls: [] };
  return { facts: { signals: [] }, calls: [{ ...facts, kind: 'record', span: place.span }] };
}

/** A request beside its response, an answer beside what it was parsed to: parts of one call, as clients keep them. */
function isOneCall(children: readonly { readonly key: string }[]): boolean {
  let parts = 0;
  for (const { key } of children) if (PARTS_OF_A_CALL.has(key)) parts += 1;
  return parts > 1;
}

const PARTS_OF_A_CALL = new Set([
  ...['config', 'options', 'request', 'req', 'response', 'res', 'httprequest', 'httpresponse'],
  ...['rawresponse', 'rawvalue', 'body', 'rawbody', 'data', 'text', 'cause', 'headers'],
  // A logger's: `{"err": {…}, "response": {…}}`
  ...['err', 'error', 'exception'],
]);

/** A number or a plain word has nothing in it: most of a log is that. */
function mayHoldMore(value: LooseValue): boolean {
  return typeof value === 'string'
    ? value.length > 12
    : typeof value === 'object' && value !== null;
}

function isEmpty(shape: object): boolean {
  for (const _ in shape) return false;
  return true;
}

/** Its own keys. A status of success is not that of what failed in spite of it. */
function ownFacts(
  object: LooseObject,
  { shape, place }: { readonly shape: Partial<Facts>; readonly place: Place },
): Facts {
  const facts = readFacts(object, place);
  if (shape.failed !== true || (facts.platformStatus ?? 500) >= 400) return facts;
  const { platformStatus: _, ...rest } = facts;
  return rest;
}

/** Read as a whole by the object that holds it. */
function isReadWhole(folded: string): boolean {
  return READ_WHOLE.has(folded);
}

const READ_WHOLE = new Set(['providererrors', 'providererror', 'steprequests', 'statusreasons']);

/** An answer without a status that still says that it failed: `{"error": "Invalid authentication token"}`, JSON-RPC. */
function looksFailed(facts: Facts, object: LooseObject): boolean {
  if ((facts.providerErrors?.length ?? 0) > 0) return true;
  if (facts.message === undefined || isFieldIssue(object)) return false;
  return (
    'jsonrpc' in object ||
    (typeof object['error'] === 'string' && Object.keys(object).length <= 3) ||
    facts.errorCode !== undefined
  );
}

/** One field that a schema refused, as zod (`path`) and pydantic (`loc`) list them: a part of an answer. */
function isFieldIssue(object: LooseObject): boolean {
  return Array.isArray(object['path']) || Array.isArray(object['loc']);
}

function hasFacts(facts: Facts): boolean {
  return facts.signals.length > 0;
}
