import { readAnswerWords } from './answer-words.ts';
import type { ProviderError } from './evidence.ts';
import type { ReadContext } from './fragment.ts';
import { findLooseValues, isLooseObject, type LooseValue } from './loose-value.ts';
import { readFault } from './soap-fault.ts';
import { readAddress } from './urls.ts';

const MAX_ERRORS = 20;
const MAX_MESSAGE = 500;

/** Where error bodies keep their machine string and their words when the vendor's table does not say. */
const GENERIC = {
  code: [
    'code',
    'errorCode',
    'error_code',
    'error.code',
    'error.status',
    'errors[0].code',
    'errors[0].errorCode',
    '[0].errorCode',
    '[0].code',
    'error.type',
    'type',
    'fault.faultcode',
  ],
  message: [
    'message',
    'error.message',
    'error_description',
    'errorMessage',
    'errors[0].message',
    'errors[0].detail',
    'errors[0].title',
    '[0].message',
    'detail',
    'title',
    'description',
    'error',
    'errors[0]',
    'fault.faultstring',
    'reason',
    'msg',
  ],
} as const;

/** Reads `provider_errors` as StackOne gives them; also a single object in their place. Anything else is left out. */
export function readProviderErrors(
  value: LooseValue | undefined,
  context: ReadContext,
): readonly ProviderError[] {
  const items = Array.isArray(value) ? value : [value];
  return items
    .slice(0, MAX_ERRORS)
    .flatMap((item) => (isLooseObject(item) ? [readOne(item, context)] : []));
}

function readOne(
  given: { readonly [key: string]: LooseValue },
  context: ReadContext,
): ProviderError {
  // repair: some viewers print keys in capitals
  const item = 'status' in given || 'url' in given ? given : lowered(given);
  const url = item['url'] ?? item['request_url'] ?? item['requestUrl'];
  const address = readAddress(typeof url === 'string' ? url : '');
  const vendors =
    address.host === null ? [] : context.index.vendorsOfHost(address.host, address.path ?? '');
  const provider = vendors.length === 1 ? (vendors[0] ?? null) : null;
  const raw = unwrap(
    item['raw'] ?? item['body'] ?? item['response'] ?? item['data'] ?? item['message'] ?? null,
  );
  return {
    status: readStatus(item['status'] ?? item['statusCode'] ?? item['status_code']),
    host: address.host,
    path: address.path,
    ...readBody(raw, item['headers'], { provider, context }),
    provider,
  };
}

function lowered(item: { readonly [key: string]: LooseValue }): {
  readonly [key: string]: LooseValue;
} {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
}

/** The machine string and the words of a provider's answer, and what our tables know of it. */
export function readBody(
  raw: LooseValue,
  headers: LooseValue | undefined,
  { provider, context }: { readonly provider: string | null; readonly context: ReadContext },
): Pick<ProviderError, 'code' | 'message' | 'marks'> {
  const marks = context.index.marksIn(provider, readAnswerWords(raw, headers));
  if (typeof raw === 'string') {
    const fault = readFault(raw);
    const said = isUntold(raw) ? null : (fault?.words ?? raw);
    return {
      code: fault?.code ?? null,
      message: (said === null ? '' : bounded(said, context)) || headerWords(headers, context),
      marks,
    };
  }
  const own = provider === null ? { code: [], message: [] } : context.index.errorPaths(provider);
  const code = firstText(raw, [...own.code, ...GENERIC.code]);
  const message = firstText(raw, [...own.message, ...GENERIC.message]);
  return {
    code: code !== null && /^[\w.:/ -]{1,80}$/.test(code) ? context.redact(code) : null,
    message: message === null ? headerWords(headers, context) : bounded(message, context),
    marks,
  };
}

/** Some vendors say why in a header alone: `x-bamboohr-error-message`, `X-Error`, `RateLimit-Reason`. */
function headerWords(headers: LooseValue | undefined, context: ReadContext): string | null {
  if (!isLooseObject(headers)) return null;
  const said = Object.entries(headers).find(
    ([name, value]) =>
      typeof value === 'string' && /(?:^|-)(?:error|warning|reason|message)/i.test(name),
  )?.[1];
  return typeof said === 'string' ? bounded(said, context) : null;
}

/** JSON that a provider sent as a string, or the string itself. */
export function unwrap(raw: LooseValue): LooseValue {
  if (typeof raw !== 'string' || !/^\s*[{[]/.test(raw)) return raw;
  return findLooseValues(raw.slice(0, 100_000))[0]?.value ?? raw;
}

function firstText(raw: LooseValue, paths: readonly string[]): string | null {
  for (const path of paths) {
    const value = at(raw, path);
    if (typeof value === 'string' && !isUntold(value)) return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** The value at a dotted path: `errors[0].code`, `[0].message`. */
function at(value: LooseValue, path: string): LooseValue | undefined {
  let here: LooseValue | undefined = value;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (Array.isArray(here)) here = here[Number(step)];
    else if (isLooseObject(here)) here = here[step];
    else return undefined;
  }
  return here;
}

/** A status from 100 to 599, as a number or at the head of a string: `502`, `"502"`, `"502 Bad Gateway"`. */
export function readStatus(value: LooseValue | undefined): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  const digits = /^\s*([1-5]\d\d)(?![\d.])/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A provider's answer of which nothing but the status is told. */
export function statusAlone(status: number, provider: string | null): ProviderError {
  return { status, host: null, path: null, code: null, message: null, marks: [], provider };
}

/** Nothing, or what a printer puts where it stopped: `[Array]`, `[Object]`. */
export function isUntold(text: string): boolean {
  return /^\s*(?:\[(?:Array|Object|Circular[^\]\n]{0,12})\]\s*)?$/.test(text);
}

export function bounded(text: string, context: ReadContext): string {
  const beginning = text.slice(0, 4_000);
  // A few plain words: they were looked at in the paste, and are once more on their way out.
  const clean = /^[\w .,'!?()-]{0,80}$/.test(beginning)
    ? beginning.trim()
    : context.redact(beginning).replace(/\s+/g, ' ').trim();
  return clean.length > MAX_MESSAGE ? `${clean.slice(0, MAX_MESSAGE - 1)}…` : clean;
}
