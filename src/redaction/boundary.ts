/**
 * What can stand before the first letter of a token. Pastes are JSON-escaped, form-encoded or coloured, so the `n` of
 * a literal `\n`, the digits of `%3D` or `\u003d` and the `m` of a colour code are no part of the word that follows.
 */
const BEFORE =
  /(?:^|[^A-Za-z0-9]|\\[bfnrtv]|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|%[\dA-Fa-f]{2}|\[[\d;]{1,8}m)$/;

const LONGEST = 12;

export const boundaryPatterns: readonly RegExp[] = [BEFORE];

/** Whether a word starts at this offset, rather than going on. */
export function startsWord(text: string, at: number): boolean {
  if (at === 0 || !isAlphanumeric(text.charCodeAt(at - 1))) return true;
  return mayBeEscape(text, at) && BEFORE.test(text.slice(Math.max(0, at - LONGEST), at));
}

/** The same for names: a hump (`clientIp`) starts a word too. */
export function startsName(text: string, at: number): boolean {
  if (startsWord(text, at)) return true;
  return /[A-Z]/.test(text.charAt(at)) && /[a-z]/.test(text.charAt(at - 1));
}

/** An escape of two, three, four or six characters, or the end of a colour: most words are told by this alone. */
function mayBeEscape(text: string, at: number): boolean {
  if (text.charAt(at - 1) === 'm' || text.charAt(at - 2) === '\\') return true;
  return (
    text.charAt(at - 3) === '%' || text.charAt(at - 4) === '\\' || text.charAt(at - 6) === '\\'
  );
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
