import { createEdits } from '../edits.ts';
import { isOrdinary } from '../ordinary.ts';
import type { Value } from '../read-value.ts';
import type { Rule } from '../rule.ts';
import { withoutPlaceholders } from '../rule.ts';
import { isSecret } from './judge.ts';
import { shapeOf } from './key-shapes.ts';
import type { NameRow } from './name-row.ts';
import { names } from './named-values.ts';
import { readNumber } from './number-values.ts';
import { readFigure, readPerson } from './person-values.ts';

/** `<wsse:Password Type="…">…`: SOAP of HR systems carries credentials and people in the body; `&lt;` when escaped. */
const ELEMENT =
  /(?:<|&lt;)([A-Za-z_][\w:.-]{1,80})(?:\s[^<>&]{0,200})?(?:>|&gt;)\s{0,80}(?=[^<>&\s])/g;
const CONTENT = /[^<>&]{1,4000}/y;

/** Secrets and people that are the text of an XML element. */
export const xmlValues: Rule = {
  name: 'xml-values',
  patterns: [ELEMENT, CONTENT],
  applies: (text) => text.includes('</') || text.includes('&lt;/') || /<\w/.test(text),
  apply(text, mask) {
    const edits = createEdits(text);
    for (const match of text.matchAll(ELEMENT)) {
      const row = rowOf(match[1] ?? '');
      if (row === undefined) continue;
      const start = match.index + match[0].length;
      CONTENT.lastIndex = start;
      if (!CONTENT.test(text)) continue;
      const end = start + text.slice(start, CONTENT.lastIndex).trimEnd().length;
      const secret = text.slice(start, end);
      if (isOurs(text, { start, end, quoted: true }, row))
        edits.replace(start, end, mask(shapeOf(secret) ?? row.kind, secret));
    }
    return edits.result();
  },
};

/** The row whose words the name of an element ends in. */
function rowOf(name: string): NameRow | undefined {
  const local = name.slice(name.lastIndexOf(':') + 1);
  for (let at = names.next(local, 0); at < local.length; at = names.next(local, at + 1)) {
    const found = names
      .at(local, at)
      .find(
        ({ row, end }) => end === local.length && (row.wholeWord !== true || startsWord(local, at)),
      );
    if (found !== undefined) return found.row;
  }
  return undefined;
}

function startsWord(name: string, at: number): boolean {
  return at === 0 || /[A-Z]/.test(name.charAt(at)) || /[^A-Za-z]/.test(name.charAt(at - 1));
}

function isOurs(text: string, value: Value, row: NameRow): boolean {
  const content = text.slice(value.start, value.end);
  switch (row.accept) {
    case 'authorization':
    case 'cookie':
      return !isOrdinary(content) && withoutPlaceholders(content).trim() !== '';
    case 'digits':
    case 'ip':
      return readNumber(text, value, row.accept) !== undefined;
    case 'date':
    case 'amount':
      return readFigure(text, value, row.accept) !== undefined;
    case 'person':
    case 'place':
    case 'street':
      return readPerson(text, value, row.accept) !== undefined;
    default:
      return isSecret(text, value, row, {
        at: value.start,
        nameQuote: '',
        separator: '=',
        strength: 'strong',
      });
  }
}
