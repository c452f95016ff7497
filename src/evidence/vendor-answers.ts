import { readAnswerWords } from './answer-words.ts';
import type { Fragment, ReadContext } from './fragment.ts';
import { isLooseObject } from './loose-value.ts';
import { readBody, readStatus } from './provider-errors.ts';

const MAX_ANSWERS = 20;

/**
 * Answers that a vendor gave, pasted bare with the vendor's name beside them: those in which the vendor's table knows
 * a code or phrase. They take the place of what was read of them without knowing whose they are.
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
    platformStatus === undefined &&
    providerErrors === undefined &&
    url === undefined
  );
}

function asVendors(
  fragment: Fragment,
  { vendor, context }: { readonly vendor: string; readonly context: ReadContext },
): Fragment | undefined {
  const { answer = null } = fragment;
  if (context.index.marksIn(vendor, readAnswerWords(answer, undefined)).length === 0)
    return undefined;
  const given = isLooseObject(answer) ? (answer['status'] ?? answer['errorCode']) : undefined;
  return {
    ...fragment,
    kind: 'record',
    providerErrors: [
      {
        status: readStatus(given),
        host: null,
        path: null,
        ...readBody(answer, undefined, { provider: vendor, context }),
        provider: vendor,
      },
    ],
    failed: true,
    certainty: 0.95,
  };
}
