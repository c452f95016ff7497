import type { Evidence } from '../evidence/evidence.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Variant } from '../knowledge/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Certainty, Diagnosis, PossibleCause, Retry } from './diagnosis.ts';
import { fitOf } from './match-when.ts';

/** Fills an entry's words with what is known of this very call. */
export function wordCandidate(
  candidate: Candidate,
  evidence: Evidence,
  knowledge: Knowledge,
): Diagnosis {
  const { entry, shown } = candidate;
  const variants = entry.kind === 'error' ? entry.variants : [];
  const fitting = bestVariant(variants, candidate);
  const system = systemOf(candidate, knowledge);
  const say = (text: string): string => fill(text, candidate, system);
  const possible =
    fitting === undefined
      ? variants.filter((variant) => variant.when === undefined || !isStatedOnly(variant))
      : [];
  return {
    id: entry.id,
    kind: entry.kind,
    title: say(fitting?.title ?? entry.title),
    status: candidate.status,
    system,
    rule: candidate.rule,
    confidence: candidate.confidence,
    certainty: certaintyOf(candidate.confidence),
    call: candidate.call,
    relation: candidate.relation,
    actor: fitting?.actor ?? entry.actor,
    cause: say(fitting?.cause ?? entry.cause),
    possible: possible.map((variant) => toPossible(variant, say)),
    fix: (fitting?.fix ?? entry.fix).map((step) => ({ who: say(step.who), do: say(step.do) })),
    check: say(fitting?.check ?? entry.check),
    note: noteOf(entry, say),
    retry: retryOf(candidate, evidence, {
      ...(fitting?.retry ?? entry.retry),
      advice: say((fitting?.retry ?? entry.retry).advice),
    }),
    because: [...candidate.because, ...variantReason(fitting, shown.codes)],
    escalate: entry.escalate,
    tips: entry.tips,
    sources: entry.sources.map(({ url, seen }) => ({ url, seen })),
  };
}

/** A fact that has ended says so; there is no clock here, so the reader compares the day with the failure's. */
function noteOf({ note, until }: Candidate['entry'], say: (text: string) => string): string | null {
  const ended = until === undefined ? [] : [`This held until ${until}.`];
  const parts = [...(note === undefined ? [] : [say(note)]), ...ended];
  return parts.length === 0 ? null : parts.join(' ');
}

function bestVariant(variants: readonly Variant[], { shown }: Candidate): Variant | undefined {
  return variants
    .map((variant) => ({ variant, fit: fitOf(variant.when, shown) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)[0]?.variant;
}

/** A cause that always announces itself by a code or a sentence is not worth guessing at when neither is there. */
function isStatedOnly({ when = [], check }: Variant): boolean {
  return (
    check === undefined &&
    [when].flat().some(({ codes, phrases, paths }) => (codes ?? phrases ?? paths) !== undefined)
  );
}

function toPossible(variant: Variant, say: (text: string) => string): PossibleCause {
  return {
    title: variant.title === undefined ? null : say(variant.title),
    cause: say(variant.cause),
    check: variant.check === undefined ? null : say(variant.check),
  };
}

function systemOf({ entry, vendor }: Candidate, knowledge: Knowledge): string {
  if (vendor !== null && !entry.id.startsWith('stackone/'))
    return knowledge.labels[vendor] ?? vendor;
  return entry.id.startsWith('provider/') ? 'The provider' : 'StackOne';
}

function fill(text: string, candidate: Candidate, system: string): string {
  if (!text.includes('{')) return text;
  const provider = system === 'StackOne' ? 'The provider' : system;
  const filled = text.replaceAll('{status}', String(candidate.status ?? 'this status'));
  // In the middle of a sentence an unnamed provider is written small.
  return provider === 'The provider'
    ? filled
        .replace(/(?<=[\p{L}\d,)`] )\{provider\}/gu, 'the provider')
        .replaceAll('{provider}', provider)
    : filled.replaceAll('{provider}', provider);
}

/** Statuses after which a write may have gone through all the same: contracts, section 4. */
const UNSURE_WRITES = new Set([408, 500, 502]);

function retryOf(
  { source, status, shown }: Candidate,
  evidence: Evidence,
  retry: {
    readonly verdict: Retry['verdict'];
    readonly afterSeconds?: number | undefined;
    readonly advice: string;
  },
): Retry {
  const innermost = shown.providerStatus ?? status;
  if (
    source?.method === 'POST' &&
    innermost !== null &&
    UNSURE_WRITES.has(innermost) &&
    retry.verdict !== 'no'
  ) {
    return {
      verdict: 'check-first',
      afterSeconds: null,
      advice:
        'This was a POST and it may have gone through: look for the record before you send it again.',
    };
  }
  const waits = retry.verdict === 'yes' || retry.verdict === 'check-first';
  return {
    verdict: retry.verdict,
    afterSeconds: waits ? (evidence.retryAfterSeconds ?? retry.afterSeconds ?? null) : null,
    advice: retry.advice,
  };
}

function variantReason(variant: Variant | undefined, codes: readonly string[]): readonly string[] {
  const code = [variant?.when ?? []]
    .flat()
    .flatMap((when) => when.codes ?? [])
    .find((wanted) => codes.some((one) => one.toLowerCase() === wanted.toLowerCase()));
  return code === undefined ? [] : [`\`${code}\` tells this cause from the others`];
}

export function certaintyOf(confidence: number): Certainty {
  return confidence >= 0.9 ? 'certain' : confidence >= 0.5 ? 'likely' : 'possible';
}
