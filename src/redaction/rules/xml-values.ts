import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { isOurs, rowOf } from './field.ts';
import { shapeOf } from './key-shapes.ts';

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
  },
};
