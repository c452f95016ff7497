import type { Call, ProviderError } from '../evidence/evidence.ts';
import { ASSUMED_ORIGIN } from '../evidence/fragment.ts';
import type { LinkedAccount } from '../evidence/linked-account.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { labelOf } from '../knowledge/label-of.ts';

/** Why a diagnosis holds, in words: what was read, and where. */

/** What a provider's answer shows, and whose it is. */
export function errorReasons(
  call: Call,
  error: ProviderError,
  { index, knowledge }: { readonly index: number; readonly knowledge: Knowledge },
): readonly string[] {
  const place = placeOf(call, error, index);
  const label = error.provider === null ? null : labelOf(knowledge.labels, error.provider);
  return [
    ...(error.status === null ? [] : [`${place} has status ${error.status}`]),
    ...(error.host === null
      ? []
      : [label === null ? `${place} went to ${error.host}` : `${error.host} is ${label}'s`]),
    ...(error.host === null && label !== null ? [namedReason(call, label)] : []),
    ...(error.code === null ? [] : [`its code is \`${error.code}\``]),
  ];
}

/** Where it was read; a vendor's answer that is pasted bare has no `provider_errors` round it. */
function placeOf(
  { platformStatus, signals }: Call,
  { host }: ProviderError,
  index: number,
): string {
  if (platformStatus === null && host !== null) return 'the call';
  const isBare = signals.some(
    ({ kind, origin }) => kind === 'provider-status' && /^json:(?!.*provider)/i.test(origin),
  );
  return isBare ? 'the answer' : `provider_errors[${index}]`;
}

/** The paste does not name the provider; the settings of the channel say which is meant. */
export function isAssumed({ signals }: Call): boolean {
  return signals.some(({ kind, origin }) => kind === 'provider' && origin === ASSUMED_ORIGIN);
}

export function namedReason(call: Call, label: string): string {
  return isAssumed(call)
    ? `${label} is the provider of this channel's settings`
    : `${label} is named as the provider`;
}

export function statusReasons(call: Call): readonly string[] {
  const status = call.signals.find(({ kind }) => kind === 'status' || kind === 'status-name');
  const code = call.errorCode === null ? [] : [`the code is \`${call.errorCode}\``];
  if (status === undefined) return code;
  const how =
    status.origin === 'words:name-misspelt'
      ? `“${status.quote}” is close to the name of ${status.value}`
      : `“${status.quote}” (${status.origin})`;
  return [...new Set([how, ...code])];
}

export function accountReasons(account: LinkedAccount | undefined): readonly string[] {
  return account === undefined ? [] : [`StackOne says that the account is \`${account.status}\``];
}
