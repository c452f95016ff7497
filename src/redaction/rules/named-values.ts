import { startsName } from '../boundary.ts';
import { createEdits, type Edits } from '../edits.ts';
import { isOpaque, isOrdinary, isRandom, ordinaryPatterns } from '../ordinary.ts';
import { readValue, readValuePatterns, type Value } from '../read-value.ts';
import type { Mask, Rule } from '../rule.ts';
import { withoutPlaceholders } from '../rule.ts';
import { authorizationEnd, authorizationPatterns } from './authorization-value.ts';
import { cookiePatterns, cookieSpans } from './cookie-values.ts';
import { shapeOf } from './key-shapes.ts';
import { numberPatterns, readNumber } from './number-values.ts';
import { HARMLESS_BEFORE, type SecretName, secretNames } from './secret-names.ts';

const QUOTE = String.raw`(?:\\{0,31}["'\x60”“’‘]|&quot;|&#34;|&#39;|%22)`;
const GAP = String.raw`[ \t\u00a0\u200b]{0,12}(?:\x1b\[[\d;]{0,12}m){0,2}`;
const SUFFIX = '(?:[-_]?(?:hash|value|string|header|plain|confirmation))?';
/** `name: `, `"name": `, `name=`, `'name' => `, `[name] => `, `name%3D`, `name is `. */
const ASSIGNED = String.raw`(${QUOTE})?\]?${GAP}(=>|:=|->|[:=]|%3[AD]|is[ \t])`;
/** `('name', 'value')` and `{"name":"…","value":"…"}`, as HAR, Postman and Python's requests print headers. */
const PAIRED = String.raw`${QUOTE}\s{0,80},\s{0,80}(?:${QUOTE}?value${QUOTE}?\s{0,8}[:=]>?\s{0,80})?(?=b?${QUOTE})`;

const NAMED = new RegExp(
  `(?:${secretNames.map(({ source }) => `(${source})`).join('|')})${SUFFIX}(?:${ASSIGNED}|${PAIRED})`,
  'gi',
);

const HEADER = /[^\s"'`\\<>[\]]+/y;

interface Found {
  readonly row: SecretName;
  readonly at: number;
  /** The quote that closed the name, where an assignment follows it. */
  readonly nameQuote: string;
  readonly separator: string | undefined;
}

/** Values behind secret-looking names, in any notation: JSON at any depth, headers, forms, queries, printed objects. */
export const namedValues: Rule = {
  name: 'named-values',
  patterns: [
    // The parts of NAMED: each is bounded, so the whole is, but together they are too much for a checker.
    ...secretNames.map(({ source }) => new RegExp(source, 'gi')),
    new RegExp(ASSIGNED, 'gi'),
    new RegExp(PAIRED, 'gi'),
    HARMLESS_BEFORE,
    HEADER,
    ...authorizationPatterns,
    ...cookiePatterns,
    ...numberPatterns,
    ...ordinaryPatterns,
    ...readValuePatterns,
  ],
  applies: () => true,
  apply(text, mask) {
    const edits = createEdits(text);
    NAMED.lastIndex = 0;
    for (let match = NAMED.exec(text); match !== null; match = NAMED.exec(text)) {
      const found = readName(text, match);
      if (found === undefined) continue;
      const end = redactValue(text, found, edits, mask);
      if (end > NAMED.lastIndex) NAMED.lastIndex = end;
    }
    return edits.result();
  },
};

function readName(text: string, match: RegExpExecArray): Found | undefined {
  const group = match.findIndex((part, index) => index > 0 && part !== undefined);
  const row = secretNames[group - 1];
  if (row === undefined) return undefined;
  if (row.wholeWord && !startsName(text, match.index)) return undefined;
  const before = text.slice(Math.max(0, match.index - 16), match.index);
  if (before.endsWith('[redacted:') || HARMLESS_BEFORE.test(before)) return undefined;
  return {
    row,
    at: match.index + match[0].length,
    nameQuote: match[secretNames.length + 1] ?? '',
    separator: match[secretNames.length + 2],
  };
}

/** @returns where reading goes on */
function redactValue(text: string, found: Found, edits: Edits, mask: Mask): number {
  const { row, at, separator } = found;
  const value = readValue(text, at, separator?.startsWith('%'));
  const put = (start: number, end: number) => {
    const secret = text.slice(start, end);
    const words = mask(shapeOf(secret.replace(/:$/, '')) ?? row.kind, secret);
    edits.replace(start, end, isJsonNumber(secret, found, value) ? quoted(words, found) : words);
    return end;
  };
  switch (row.accept) {
    case 'authorization': {
      const end = authorizationEnd(text, value);
      return end === undefined ? at : put(value.start, end);
    }
    case 'cookie':
      return cookieSpans(text, at, value).reduce((_, [start, end]) => put(start, end), at);
    case 'digits':
    case 'ip': {
      const end = readNumber(text, value, row.accept);
      return end === undefined ? at : put(value.start, end);
    }
    case 'header':
      return isSecret(text, value, found) ? put(value.start, headerEnd(text, value)) : at;
    default:
      return isSecret(text, value, found) ? put(value.start, value.end) : at;
  }
}

/** `t=1492774577,v1=…`: one value to the one who checks it. */
function headerEnd(text: string, value: Value): number {
  if (value.quoted) return value.end;
  HEADER.lastIndex = value.start;
  return HEADER.test(text) ? HEADER.lastIndex : value.end;
}

function isSecret(text: string, value: Value, { row, separator }: Found): boolean {
  const words = text.slice(value.start, value.end);
  if (isOrdinary(words) || withoutPlaceholders(words).trim() === '') return false;
  if (/^[{(]|^\[(?!redacted:)/.test(words)) return false;
  if (row.accept === 'random') return isRandom(words);
  if (row.accept === 'opaque' || separator === undefined) return isOpaque(words);
  if (/^is/i.test(separator))
    return /\d/.test(words) && /^\S*[A-Za-z]\S*$/.test(words) && words.length > 4;
  if (row.kind === 'password') return !isWorkingDirectory(words) && !isTally(row, value, words);
  if (!value.quoted && separator === ':' && opensSentence(text, value, words)) return false;
  // Counts, such as `"token": 3`.
  return value.quoted || !/^\d{1,5}$/.test(words);
}

/** `PWD=/home/…` in a dump of the environment. */
function isWorkingDirectory(words: string): boolean {
  return /^\/[\w.-]+\//.test(words);
}

/** `pass: 12, fail: 0` of a test runner. */
function isTally(row: SecretName, value: Value, words: string): boolean {
  return row.wholeWord === true && !value.quoted && /^\d{1,5}$/.test(words);
}

/** `token: please check …`: a plain word with others behind it. */
function opensSentence(text: string, value: Value, words: string): boolean {
  return (
    /^\p{L}{1,16}$/u.test(words) && /^[ \t]{1,4}\p{L}/u.test(text.slice(value.end, value.end + 6))
  );
}

/** A number without quotes in JSON: the words in its place need quotes, so that the JSON still parses. */
function isJsonNumber(secret: string, { nameQuote, separator }: Found, value: Value): boolean {
  return (
    !value.quoted && separator === ':' && nameQuote.endsWith('"') && /^[\d.eE+-]+$/.test(secret)
  );
}

function quoted(words: string, { nameQuote }: Found): string {
  return nameQuote + words + nameQuote;
}
