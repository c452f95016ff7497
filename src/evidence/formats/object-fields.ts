import type { ProviderError, Signal } from '../evidence.ts';
import { type ReadContext, signal } from '../fragment.ts';
import { isAccountId, isUuid, UUID } from '../ids.ts';
import type { LooseObject, LooseValue } from '../loose-value.ts';
import { bounded, isUntold, readProviderErrors, readStatus } from '../provider-errors.ts';
import type { Facts } from './object-calls.ts';

/** Where an object stands. */
export interface Place {
  readonly context: ReadContext;
  readonly path: string;
  readonly depth: number;
  readonly span: readonly [number, number];
}

/** What an object says by its own keys. */
export function readFacts(object: LooseObject, place: Place): Facts {
  const facts: Draft = { signals: [] };
  for (const [key, value] of Object.entries(object))
    READERS[fold(key)]?.(value, facts, { place, key, object });
  return facts;
}

/** A key without case, `_`, `-`, `$` and spaces. */
export function fold(key: string): string {
  const known = folded.get(key);
  if (known !== undefined) return known;
  const made = key.toLowerCase().replace(/[_\-\s$]/g, '');
  if (folded.size < MAX_FOLDED && key.length <= 40) folded.set(key, made);
  return made;
}

/** A log repeats the same few keys in each of its lines. */
const folded = new Map<string, string>();
const MAX_FOLDED = 2_000;

type Reader = (
  value: LooseValue,
  facts: Draft,
  at: { readonly place: Place; readonly key: string; readonly object: LooseObject },
) => void;
type Draft = { -readonly [K in keyof Facts]: Facts[K] } & { signals: Signal[] };

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
  if (isRpcCode(value)) return rpcCode(String(value), facts, at);
  if (typeof value === 'string' && !/^\d{3}$/.test(value)) return errorCode(value, facts, at);
  const read = readStatus(value);
  if (
    read !== null &&
    read >= 400 &&
    ['message', 'body', 'error', 'responseHeaders', 'status'].some((key) => key in at.object)
  )
    status(value, facts, at);
};

/** JSON-RPC 2.0, section 5.1: from -32768 to -32000. */
function isRpcCode(value: LooseValue): boolean {
  return typeof value === 'number' && value <= -32_000 && value >= -32_768;
}

function rpcCode(code: string, facts: Draft, at: { place: Place; key: string }): void {
  facts.errorCode ??= code;
  note(facts, 'error-code', code, at);
}

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
  if (typeof text !== 'string' || facts.message !== undefined || isUntold(text)) return;
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
  if (typeof text !== 'string' || !isUuid(text) || facts.requestId !== undefined) return;
  // Microsoft Graph's: its own request's (learn.microsoft.com, Graph errors, seen 2026-11-23)
  if (/(?:^|\.)innerError$/i.test(at.place.path)) {
    facts.foreignIds = [...(facts.foreignIds ?? []), text.toLowerCase()];
    return;
  }
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
  if (typeof text !== 'string' || !isAccountId(text) || facts.accountId !== undefined) return;
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
  const given = Array.isArray(value) ? value[0] : value;
  const seconds =
    typeof given === 'number'
      ? given
      : typeof given === 'string' && /^\d{1,6}$/.test(given)
        ? Number(given)
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

/** Some vendors answer 200 and say in the body that it failed. */
const successFlag: Reader = (value, facts) => {
  if (value === false) facts.failed = true;
};

const ANY_UUID = new RegExp(UUID, 'gi');

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
  success: successFlag,
  ok: successFlag,
} satisfies Record<string, Reader> as Record<string, Reader>);
