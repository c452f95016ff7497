import { isUnsigned } from './clients.ts';
import { OTHER_SYSTEMS } from './everyday.ts';
import type { Call } from './evidence.ts';
import { isForeignAnswer } from './foreign-answers.ts';
import type { Fragment, LexiconIndex } from './fragment.ts';
import { bareHosts, speaksOfOther } from './other-voices.ts';
import { isNeutralHost, isPlatformHost, isPlatformPath, readAddress } from './urls.ts';

/** Whose system a paste is about. Both can be true: an app's log holds StackOne's answers and a database's too. */
export function readSubject(
  text: string,
  {
    calls,
    fragments,
    index,
    vendors,
  }: {
    readonly calls: readonly Call[];
    readonly fragments: readonly Fragment[];
    readonly index: LexiconIndex;
    /** That are named in words, are no tool of the reader's own, and cannot be a misspelt other word. */
    readonly vendors: readonly string[];
  },
): { readonly aboutPlatform: boolean; readonly aboutOther: boolean } {
  const hosts = fragments.flatMap(({ url }) => readAddress(url ?? '').host ?? []);
  const failed = calls.filter((call) => call.failed);
  const plain = text.length <= 20_000 ? withoutFiles(withoutGateways(text, fragments)) : '';
  const namesOther = OTHER_SYSTEMS.test(plain) || speaksOfOther(plain);
  return {
    aboutPlatform:
      namesPlatform(text) ||
      // Beside another system an everyday word is no vendor: git begins its lines with `remote:`.
      vendors.some((vendor) => !(namesOther && index.needsContext(vendor))) ||
      hosts.some(isPlatformHost) ||
      fragments.some(namesVendor) ||
      // No bank's account has twenty digits.
      (/\baccount/i.test(text) && fragments.some(({ accountId }) => accountId?.length === 20)) ||
      calls.some(isPlatforms),
    aboutOther:
      fragments.some(({ signals }) => signals.some(({ kind }) => kind === 'foreign')) ||
      fragments.some(({ answer }) => answer !== undefined && isForeignAnswer(answer)) ||
      namesOther ||
      isUnsigned(text, failed) ||
      failed.some(isOwnRoute) ||
      hosts.some(
        (host) =>
          !isPlatformHost(host) &&
          !isNeutralHost(host) &&
          !isVendorHost(host, index) &&
          !failed.some((call) => call.providerErrors.some((error) => error.host === host)),
      ) ||
      otherHosts(text, index) ||
      bareHosts(plain).some((host) => isElsewhere(host, index)),
  };
}

/** Gateways in front of StackOne sign their answers too: in a header, and below a printed head, `nginx` is nobody's system. */
function withoutGateways(text: string, fragments: readonly Fragment[]): string {
  const hasHead = fragments.some(({ signals }) =>
    signals.some(({ origin }) => origin === 'http:status-line'),
  );
  const rest = text.replace(GATEWAY_HEADER, '');
  return hasHead ? rest.replace(/<center>[^<\n]{1,60}<\/center>/g, '') : rest;
}

/** A header with its value in quotes or brackets, as objects print it, or as a line of its own: `Server:[nginx]`, `server: nginx`. */
const GATEWAY_HEADER =
  /\b(?:server|via|x-powered-by|x-served-by)["']?\s?(?:=>|:|=)\s?(?:\[?["']|\[)[\w./ ()-]{1,60}|^[< ]{0,4}(?:server|via|x-powered-by|x-served-by):[ \t]?[\w./-]{1,40}(?: \([\w ]{1,20}\))?[ \t]*$/gim;

/** A folder in a stack's frame names nobody's system: `/usr/share/rubygems-integration/all/gems/faraday-1.1.0/…`. */
function withoutFiles(text: string): string {
  return text.replace(/(?<![\w:/])\/(?:[\w.@+-]{1,80}\/){2,30}[\w.@+-]{1,80}:\d{1,6}/g, '');
}

/** The platform's name, its SDKs, its headers, its paths. */
export function namesPlatform(text: string): boolean {
  return /stack\s?one|\/unified\/(?:hris|ats|crm|lms|iam|marketing|documents|ticketing|accounting|screening|messaging|proxy)|x-account-id|provider_?errors|\bconnect_sessions\b|\bc28xIQ|\borigin_owner_(?:id|name)\b|\brecord_remote_id\b|\bunified_(?:custom_fields|warnings)\b|\bconnect(?:or)? (?:profile|session)s?\b|\bAccount[A-Z]\w{4,40}Error\b/i.test(
    text,
  );
}

/** A call whose shape is the platform's: provider errors, its paths, its error classes. */
function isPlatforms(call: Call): boolean {
  return (
    call.providerErrors.length > 0 ||
    (call.path !== null && isPlatformPath(call.path)) ||
    call.signals.some(
      ({ kind, origin }) =>
        kind === 'platform' || (kind === 'error-code' && origin.startsWith('json:errorCode')),
    )
  );
}

/** Addresses in plain text that are neither StackOne's nor neutral. */
function otherHosts(text: string, index: LexiconIndex): boolean {
  for (const match of text
    .slice(0, 20_000)
    .matchAll(/(?:https?:\/\/|\bhost(?:name)?=["'])([a-z0-9.-]{3,253})/gi)) {
    const host = (match[1] ?? '').toLowerCase();
    if (isElsewhere(host, index)) return true;
  }
  return false;
}

/** `POST /api/orders`: a path of the reader's own service; StackOne has none that begins so. */
function isOwnRoute({ path, providerErrors, signals }: Call): boolean {
  return (
    providerErrors.length === 0 &&
    /^\/(?:api|app|internal|admin|graphql)(?:\/|$)/.test(path ?? '') &&
    signals.every(({ origin }) => !/^json:/.test(origin))
  );
}

function isElsewhere(host: string, index: LexiconIndex): boolean {
  return !isPlatformHost(host) && !isNeutralHost(host) && !isVendorHost(host, index);
}

/** A system behind StackOne, unless people use it without StackOne every day. */
function isVendorHost(host: string, index: LexiconIndex): boolean {
  return index.vendorsOfHost(host, '').some((vendor) => !index.isEverydayTool(vendor));
}

/** An address of a vendor stands in the text by itself. */
function namesVendor({ kind, provider }: Fragment): boolean {
  return kind === 'context' && provider !== undefined;
}
