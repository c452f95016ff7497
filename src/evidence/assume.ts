import type { Call, Evidence, Signal } from './evidence.ts';
import { ASSUMED_ORIGIN, isSpokenStatus, signal } from './fragment.ts';

/** What is meant where a paste names none: said by a channel's settings, not by the paste. */
export interface Assumed {
  /** The vendor's short name. */
  readonly provider?: string | undefined;
  /** Of a linked account. */
  readonly accountId?: string | undefined;
}

/**
 * Fills in what the paste leaves open, and nothing else. A provider only where nobody is named, neither a vendor nor
 * StackOne itself, or where a provider's answer is shown and does not say whose it is.
 */
export function assume(evidence: Evidence, { provider, accountId }: Assumed): Evidence {
  const named = provider === undefined ? evidence : withProvider(evidence, provider);
  return accountId === undefined ? named : withAccount(named, accountId);
}

function withProvider(evidence: Evidence, provider: string): Evidence {
  if (evidence.providers.length > 0) return evidence;
  const calls = evidence.calls.map((call) => callOf(call, evidence.aboutPlatform, provider));
  if (calls.every((call, at) => call === evidence.calls[at])) return evidence;
  return {
    ...evidence,
    calls,
    providers: [provider],
    signals: [...evidence.signals, assumed('provider', provider)],
  };
}

function callOf(call: Call, aboutPlatform: boolean, provider: string): Call {
  const isNamed =
    call.provider !== null || call.providerErrors.some((one) => one.provider !== null);
  const isOpen = call.providerErrors.some(({ host }) => host === null);
  const isSpoken = call.signals.some(isSpokenStatus);
  const isMeant = call.providerErrors.length > 0 ? isOpen : isSpoken && !aboutPlatform;
  if (!call.failed || isNamed || !isMeant) return call;
  return {
    ...call,
    provider,
    providerErrors: call.providerErrors.map((one) =>
      one.host === null ? { ...one, provider } : one,
    ),
    signals: [...call.signals, assumed('provider', provider)],
  };
}

/** Only where no request is named either: its log tells the account. */
function withAccount(evidence: Evidence, accountId: string): Evidence {
  if (evidence.accountIds.length > 0 || evidence.requestIds.length > 0) return evidence;
  if (!evidence.calls.some(({ failed }) => failed)) return evidence;
  return {
    ...evidence,
    accountIds: [accountId],
    calls: evidence.calls.map((call) => (call.failed ? { ...call, accountId } : call)),
    signals: [...evidence.signals, assumed('account-id', accountId)],
  };
}

function assumed(kind: Signal['kind'], value: string): Signal {
  return signal(kind, value, { origin: ASSUMED_ORIGIN, quote: "this channel's settings" });
}
