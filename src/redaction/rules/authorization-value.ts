import { isOpaque, isOrdinary, schemeLength } from '../ordinary.ts';
import { bareEnd, readValue, type Value } from '../read-value.ts';
import { withoutPlaceholders } from '../rule.ts';

/** `username="…", response="…"` of Digest, AWS, OAuth 1 and Hawk: RFC 9110, section 11.4. */
const PARAMETER =
  /[ \t]{0,4},?[ \t]{0,4}[A-Za-z][\w-]{0,40}=(?:\\{0,7}"[^"\\\n]*\\{0,7}"|[^\s,"'\\=[\]][^\s,"'\\[\]]*)/y;
const FIRST_WORD = /[A-Za-z][\w-]{1,40}[ \t]{1,4}(?=\S)/y;

export const authorizationPatterns: readonly RegExp[] = [PARAMETER, FIRST_WORD];

/**
 * Where the value of an `authorization` header ends, scheme and all.
 *
 * @returns `undefined` where there are no credentials: nothing, a word, a sentence, a scheme alone
 */
export function authorizationEnd(text: string, value: Value): number | undefined {
  if (value.quoted)
    return isCredentials(text.slice(value.start, value.end)) ? value.end : undefined;
  FIRST_WORD.lastIndex = value.start;
  if (!FIRST_WORD.test(text)) return isAlone(text, value) ? value.end : undefined;
  const at = FIRST_WORD.lastIndex;
  const known = schemeLength(text.slice(value.start, at)) > 0;
  const end = parametersEnd(text, at) ?? credentialsEnd(text, at);
  const credentials = text.slice(at, end);
  const counts = known ? !isOrdinary(credentials) : isOpaque(credentials);
  if (counts && withoutPlaceholders(credentials).trim() !== '') return end;
  return isOpaque(text.slice(value.start, value.end)) ? value.end : undefined;
}

function isCredentials(content: string): boolean {
  if (isOrdinary(content) || withoutPlaceholders(content).trim() === '') return false;
  return !/^[{[(]/.test(content);
}

/** A value of one piece, without a scheme. */
function isAlone(text: string, value: Value): boolean {
  const content = text.slice(value.start, value.end);
  return isCredentials(content) && content.length > 1;
}

function parametersEnd(text: string, at: number): number | undefined {
  let end: number | undefined;
  PARAMETER.lastIndex = at;
  while (PARAMETER.test(text)) end = PARAMETER.lastIndex;
  return end;
}

function credentialsEnd(text: string, at: number): number {
  const quoted = readValue(text, at);
  return quoted.quoted ? quoted.end : bareEnd(text, at);
}
