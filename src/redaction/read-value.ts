/** A value in a paste, without its quotes. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

const QUOTE = String.raw`["'\x60“”„‟‘’‚«]|(?<=\\)u002[27]|&quot;|&#34;|&#39;|&apos;|%22|%27`;
/** What may stand before a value: blanks, `[`, `string(7)` of PHP, the `b` of Python, `Some(` of Rust, and a quote. */
const OPENING = new RegExp(
  String.raw`[ \t\u00a0]{0,40}(?:\[(?!redacted:)\s{0,40})?(?:\s{0,40}string\(\d{1,7}\) )?(?:[bBrRuU](?=\\{0,31}["'])|[A-Z][A-Za-z]{1,20}\((?=\\{0,31}["']))?(?:(\\{0,31})(${QUOTE}))?`,
  'y',
);
const NEXT_FIELD = /,[\w.-]{1,40}["']?[=:]/y;

/** The same marks as typed, or as phones and word processors curl them. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '“', '"'],
  '”': ['”', '“', '"'],
  '„': ['”', '“', '"'],
  '‟': ['”', '“', '"'],
  '‘': ['’', '‘', "'"],
  '’': ['’', '‘', "'"],
  '‚': ['’', '‘', "'"],
  '«': ['»'],
};

/** A quoted value is looked for this far; without its end it is read like an unquoted one. */
const MAX_QUOTED = 4_096;

export const readValuePatterns: readonly RegExp[] = [OPENING, NEXT_FIELD];

/**
 * Reads the value that starts at an offset, quoted at any depth of escaping or bare.
 *
 * @param encoded - the value stands in percent-encoded text, where `%` ends it
 */
export function readValue(text: string, at: number, encoded = false): Value {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  const start = at + (opening?.[0].length ?? 0);
  const quote = opening?.[2];
  if (quote !== undefined) {
    const end = quotedEnd(text, start, quote, opening?.[1]?.length ?? 0);
    if (end !== undefined) return { start, end, quoted: true };
  }
  return { start, end: bareEnd(text, start, encoded), quoted: false };
}

function quotedEnd(text: string, start: number, quote: string, depth: number): number | undefined {
  const near = text.slice(start, start + MAX_QUOTED);
  const ends = (CLOSERS[quote] ?? [quote]).map((closer) => closerAt(near, closer, depth));
  const end = Math.min(...ends.filter((place) => place >= 0));
  if (end === Number.POSITIVE_INFINITY) return undefined;
  // A secret may be wrapped; a quote that opens one line and closes another around blanks belongs to something else.
  const content = near.slice(0, end);
  return content.includes('\n') && /[ \t:]/.test(content.trim()) ? undefined : start + end;
}

/**
 * Where the quote closes: with as many backslashes as opened it, or fewer (an outer string ends there). More of them
 * are an escaped quote inside the value, where they come to another level of escaping.
 */
function closerAt(near: string, closer: string, depth: number): number {
  for (let at = near.indexOf(closer); at >= 0; at = near.indexOf(closer, at + 1)) {
    let slashes = 0;
    while (near.charAt(at - 1 - slashes) === '\\') slashes += 1;
    if (slashes < depth || slashes % (2 * (depth + 1)) === depth)
      return at - Math.min(slashes, depth);
  }
  return -1;
}

/** Where an unquoted value ends: at a blank, a quote, a closing bracket or the next field. */
export function bareEnd(text: string, start: number, encoded = false): number {
  let at = start;
  if (text.startsWith('[redacted:', at)) at = Math.max(at, text.indexOf(']', at) + 1);
  while (at < text.length && !endsBare(text, at, encoded)) at += 1;
  return trimmedEnd(text, start, at);
}

function endsBare(text: string, at: number, encoded: boolean): boolean {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  switch (char) {
    case '"':
    case "'":
    case '`':
    case '“':
    case '”':
    case '‘':
    case '’':
    case '«':
    case '»':
    case '<':
    case '>':
    case ';':
    case '|':
    case '&':
    case '\x1b':
      return true;
    case '%':
      return encoded;
    case '\\':
      return !(next === '/' || next === '\\'
        ? escapesSlash(text, at)
        : /[^\sA-Za-z"'\x60]/.test(next));
    case ',':
      NEXT_FIELD.lastIndex = at;
      return !/[A-Za-z0-9]/.test(next) || NEXT_FIELD.test(text);
    case ')':
    case ']':
    case '}':
      return !/[A-Za-z0-9]/.test(next);
    default:
      return char <= ' ' || (char > '\x7f' && /\s/.test(char));
  }
}

/** PHP writes `/` as `\/`, so that base64 goes on behind a backslash. */
function escapesSlash(text: string, at: number): boolean {
  let end = at;
  while (end < at + 32 && text.charAt(end) === '\\') end += 1;
  return text.charAt(end) === '/';
}

/** A full stop behind a value closes the sentence. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && at > end - 4 && /[.:,]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
