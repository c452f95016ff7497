import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** Found from the `@` outwards: a pattern that starts at the local part would try every word of a log. */
const DOMAIN =
  /(?:@|%40|\\u0040|&#64;|&#x40;)((?:[\p{L}\p{N}-]{1,63}\.){0,8}[\p{L}\p{N}-]{1,63})/giu;
const LOCAL_CHAR = /[\p{L}\p{N}._+'%=~-]/u;
/** RFC 5321, section 4.5.3.1.1. */
const MAX_LOCAL = 64;
const ESCAPE_TAIL = /^(?:.*(?:%(?!2[bB])[\da-fA-F]{2}|=))/su;
/** Endings of file and package names that look like a domain: `retina@2x.png`, `left-pad@1.3.0`. */
const NO_DOMAIN =
  /^\d+(?:\.\d+)*(?:$|[.x-])|\.(?:png|jpe?g|gif|svg|webp|m?js|cjs|ts|json|map|css|tgz|lock)$/i;
const TLD = /\.(?:\p{L}{2,24}|xn--[\da-z-]{2,59})$/iu;
/** Distribution tags of packages, which may stand at the very end of a paste. */
const TAGS = new Set(['latest', 'next', 'beta', 'alpha', 'canary', 'rc']);

/** `kim [at] example.com`: hidden from machines, not from people. */
const SPELT =
  /(?<![\w.+-])[a-z\d][\w.+-]{0,63} ?[[(] ?at ?[\])] ?(?:[a-z\d-]{1,63}(?:\.| ?[[(] ?dot ?[\])] ?)){1,4}[a-z]{2,24}\b/gi;

/** E-mail addresses, percent-encoded ones too, and one that a cut paste ends in. */
export const email: Rule = {
  name: 'email',
  patterns: [SPELT, DOMAIN, LOCAL_CHAR, ESCAPE_TAIL, NO_DOMAIN, TLD],
  applies: (text) => /@|%40|\\u0040|&#64;|&#x40;|[[(] ?at ?[\])]/i.test(text),
  apply(whole, mask) {
    const text = whole.replace(SPELT, (address) => mask('email', address));
    const edits = createEdits(text);
    for (const match of text.matchAll(DOMAIN)) {
      const domain = match[1] ?? '';
      const end = match.index + match[0].length;
      const local = readLocal(text, match.index);
      if (local === '' || local === 'git') continue;
      if (!isDomain(domain) && !isCutOff(text, end, domain, local)) continue;
      const start = match.index - local.length;
      edits.replace(start, end, mask('email', text.slice(start, end)));
    }
    return edits.result();
  },
};

function readLocal(text: string, at: number): string {
  let start = at;
  while (start > Math.max(0, at - MAX_LOCAL) && LOCAL_CHAR.test(text.charAt(start - 1))) start -= 1;
  // `q=email%3Akim%40…`: the letters after an escape are the address, the escape is not.
  // `'email': 'kim@…'`: a quote before the name is the printer's, one inside it is O'Brien's.
  const local = text.slice(start, at).replace(ESCAPE_TAIL, '').replace(/^'+/, '');
  const offset = at - local.length;
  // The `n` of a literal line break is not the first letter of a name.
  return text.charAt(offset - 1) === '\\' && /^[nrt]/.test(local) ? local.slice(1) : local;
}

function isDomain(domain: string): boolean {
  return TLD.test(domain) && !NO_DOMAIN.test(domain);
}

function isCutOff(text: string, end: number, domain: string, local: string): boolean {
  if (!/^(?:…|\.{0,3})$/.test(text.slice(end, end + 4))) return false;
  return !NO_DOMAIN.test(domain) && !TAGS.has(domain) && /\p{L}{2}/u.test(local);
}
