import { readAnswerWords } from './answer-words.ts';
import { isForeignAnswer } from './foreign-answers.ts';
import type { Fragment, LexiconIndex, ReadContext } from './fragment.ts';
import { isLooseObject, type LooseValue } from './loose-value.ts';
import { readBody, readStatus } from './provider-errors.ts';

const MAX_ANSWERS = 20;

/**
 * Answers that a vendor gave, pasted bare with the vendor's name beside them: those in which the vendor's table knows
 * a code or phrase, and those with a status in a shape that is not StackOne's. They take the place of what was read of
 * them without knowing whose they are, so that StackOne's view of the failure is not claimed where it is not shown.
 */
export function withVendorAnswers(
  fragments: readonly Fragment[],
  { vendor, context }: { readonly vendor: string | undefined; readonly context: ReadContext },
): readonly Fragment[] {
  if (vendor === undefined || !fragments.some(isBare)) return fragments;
  let left = MAX_ANSWERS;
  return fragments.map((fragment) => {
    if (left === 0 || !isBare(fragment)) return fragment;
    left -= 1;
    return asVendors(fragment, { vendor, context }) ?? fragment;
  });
}

function isBare({ answer, platformStatus, providerErrors, url }: Fragment): boolean {
  return (
    answer !== undefined &&
    (platformStatus === undefined || isForeignAnswer(answer)) &&
    providerErrors === undefined &&
    url === undefined
  );
}

function asVendors(
  fragment: Fragment,
  { vendor, context }: { readonly vendor: string; readonly context: ReadContext },
): Fragment | undefined {
  const { answer = null, platformStatus, ...rest } = fragment;
  const body = readBody(answer, undefined, { provider: vendor, context });
  const told = statusIn(answer) ?? platformStatus ?? null;
  const status = told ?? statusNamedBy(answer, context.index);
  const isTheirs = told === null ? status !== null : isForeignAnswer(answer);
  if (body.marks.length === 0 && !isTheirs) return undefined;
  return {
    ...rest,
    answer,
    kind: 'record',
    providerErrors: [{ status, host: null, path: null, ...body, provider: vendor }],
    failed: true,
    certainty: 0.95,
    // What was read as the platform's status is the vendor's.
    signals: fragment.signals.map((one) =>
      one.kind === 'status' ? { ...one, kind: 'provider-status' as const } : one,
    ),
  };
}

function statusIn(answer: LooseValue): number | null {
  return isLooseObject(answer) ? readStatus(answer['status'] ?? answer['errorCode']) : null;
}

/** `{"code": "Unauthorized"}`: one of its values is a status' own name, and no more. */
function statusNamedBy(answer: LooseValue, index: LexiconIndex): number | null {
  for (const value of readAnswerWords(answer, undefined).codes) {
    const status = index.statusOfPhrase(value);
    if (status !== undefined) return status;
  }
  return null;
}
