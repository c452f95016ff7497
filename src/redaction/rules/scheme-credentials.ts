import { startsWord } from '../boundary.ts';
import { isOpaque } from '../ordinary.ts';
import type { Rule } from '../rule.ts';

const BEARER =
  /\b(bearer(?:[ \t]|%20|\+|\\u0020){1,3}["'“”]?)([A-Za-z0-9](?:[\w.~+=/%-]|\\{1,7}\/)+)/gi;
const BASIC =
  /\b(basic(?:[ \t]|%20|\+|\\u0020){1,3}["'“”]?)([A-Za-z0-9](?:[\w+=/%-]|\\{1,7}\/|\\u003d)+)/gi;
/** curl -v: `* Server auth using Basic with user '…'`; with StackOne the user is the key. */
const CURL_USER = /(auth using [A-Za-z]+ with user ')([^'\n]+)/g;

/** Credentials that are announced by their scheme alone, without a header name in front. */
export const schemeCredentials: Rule = {
  name: 'scheme-credentials',
  patterns: [BEARER, BASIC, CURL_USER],
  applies: (text) => /bearer|basic/i.test(text),
  apply: (text, mask) =>
    text
      .replace(BEARER, (whole, before: string, token: string, at: number) =>
        startsWord(text, at) && isBearer(token) ? before + mask('bearer-token', token) : whole,
      )
      .replace(BASIC, (whole, before: string, pair: string) =>
        isBasic(pair) ? before + mask('basic-credentials', pair) : whole,
      )
      .replace(CURL_USER, (whole, before: string, user: string) =>
        user.startsWith('[redacted:') ? whole : before + mask('basic-credentials', user),
      ),
};

/** `Bearer token missing` and `Bearer realm="api"` hold no token. */
function isBearer(token: string): boolean {
  if (/^[a-z_]{1,20}=$/i.test(token)) return false;
  return isOpaque(token) || token.length >= 24 || (token.length >= 6 && /\d/.test(token));
}

/** `Basic authentication` is a word; credentials decode to `user:password`. */
function isBasic(pair: string): boolean {
  if (pair.length < 4) return false;
  if (/^[A-Z]?[a-z]+$/.test(pair)) return decodesToPair(pair);
  return /[=\d%]/.test(pair) ? pair.length >= 6 : /[a-z][A-Z]/.test(pair);
}

function decodesToPair(pair: string): boolean {
  return /^[\x20-\x7e]+:[\x20-\x7e]*$/.test(Buffer.from(pair, 'base64').toString('latin1'));
}
