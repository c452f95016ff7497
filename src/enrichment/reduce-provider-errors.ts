import type { RequestLog } from '../evidence/request-log.ts';
import { type WireCall, type WireLog, wireProviderError } from './log-schema.ts';
import { readPlace, readStatus } from './log-values.ts';
import { readProviderBody } from './provider-body.ts';

/** Provider errors that are kept. */
const MAX_ERRORS = 20;

type LoggedProviderError = RequestLog['providerErrors'][number];

/** The log's own list first, then those of its steps; what is in both is one. Their `headers` are never read. */
export function reduceProviderErrors(
  log: WireLog,
  steps: readonly WireCall[],
): readonly LoggedProviderError[] {
  const listed = [
    ...(log.response?.provider_errors ?? []),
    ...log.provider_errors,
    ...steps.flatMap(({ response }) => response?.provider_errors ?? []),
  ];
  const errors = listed.slice(0, MAX_ERRORS * 2).flatMap(toProviderError);
  const unique = new Map(errors.map((error) => [JSON.stringify(error), error]));
  return [...unique.values()].slice(0, MAX_ERRORS);
}

function toProviderError(value: unknown): readonly LoggedProviderError[] {
  const wire = wireProviderError.parse(value);
  if (wire === null) return [];
  const error = {
    status: readStatus(wire.status ?? wire.status_code),
    ...readPlace(wire.url),
    body: readProviderBody(wire.raw),
  };
  return Object.values(error).some((field) => field !== null) ? [error] : [];
}
