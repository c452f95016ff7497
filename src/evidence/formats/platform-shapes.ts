import { signal } from '../fragment.ts';
import { isAccountId } from '../ids.ts';
import { isLooseObject, type LooseObject, type LooseValue } from '../loose-value.ts';
import { bounded, readProviderErrors, readStatus } from '../provider-errors.ts';
import { isPlatformPath } from '../urls.ts';
import type { Facts } from './object-calls.ts';
import { fold, type Place } from './object-fields.ts';

/**
 * What an object of StackOne's API says as a whole, where no single key says it: an envelope is StackOne's, an account
 * is broken, a log holds mapping errors. Shapes: docs.stackone.com, accounts and request logs, seen 2026-11-23.
 */
export function readPlatformShape(object: LooseObject, place: Place): Partial<Facts> {
  if (!TELLING.some((key) => key in object) && !hasAccountId(object)) return {};
  const keys = new Map(Object.entries(object).map(([key, value]) => [fold(key), value] as const));
  return (
    readAccount(keys, place) ??
    readMappingErrors(keys, place) ??
    readSteps(keys, place) ??
    readEnvelope(keys) ??
    {}
  );
}

/** Most objects have none of these, and are not looked at any closer. */
const TELLING = [
  ...['timestamp', 'status_reasons', 'statusReasons', 'origin_owner_id', 'originOwnerId'],
  ...['custom_mapping_errors', 'customMappingErrors', 'step_requests', 'stepRequests'],
];

/** Of twenty digits or so, beside a provider: few systems but StackOne have such records. */
function hasAccountId({ id, provider }: LooseObject): boolean {
  return typeof provider === 'string' && typeof id === 'string' && isAccountId(id);
}

type Keys = ReadonlyMap<string, LooseValue>;

const platform = (quote: string) =>
  signal('platform', 'StackOne', { origin: 'json:shape', quote: quote.slice(0, 120) });

/** A linked account that does not work, as the accounts API and its webhooks print it. An active one fails nobody. */
function readAccount(keys: Keys, place: Place): Partial<Facts> | undefined {
  const [status, id] = [keys.get('status'), keys.get('id')];
  const accountId = typeof id === 'string' && isAccountId(id) ? id : undefined;
  const isAccount =
    keys.has('statusreasons') ||
    (keys.has('provider') && (keys.has('originownerid') || accountId !== undefined));
  if (!isAccount || typeof status !== 'string' || !/^[a-z_]{4,20}$/.test(status)) return undefined;
  const own = {
    ...(accountId === undefined ? {} : { accountId }),
    signals: [platform(`"status": "${status}"`)],
  };
  if (!/^(?:error|suspended|expired|inactive)$/.test(status)) return own;
  const reasons = reasonsOf(keys.get('statusreasons'));
  const words = `linked account has status ${status}${reasons === '' ? '' : `: ${reasons}`}`;
  return { ...own, failed: true, message: bounded(words, place.context) };
}

function reasonsOf(value: LooseValue | undefined): string {
  if (!Array.isArray(value)) return '';
  return value
    .slice(0, 5)
    .flatMap((reason: LooseValue) =>
      isLooseObject(reason) ? [reason['code'], reason['description']] : [],
    )
    .filter((word) => typeof word === 'string' && word !== '')
    .join(', ');
}

/** The call went well, but a field mapping did not: a log with `custom_mapping_errors`. */
function readMappingErrors(keys: Keys, place: Place): Partial<Facts> | undefined {
  const errors = keys.get('custommappingerrors');
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  const status = readStatus(keys.get('statuscode') ?? keys.get('status'));
  if (status !== null && status >= 400) return undefined;
  const words = `"custom_mapping_errors":${JSON.stringify(errors.slice(0, 5))}`;
  return {
    failed: true,
    message: bounded(words, place.context),
    signals: [platform('"custom_mapping_errors"')],
  };
}

/** The calls that StackOne made for one request; those that failed are the provider's answers. */
function readSteps(keys: Keys, place: Place): Partial<Facts> | undefined {
  const steps = keys.get('steprequests');
  if (!Array.isArray(steps)) return undefined;
  const failed = steps.slice(0, 200).flatMap((step: LooseValue) => {
    if (!isLooseObject(step) || (readStatus(step['status']) ?? 0) < 400) return [];
    const response = step['response'];
    const { body = null, headers = null } = isLooseObject(response) ? response : {};
    return [{ status: step['status'] ?? null, url: step['url'] ?? null, raw: body, headers }];
  });
  return failed.length === 0
    ? undefined
    : {
        providerErrors: readProviderErrors(failed, place.context),
        signals: [platform('"step_requests"')],
      };
}

/** `statusCode`, `message` and `timestamp` together: the envelope of every answer of StackOne's that failed. */
function readEnvelope(keys: Keys): Partial<Facts> | undefined {
  if (typeof keys.get('timestamp') !== 'string' || !keys.has('message')) return undefined;
  const status = readStatus(keys.get('statuscode'));
  if (status === null || status < 400) return undefined;
  // Filters of NestJS put the address that was called beside the three; StackOne's answers have none.
  const path = keys.get('path');
  if (typeof path === 'string' && !isPlatformPath(path)) return undefined;
  return { signals: [platform(`"statusCode": ${status}`)] };
}
