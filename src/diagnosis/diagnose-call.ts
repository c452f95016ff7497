import type { Call, Evidence, ProviderError } from '../evidence/evidence.ts';
import { isSpokenStatus } from '../evidence/fragment.ts';
import type { LinkedAccount } from '../evidence/linked-account.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { labelOf } from '../knowledge/label-of.ts';
import type { ErrorEntry } from '../knowledge/schema.ts';
import type { Candidate } from './candidate.ts';
import { fitOf, type Shown } from './match-when.ts';
import { isOwnToolOnly } from './named-tools.ts';
import { accountReasons, errorReasons, isAssumed, namedReason, statusReasons } from './reasons.ts';
import { ELSEWHERE, RULES, type RuleName, UNPLACED } from './rules.ts';

type SureRule = Exclude<RuleName, 'symptom'>;

/** Of a text that speaks of nothing that is StackOne's: it may be another system's. */
const UNCLEAR_SUBJECT = 0.9;

/** What went wrong in one call: the provider's own answer first, then the platform's view of it. */
export function diagnoseCall(
  at: number,
  evidence: Evidence,
  knowledge: Knowledge,
): readonly Candidate[] {
  const call = evidence.calls[at];
  if (call === undefined || !call.failed) return [];
  const account = evidence.accounts.find(({ id }) => id === call.accountId);
  const failure: Failure = { call, at, knowledge, account, words: evidence.words };
  const inner = innerCandidates(failure);
  const outer = outerCandidate(failure, inner.length > 0);
  const factor = call.certainty * subjectFactor(evidence);
  const isElsewhere = call.signals.some(({ kind }) => kind === 'foreign');
  const isOthers = evidence.aboutOther && (isElsewhere || !evidence.aboutPlatform);
  const ceiling = isOthers ? ELSEWHERE : isOwnTools(call, evidence, knowledge) ? 0.4 : 1;
  return [...inner, ...outer].map((candidate) => ({
    ...candidate,
    because: [...candidate.because, ...accountReasons(account)],
    confidence: Math.min(
      ceiling,
      isUnplaced(candidate, evidence) ? UNPLACED : 1,
      round(candidate.confidence * factor),
    ),
  }));
}

/** Its code is any system's, and nothing says that this one is StackOne's. */
function isUnplaced({ entry }: Candidate, { aboutPlatform }: Evidence): boolean {
  return entry.needsContext && !aboutPlatform;
}

/** `Slack returned 429 to our bot`: only a tool is named that people use every day without StackOne. */
function isOwnTools(call: Call, evidence: Evidence, knowledge: Knowledge): boolean {
  return (
    call.providerErrors.length === 0 &&
    evidence.providers.length > 0 &&
    evidence.providers.every((provider) => isOwnToolOnly(provider, evidence, knowledge))
  );
}

/** What is known of one failed call. */
interface Failure {
  readonly call: Call;
  /** Index into `evidence.calls`. */
  readonly at: number;
  readonly knowledge: Knowledge;
  /** What StackOne said of its linked account, where it was asked. */
  readonly account: LinkedAccount | undefined;
  /** What stands around it. */
  readonly words: string;
}

/** A long text that never names the platform may be another system's; a short question is asked of us. */
function subjectFactor(evidence: Evidence): number {
  const isAsked = evidence.paste.form === 'status' || evidence.paste.form === 'question';
  return evidence.aboutPlatform || isAsked ? 1 : UNCLEAR_SUBJECT;
}

/** One for each different answer of the provider. */
function innerCandidates(failure: Failure): readonly Candidate[] {
  const told = failure.call.providerErrors.filter(
    ({ status, code, message, marks }) =>
      status !== null || code !== null || message !== null || marks.length > 0,
  );
  const found = told.flatMap((error, index) => {
    const candidate = ofProviderError(failure, error, index);
    return candidate === undefined
      ? []
      : [{ ...candidate, relation: index === 0 ? ('decisive' as const) : ('other' as const) }];
  });
  // Words without a status that no entry knows: the platform's status is all there is, as with a name alone.
  return found.length === 0 && told.every(({ status }) => status === null)
    ? byVendorName(failure)
    : found;
}

function ofProviderError(
  failure: Failure,
  error: ProviderError,
  index: number,
): Candidate | undefined {
  const { call, at, knowledge } = failure;
  const shown = showOf(failure, error);
  const because = errorReasons(call, error, { index, knowledge });
  const base = {
    call: at,
    source: call,
    shown,
    status: error.status,
    vendor: error.provider,
    because,
    relation: 'decisive' as const,
  };
  const own =
    error.provider === null ? undefined : bestVendorEntry(error.provider, shown, knowledge);
  if (own !== undefined)
    return { ...base, entry: own, ...by(isAssumed(call) ? 'vendor-assumed' : 'vendor-answer') };
  const general =
    errorEntry(knowledge, `provider/${error.status}`) ??
    errorEntry(knowledge, `http/${error.status}`);
  return general === undefined ? undefined : { ...base, entry: general, ...by('provider-status') };
}

/**
 * A status that no vendor gave: StackOne's log tells of no answer of the provider, or it is the one that StackOne keeps
 * for accounts whose integration is off (docs, error codes, seen 2026-11-23).
 */
function isPlatformsOwn({ call, knowledge, words }: Failure): boolean {
  const { platformStatus, signals } = call;
  return (
    platformStatus === 412 ||
    signals.some(({ origin }) => origin === 'log:status') ||
    saysPlatformsOwn(`${call.message ?? ''}\n${words}`, platformStatus, knowledge)
  );
}

