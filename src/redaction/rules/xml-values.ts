import { createEdits } from '../edits.ts';
import type { Mask, Rule } from '../rule.ts';
import { isOurs, rowOf } from './field.ts';
import { shapeOf } from './key-shapes.ts';

/** `<wsse:Password Type="…">…`: SOAP of HR systems carries credentials and people in the body; `&lt;` when escaped. */
const ELEMENT =
  /(?:<|&lt;)([A-Za-z_][\w:.-]{1,80})(?:\s[^<>&]{0,200})?(?:>|&gt;)\s{0,80}(?=[^<>&\s])/g;
/** `<field id="ssn">…`: BambooHR and others name their fields in an attribute. */
const FIELD =
  /(?:<|&lt;)(?:\w{1,20}:)?(?:field|property|attribute|param|parameter|entry|string|item|column|value)\s[^<>&]{0,200}?\b(?:id|name|key|code)\s?=\s?["']([\w.-]{2,60})["'][^<>&]{0,200}(?:>|&gt;)\s{0,80}(?=[^<>&\s])/gi;
const CONTENT = /[^<>&]{1,4000}/y;

/** Secrets and people that are the text of an XML element. */
export const xmlValues: Rule = {
  name: 'xml-values',
  patterns: [ELEMENT, FIELD, CONTENT],
  applies: (text) => text.includes('</') || text.includes('&lt;/') || /<\w/.test(text),
  apply: (text, mask) => withoutContents(withoutContents(text, ELEMENT, mask), FIELD, mask),
};

function withoutContents(text: string, pattern: RegExp, mask: Mask): string {
  const edits = createEdits(text);
  for (const match of text.matchAll(pattern)) {
    const row = rowOf((match[1] ?? '').replace(/^.*:/, ''));
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
}
