import { createEdits } from '../edits.ts';
import type { Mask, Rule } from '../rule.ts';
import { createRunScan } from '../runs.ts';
import { anchoredShapes } from './anchored-shapes.ts';
import { keyShapes } from './key-shapes.ts';

/** Eight bytes: `a:secret`. */
const MIN_CHARS = 11;
const MAX_CHARS = 400;
const PAIR = /^[\x21-\x39\x3b-\x7e]{1,80}:[\x20-\x7e]{3,200}$/;
/** An address with a password in it: `postgres://user:password@host`. */
const USERINFO = /^[a-z][a-z\d+.-]{1,20}:\/\/[^\s/@:]{0,80}:[^\s/@]{3,200}@/i;
/** Node ids of GraphQL (`Candidate:123`), addresses and JSON are no credentials, and people need the ids. */
const NO_PAIR =
  /^[A-Za-z][\w.]{0,60}:(?:\d{1,20}|[\da-f]{8}-[\da-f-]{27})$|:\/\/|^[[{"]|^\w{1,20}:[a-z]{2,10}:/i;
/** A manifest of Kubernetes: every value below `data:` is a secret in base64. */
const KIND = /\bkind:[ \t]{0,8}["']?secret["']?[ \t]{0,8}(?:\r?$|\\n)/im;
const DATA =
  /(?:^|\\n)[ \t]{1,20}[\w.-]{1,80}:[ \t]{0,8}(?:[|>][+-]?[ \t]{0,4}\r?\n[ \t]{1,20})?["']?(?=[A-Za-z0-9+/]{10})/gm;
/** The same as JSON. */
const JSON_KIND = /["']kind["']\s{0,4}:\s{0,4}["']Secret["']/;
const JSON_DATA = /["']data["']\s{0,4}:\s{0,4}\{([^{}]{1,20000})\}/g;
const JSON_VALUE = /(:\s{0,4}["'])([A-Za-z0-9+/]{8,8000}={0,2})(?=["'])/g;
const VALUE = /[A-Za-z0-9+/]+={0,2}/y;

const base64Runs = createRunScan(/[A-Za-z0-9+/]/, MIN_CHARS);

/** A word of a query or a form with escapes in it. */
const ESCAPED = /[\w.~!*()-]{0,400}%[\dA-F]{2}[\w.~!*()%-]{4,800}/gi;

/** Secrets that only their encoding hides: `user:password` in base64, tokens in a query, a Kubernetes secret. */
export const encodedValues: Rule = {
  name: 'encoded-values',
  patterns: [PAIR, NO_PAIR, USERINFO, KIND, DATA, JSON_KIND, JSON_DATA, JSON_VALUE, VALUE, ESCAPED],
  applies: (text) => text.length >= MIN_CHARS,
  apply(text, mask) {
    const json = JSON_KIND.test(text) ? jsonManifest(text, mask) : text;
    const plain = json.includes('kind:') && KIND.test(json) ? manifest(json, mask) : json;
    return pairs(plain.includes('%') ? escaped(plain, mask) : plain, mask);
  },
};

/** A token whose `~`, `|` or `=` is escaped has not the look that its rule knows: it is looked at decoded. */
function escaped(text: string, mask: Mask): string {
  return text.replace(ESCAPED, (word) => {
    const kind = kindWithin(decoded(word));
    return kind === undefined ? word : mask(kind, word);
  });
}

function kindWithin(word: string): string | undefined {
  let kind: string | undefined;
  const note: Mask = (found) => {
    kind ??= found;
    return '';
  };
  keyShapes.apply(word, note);
  if (kind === undefined) anchoredShapes.apply(word, note);
  return kind;
}

function decoded(word: string): string {
  return word.replace(/%[\dA-F]{2}/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
}

function manifest(text: string, mask: Mask): string {
  const edits = createEdits(text);
  for (const match of text.matchAll(DATA)) {
    const start = match.index + match[0].length;
    VALUE.lastIndex = start;
    if (!VALUE.test(text)) continue;
    const value = text.slice(start, VALUE.lastIndex);
    if (value.length % 4 === 0 && /\d|=|[a-z][A-Z]/.test(value))
      edits.replace(start, VALUE.lastIndex, mask('secret', value));
  }
  return edits.result();
}

function jsonManifest(text: string, mask: Mask): string {
  return text.replace(JSON_DATA, (data) =>
    data.replace(JSON_VALUE, (_, before: string, value: string) => before + mask('secret', value)),
  );
}

function pairs(text: string, mask: Mask): string {
  const edits = createEdits(text);
  for (const [from, to] of base64Runs(text)) {
    const start = text.charAt(from - 1) === '\\' ? from + 1 : from;
    const end = to + (/^={1,2}/.exec(text.slice(to, to + 2))?.[0].length ?? 0);
    if (isPair(text.slice(start, Math.min(end, start + MAX_CHARS))))
      edits.replace(start, end, mask('basic-credentials', text.slice(start, end)));
  }
  return edits.result();
}

function isPair(token: string): boolean {
  if (token.length % 4 !== 0 || !/[a-z]/.test(token) || !/[A-Z]/.test(token)) return false;
  const decoded = Buffer.from(token, 'base64').toString('latin1');
  return (PAIR.test(decoded) && !NO_PAIR.test(decoded)) || USERINFO.test(decoded);
}