/** A sentence that is StackOne's whatever the status, so the tables ask for no status beside it: `path.id is missing`. */
function saysPlatformsOwn(text: string, status: number | null, knowledge: Knowledge): boolean {
  const entry = errorEntry(knowledge, `stackone/${status}`);
  const said = text.toLowerCase();
  return (entry?.variants ?? [])
    .flatMap(({ when }) => [when ?? []].flat())
    .some(
      ({ phrases, platformStatus, providerStatus }) =>
        platformStatus === undefined &&
        providerStatus === undefined &&
        phrases?.some((phrase) => said.includes(phrase.toLowerCase())) === true,
    );
}

/** "lever 429": the vendor is named and no provider's answer is shown, so the status may be the vendor's. */
function byVendorName(failure: Failure): readonly Candidate[] {
  const { call, at, knowledge } = failure;
  if (call.provider === null || call.platformStatus === null) return [];
  if (isPlatformsOwn(failure)) return [];
  const shown: Shown = { ...showOf(failure), providerStatus: call.platformStatus };
  const own = bestVendorEntry(call.provider, shown, knowledge);
  if (own === undefined) return [];
  return [
    {
      entry: own,
      ...by(namingRule(call)),
      relation: 'decisive',
      call: at,
      source: call,
      shown,
      status: call.platformStatus,
      vendor: call.provider,
      because: [
        ...statusReasons(call),
        namedReason(call, labelOf(knowledge.labels, call.provider)),
      ],
    },
  ];
}

/** By how the vendor came to be known. */
function namingRule(call: Call): SureRule {
  if (isAssumed(call)) return 'vendor-assumed';
  const { signals } = call;
  if (signals.some(isSpokenStatus)) return 'vendor-name';
  const isField = signals.some(
    ({ kind, origin }) => kind === 'provider' && !origin.startsWith('words:'),
  );
  return isField ? 'vendor-field' : 'vendor-beside';
}

/** The platform's own entry for its status, or for a machine string or sentence where no status is shown. */
function outerCandidate(failure: Failure, hasInner: boolean): readonly Candidate[] {
  const { call, at, knowledge } = failure;
  const shown = showOf(failure);
  const base = {
    call: at,
    source: call,
    shown,
    vendor: null,
    because: statusReasons(call),
    relation: hasInner ? ('wrapper' as const) : ('decisive' as const),
  };
  if (call.platformStatus === null) return hasInner ? [] : bySentence(base, knowledge);
  const entry =
    errorEntry(knowledge, `stackone/${call.platformStatus}`) ??
    errorEntry(knowledge, `http/${call.platformStatus}`);
  if (entry === undefined) return [];
  const own = entry.id.startsWith('http/') ? 'http-status' : 'platform-status';
  return [{ ...base, entry, status: call.platformStatus, ...by(hasInner ? 'wrapper' : own) }];
}

/** No status is shown, but a machine string or a sentence of StackOne's that only one entry has. */
function bySentence(
  base: Omit<Candidate, 'entry' | 'status' | 'confidence' | 'rule'>,
  knowledge: Knowledge,
): readonly Candidate[] {
  const best = ['stackone', 'http']
    .flatMap((subject) => knowledge.byVendor(subject))
    .flatMap((entry) =>
      entry.kind === 'error' ? [{ entry, fit: bestFit(entry, base.shown) }] : [],
    )
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)[0];
  if (best === undefined) return [];
  const said = base.shown.codes[0] ?? base.shown.texts[0] ?? '';
  return [
    {
      ...base,
      entry: best.entry,
      status: null,
      ...by('phrase'),
      because: [`the answer says “${said.slice(0, 100)}”`],
    },
  ];
}

function bestFit({ when, variants }: ErrorEntry, shown: Shown): number {
  return Math.max(fitOf(when, shown), ...variants.map((variant) => fitOf(variant.when, shown)));
}

function bestVendorEntry(
  vendor: string,
  shown: Shown,
  knowledge: Knowledge,
): ErrorEntry | undefined {
  return knowledge
    .byVendor(vendor)
    .flatMap((entry) => (entry.kind === 'error' ? [{ entry, fit: vendorFit(entry, shown) }] : []))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)[0]?.entry;
}

/** The causes that an entry of a status knows by code or words tell it too, where the status is not shown. */
function vendorFit(entry: ErrorEntry, shown: Shown): number {
  const fit = fitOf(entry.when, shown);
  return fit > 0 || shown.providerStatus !== null ? fit : bestFit(entry, shown);
}

function errorEntry(knowledge: Knowledge, id: string): ErrorEntry | undefined {
  const entry = knowledge.entries.get(id);
  return entry?.kind === 'error' ? entry : undefined;
}

function showOf({ call, account }: Failure, error?: ProviderError): Shown {
  const present = (values: readonly (string | null | undefined)[]): readonly string[] =>
    values.filter((value) => value !== null && value !== undefined);
  return {
    providerStatus: error?.status ?? null,
    platformStatus: call.platformStatus,
    codes: present([error?.code, call.errorCode, ...(error?.marks ?? [])]),
    texts: present([error?.message, error?.code, call.message, ...(error?.marks ?? [])]),
    paths: present([error?.path, call.path]),
    accountStatus: account?.status ?? null,
  };
}

function by(rule: SureRule): Pick<Candidate, 'rule' | 'confidence'> {
  return { rule, confidence: RULES[rule].sure };
}

export function round(confidence: number): number {
  return Math.round(Math.max(0, Math.min(1, confidence)) * 1000) / 1000;
}
