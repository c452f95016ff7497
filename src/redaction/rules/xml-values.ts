import { isOrdinary } from '../ordinary.ts';
import type { Rule } from '../rule.ts';
import { shapeOf } from './key-shapes.ts';

/** `<wsse:Password Type="…">…</wsse:Password>`: SOAP of HR systems carries credentials in the body; `&lt;` when escaped. */
const ELEMENT =
  /((?:<|&lt;)(?:\w{1,20}:)?\w{0,20}(password|passwd|secret|token|api-?_?key|sessionid|binarysecuritytoken)\b[^<>&]{0,200}(?:>|&gt;))\s{0,40}([^<>&\s][^<>&]{0,4000})/gi;

/** Secrets that are the text of an XML element. */
export const xmlValues: Rule = {
  name: 'xml-values',
  patterns: [ELEMENT],
  applies: (text) => text.includes('>') || text.includes('&gt;'),
  apply: (text, mask) =>
    text.replace(ELEMENT, (whole, tag: string, name: string, content: string) => {
      const secret = content.trimEnd();
      if (isOrdinary(secret)) return whole;
      const kind = shapeOf(secret) ?? (/^pass/i.test(name) ? 'password' : 'secret');
      return tag + mask(kind, secret);
    }),
};
