import type { Fragment } from './fragment.ts';
import { readAddress } from './urls.ts';

/** Whether two pieces that stand close to each other tell of one call, the second of what is known of it by the first. */
export function isOneCall(before: Fragment, fragment: Fragment): boolean {
  if (!sameIds(before, fragment)) return false;
  if (isHead(before) && isHead(fragment)) return false;
  if (isOfOther(before, fragment)) return false;
  if (before.kind === 'record' && fragment.kind === 'record')
    if (!AGAIN.some((isSame) => isSame(before, fragment))) return false;
  return (
    before.platformStatus === fragment.platformStatus ||
    fragment.platformStatus === undefined ||
    before.platformStatus === undefined
  );
}

function sameIds(one: Fragment, other: Fragment): boolean {
  return (
    one.requestId === undefined ||
    other.requestId === undefined ||
    one.requestId === other.requestId
  );
}

/** Why two printed records that stand close to each other are one call. */
const AGAIN: readonly ((before: Fragment, fragment: Fragment) => boolean)[] = [
  isAnswerOf,
  isItsBody,
  isItsError,
  isItsAnswerAgain,
];

/** A line that says what was called and what came back, and then the body of that answer: one call. */
export function isAnswerOf(line: Fragment, body: Fragment): boolean {
  const isLine = line.url !== undefined && line.message === undefined && !line.providerErrors;
  const isBody = body.url === undefined && (body.message ?? body.providerErrors) !== undefined;
  const isOthers =
    line.accountId !== undefined &&
    body.accountId !== undefined &&
    line.accountId !== body.accountId;
  return isLine && isBody && !isOthers && body.span[0] - line.span[1] <= ANSWER_CHARS;
}

/** Somebody names two vendors with the same status. */
function isOfOther(one: Fragment, other: Fragment): boolean {
  return (
    one.kind === 'words' &&
    other.kind === 'words' &&
    one.provider !== undefined &&
    other.provider !== undefined &&
    one.provider !== other.provider
  );
}

/** A printed head of a response: the next one is the next response, whatever its status. */
function isHead({ signals }: Fragment): boolean {
  return signals.some(({ origin }) => origin === 'http:status-line');
}

/** So far stands an answer from the line of its call, with the frames of a stack between them. */
const ANSWER_CHARS = 1_200;

/** So far stands an answer from the line that announces it: `POST https://… -> 422 {"error": …}`. */
export const BODY_CHARS = 200;

/** A printed answer right behind the line that names the call, and of no other status. */
function isItsBody(call: Fragment, { span, url, platformStatus, answer }: Fragment): boolean {
  return (
    answer !== undefined &&
    call.answer === undefined &&
    (call.providerErrors?.length ?? 0) === 0 &&
    url === undefined &&
    span[0] - call.span[1] <= BODY_CHARS &&
    (platformStatus === undefined || platformStatus === call.platformStatus)
  );
}

/** The line of a call, and then the error object of the same address. */
function isItsError(
  line: Fragment,
  { span, url, platformStatus, message, providerErrors }: Fragment,
): boolean {
  return (
    (message ?? providerErrors) !== undefined &&
    line.url !== undefined &&
    url !== undefined &&
    line.message === undefined &&
    (line.providerErrors?.length ?? 0) === 0 &&
    line.platformStatus === platformStatus &&
    span[0] - line.span[1] <= ANSWER_CHARS &&
    isSameAddress(line.url, url)
  );
}

/** The provider's answer that the call before has told already, word for word, and nothing of another call. */
function isItsAnswerAgain(
  call: Fragment,
  { span, url, providerErrors, ...answer }: Fragment,
): boolean {
  return (
    call.url !== undefined &&
    url === undefined &&
    (providerErrors?.length ?? 0) > 0 &&
    call.platformStatus === answer.platformStatus &&
    span[0] - call.span[1] <= BODY_CHARS &&
    JSON.stringify(call.providerErrors) === JSON.stringify(providerErrors)
  );
}

export function isSameAddress(one: string, other: string): boolean {
  return readAddress(one).path === readAddress(other).path;
}
