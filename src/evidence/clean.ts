import { withoutLogPrefixes } from './log-prefix.ts';

/** Takes off what terminals, chat and phones put around a text. Offsets in evidence refer to the cleaned text. */
export function clean(text: string): string {
  let cleaned = text;
  for (const { cue, pattern, to } of steps) {
    if (cue !== undefined && !cue.test(cleaned)) continue;
    cleaned = typeof to === 'string' ? cleaned.replace(pattern, to) : cleaned.replace(pattern, to);
  }
  return withoutBoxes(withoutLogPrefixes(withoutQuoteMarks(cleaned)));
}

const steps: readonly {
  readonly cue?: RegExp;
  readonly pattern: RegExp;
  readonly to: string | ((match: string) => string);
}[] = [
  { pattern: /\r\n?/g, to: '\n' },
  // Colours and cursor moves: ECMA-48, section 5.4; bare `[31m` is what is left when a log viewer drops the escape.
  { cue: /\x1b/, pattern: /\x1b\[[0-9;?]{0,16}[A-Za-z]/g, to: '' },
  { cue: /(?:^|\s)\[\d{1,2}(?:;\d{1,2}){0,4}m/m, pattern: /\[\d{1,2}(?:;\d{1,2}){0,4}m/g, to: '' },
  { pattern: /[\u200b-\u200d\u2060\ufeff\u00ad]/g, to: '' },
  { pattern: /[\u00a0\u2007\u202f]/g, to: ' ' },
  // Full-width letters and digits, as Japanese and Chinese keyboards type them
  {
    cue: /[\uff01-\uff5e]/,
    pattern: /[\uff01-\uff5e]/g,
    to: (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  },
  // repair: curly quotes, as phones and Slack's composer put them
  { pattern: /[\u201c\u201d\u201e\u201f\u2033\uff02]/g, to: '"' },
  { pattern: /[\u2018\u2019\u201a\u201b\uff07]/g, to: "'" },
  // A list that chat made of lines
  { cue: /^[ \t]{0,8}[•◦▪‣]/m, pattern: /^[ \t]{0,8}[•◦▪‣][ \t]{0,4}/gm, to: '' },
  // Markdown links whose label is the address, and a link that Slack made inside an address
  {
    cue: /\]\(https?:/,
    pattern: /\[https?:\/\/[^\]\s]{1,1000}\]\((https?:\/\/[^)\s]{1,1000})\)/g,
    to: '$1',
  },
  {
    cue: /\/\/<https?:/,
    pattern: /(https?:\/\/)<https?:\/\/[^|<>\s]{1,300}\|([^<>\s]{1,300})>/g,
    to: '$1$2',
  },
  // Bold or slanted in chat: `→ *412*`, `_502 Bad Gateway_`
  {
    cue: /[*_~][2-5]\d\d/,
    pattern: /(?<![\w*~/])([*_~]{1,3})([2-5]\d\d(?: [A-Za-z][A-Za-z -]{1,40})?)\1(?![\w*~])/g,
    to: '$2',
  },
  // JSON in a cell of a CSV export (RFC 4180): `"{""statusCode"":502}"`
  { cue: /[{,]""[\w.-]{1,60}"":/, pattern: /""([^"\n]{0,300})""/g, to: '"$1"' },
  // A key or a value of an object that somebody made bold: `*"statusCode"*: 502`
  {
    cue: /\*"[\w .-]{1,60}"\*/,
    pattern: /(?<![\w*])\*("[^"*\n]{1,80}")\*(?![\w*])/g,
    to: '$1',
  },
  // JSON inside an address, as a form or a query carries it
  {
    cue: /%7B%22/i,
    pattern: /%7B%22(?:%[0-9a-f]{2}|[\w.~!*'()-]){1,20000}/gi,
    to: decoded,
  },
  // Slack's own escapes and links, in text that was copied out of an export or an API answer
  { cue: /<https?:/, pattern: /<(https?:\/\/[^|<>\s]{1,2000})(?:\|[^<>]{0,2000})?>/g, to: '$1' },
  { cue: /&(?:amp|lt|gt|quot|#39);/, pattern: /&quot;/g, to: '"' },
  { cue: /&#39;/, pattern: /&#39;/g, to: "'" },
  { cue: /&lt;/, pattern: /&lt;/g, to: '<' },
  { cue: /&gt;/, pattern: /&gt;/g, to: '>' },
  { cue: /&amp;/, pattern: /&amp;/g, to: '&' },
];

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Cut off in the middle of a letter.
    return encoded;
  }
}

/** A body in a box, wrapped at its width, as newman prints it; a table's top line has a corner at its end. */
function withoutBoxes(text: string): string {
  if (!/^[ \t]{0,8}\u250c/m.test(text)) return text;
  return text.replace(
    /^[ \t]{0,8}\u250c[^\n\u2510]{0,200}\n(?:[ \t]{0,8}\u2502 [^\n]{0,2000}\n){1,2000}/gm,
    unboxed,
  );
}

function unboxed(box: string): string {
  const [top = '', ...lines] = box.split('\n');
  return `${top}\n${lines.map((line) => line.replace(/^[ \t]{0,8}\u2502 /, '')).join('')}\n`;
}

/** A quoted mail or message, in whole or in part. `curl -v` prints `>` lines too, with `<` lines between: left alone. */
function withoutQuoteMarks(text: string): string {
  if (!/^[ \t]{0,4}>/m.test(text) || /^[ \t]{0,4}< /m.test(text)) return text;
  return text.replace(/^(?:[ \t]{0,4}>){1,6}[ \t]?/gm, '');
}
