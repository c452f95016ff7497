import { startsName } from '../boundary.ts';
import { createEdits, type Span } from '../edits.ts';
import { ordinaryPatterns } from '../ordinary.ts';
import { readValue, readValuePatterns, type Value } from '../read-value.ts';
import type { Rule } from '../rule.ts';
import { type Assignment, assignmentPatterns, readAssignment } from './assignment.ts';
import { authorizationEnd, authorizationPatterns } from './authorization-value.ts';
import { continuedEnd, continuedPatterns } from './continued.ts';
import { cookiePatterns, cookieSpans } from './cookie-values.ts';
import { isSecret } from './judge.ts';
import { shapeOf } from './key-shapes.ts';
import type { NameRow } from './name-row.ts';
import { createNameScan } from './name-scan.ts';
import { numberPatterns, readNumber } from './number-values.ts';
import { personNames } from './person-names.ts';
import { personPatterns, readFigure, readPerson } from './person-values.ts';
import { HARMLESS_BEFORE, secretNames } from './secret-names.ts';

const HEADER = /[^\s"'`\\<>[\]]+/y;
/** From one string of a list to the next. */
const NEXT_IN_LIST = /\\{0,31}["'\x60]\s{0,40},\s{0,40}(?=\\{0,31}["'\x60])/y;
const MAX_LIST = 100;

export const names = createNameScan([...secretNames, ...personNames]);

/** Values behind secret-looking names, in any notation: JSON at any depth, headers, forms, queries, printed objects. */
export const namedValues: Rule = {
  name: 'named-values',
  patterns: [
    ...continuedPatterns,
    HARMLESS_BEFORE,
    HEADER,
    NEXT_IN_LIST,
    ...assignmentPatterns,
    ...authorizationPatterns,
    ...cookiePatterns,
    ...numberPatterns,
    ...ordinaryPatterns,
    ...personPatterns,
    ...readValuePatterns,
  ],
  applies: () => true,
  apply(text, mask) {
    const edits = createEdits(text);
    for (let at = names.next(text, 0); at < text.length; at = names.next(text, at + 1)) {
      const found = nameAt(text, at);
      if (found === undefined) continue;
      for (const [start, first] of secretSpans(text, found)) {
        const end = continuedEnd(text, first, found.row);
        const secret = text.slice(start, end);
        const words = mask(shapeOf(secret.replace(/:$/, '')) ?? found.row.kind, secret);
        edits.replace(
          start,
          end,
          isJsonNumber(text, start, secret, found) ? quoted(words, found) : words,
        );
        at = Math.max(at, end - 1);
      }
    }
    return edits.result();
  },
};

interface Found extends Assignment {
  readonly row: NameRow;
  /** The name is a whole text of its own: `"last_name", "Roe"`, not `"Field required: lastname", "errorCode"`. */
  readonly isQuoted: boolean;
}

function nameAt(text: string, at: number): Found | undefined {
  for (const { row, end } of names.at(text, at)) {
    const assignment = readAssignment(text, end);
    if (assignment === undefined) continue;
    if (row.wholeWord && !startsName(text, at)) continue;
    const before = text.slice(Math.max(0, at - 16), at);
    if (before.endsWith('[redacted:') || HARMLESS_BEFORE.test(before)) continue;
    return { row, ...assignment, isQuoted: /["'`”’]$/.test(before) };
  }
  return undefined;
}

function secretSpans(text: string, found: Found): readonly Span[] {
  const { row, at, separator } = found;
  const value = readValue(text, at, separator.startsWith('%'));
  if (row.accept === 'cookie') return cookieSpans(text, at, value);
  const spans: Span[] = [];
  for (let each = value, count = 0; count < MAX_LIST; count += 1) {
    const end = secretEnd(text, each, found);
    if (end !== undefined) spans.push([each.start, end]);
    if (!each.quoted || !opensList(text, at, value)) break;
    NEXT_IN_LIST.lastIndex = each.end;
    if (!NEXT_IN_LIST.test(text)) break;
    each = readValue(text, NEXT_IN_LIST.lastIndex);
  }
  return spans;
}

function opensList(text: string, at: number, value: Value): boolean {
  return text.slice(at, value.start).includes('[');
}

function secretEnd(text: string, value: Value, found: Found): number | undefined {
  const { row } = found;
  switch (row.accept) {
    case 'authorization':
      return authorizationEnd(text, value);
    case 'digits':
    case 'ip':
      return readNumber(text, value, row.accept);
    case 'person':
    case 'place':
    case 'street':
      if (found.separator === ',' && !found.isQuoted) return undefined;
      if (found.strength === 'weak' && !value.quoted && !isName(text, value)) return undefined;
      return readPerson(text, value, row.accept);
    case 'date':
    case 'amount':
      return readFigure(text, value, row.accept);
    case 'header':
      return isSecret(text, value, row, found) ? headerEnd(text, value) : undefined;
    default:
      return isSecret(text, value, row, found) ? value.end : undefined;
  }
}

/** On the next line, a word with a colon is the next field, and a small one belongs to a sentence. */
function isName(text: string, { start, end }: Value): boolean {
  return /\p{Lu}/u.test(text.charAt(start)) && !/[:=]/.test(text.charAt(end));
}

/** `t=1492774577,v1=…`: one value to the one who checks it. */
function headerEnd(text: string, value: Value): number {
  if (value.quoted) return value.end;
  HEADER.lastIndex = value.start;
  return HEADER.test(text) ? HEADER.lastIndex : value.end;
}

/** A number without quotes in JSON: the words in its place need quotes, so that the JSON still parses. */
function isJsonNumber(text: string, start: number, secret: string, found: Found): boolean {
  if (found.separator !== ':' || !found.nameQuote.endsWith('"')) return false;
  return /^[\d.eE+-]+$/.test(secret) && !/["']/.test(text.charAt(start - 1));
}

function quoted(words: string, { nameQuote }: Found): string {
  return nameQuote + words + nameQuote;
}
