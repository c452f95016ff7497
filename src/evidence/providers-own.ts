import type { Fragment } from './fragment.ts';

/** What stands inside a provider's answer is the provider's: other readers that met it there took it for the platform's. */
export function withoutProvidersOwn(
  text: string,
  fragments: readonly Fragment[],
): readonly Fragment[] {
  const foreign = new Set(fragments.flatMap(({ foreignIds }) => foreignIds ?? []));
  const answerAround = indexAnswers(fragments);
  return fragments.filter(
    (fragment) => !repeatsId(fragment, foreign) && !repeatsStatus(fragment, answerAround, text),
  );
}

/** A label that only repeats what stands inside a provider's answer is no request's. */
function repeatsId({ kind, requestId }: Fragment, foreign: ReadonlySet<string>): boolean {
  return kind === 'context' && requestId !== undefined && foreign.has(requestId);
}

type Around = (offset: number) => Fragment | undefined;

/** Finds the last record of provider errors that begins before an offset; only those in which the platform gives no status. */
function indexAnswers(fragments: readonly Fragment[]): Around {
  const answers = fragments
    .filter(
      ({ providerErrors, platformStatus }) =>
        platformStatus === undefined && (providerErrors?.length ?? 0) > 0,
    )
    .toSorted((one, other) => one.span[0] - other.span[0]);
  return (offset) => {
    let [low, high] = [0, answers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((answers[middle]?.span[0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return answers[low - 1];
  };
}

/** `"status": 401` of `provider_errors[0]`, where the object around it gives no status: the platform's is not shown. */
function repeatsStatus(
  { kind, platformStatus, span, signals }: Fragment,
  answerAround: Around,
  text: string,
): boolean {
  if (kind !== 'response' || !signals.some(({ origin }) => origin === 'text:status')) return false;
  const answer = answerAround(span[0]);
  return (
    answer !== undefined &&
    span[1] <= answer.span[1] &&
    (answer.providerErrors ?? []).some(({ status }) => status === platformStatus) &&
    isField(text, span)
  );
}

/** A key with its value behind a brace, a comma or a new line; `HTTP error! status: 401` is a sentence. */
function isField(text: string, [start, end]: Fragment['span']): boolean {
  return (
    /(?:^|[{[(,\n])[\s\\]{0,40}["']?$/.test(text.slice(Math.max(0, start - 48), start)) &&
    /^status(?:[ _-]?code)?[\\"']{0,4}\s{0,2}[:=]/i.test(text.slice(start, end))
  );
}
