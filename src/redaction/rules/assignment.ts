/** What stands between a name and its value. */
export interface Assignment {
  /** Where the value is read from. */
  readonly at: number;
  /** The quote that closed the name, where an assignment follows it. */
  readonly nameQuote: string;
  readonly separator: string;
  /** `weak` where a name and something behind it need not belong together: lists, calls, the next line. */
  readonly strength: 'strong' | 'weak';
}

const QUOTE = String.raw`(?:\\{0,31}["'\x60”“’‘]|\\{1,31}u002[27]|&quot;|&#34;|&#39;|&apos;|%22|%27)`;
const GAP = String.raw`[ \t\u00a0]{0,12}`;
const SUFFIX = String.raw`\d{0,3}(?:[-_]?(?:hash|value|string|header|plain|confirmation))?`;
const TYPE = String.raw`(?:[ \t]{0,4}:)?[ \t]{1,4}&?(?:\[\]byte|[sS]tr(?:ing)?|SecureString|char\*?)\??[ \t]{1,4}=`;
/** `name: `, `"name": `, `name=`, `'name' => `, `[name] => `, `name ?= `, `name%3D`, `name\u003d`, `name is `. */
const ASSIGNED = new RegExp(
  String.raw`${SUFFIX}(?:(${TYPE})|(${QUOTE})?\]?\*{0,3}${GAP}(=>|:{0,3}={1,3}|[?+.|&]{1,2}=|->|:|%3[AD]|\\{1,31}u003[adAD]|is[ \t]|,(?=[^\s,]))|(\())`,
  'iy',
);
/** `('name', 'value')` as calls and Python's requests print it, and the lists that look the same. */
const LISTED = new RegExp(String.raw`${SUFFIX}${QUOTE}\s{0,80},\s{0,80}(?=b?${QUOTE})`, 'iy');
/** `1) "name"⏎2) "value"` as Redis' shell prints a hash. */
const NUMBERED = new RegExp(
  String.raw`${SUFFIX}${QUOTE}[ \t]{0,4}\r?\n[ \t]{0,8}\d{1,4}\)[ \t]{1,4}(?=${QUOTE})`,
  'iy',
);
/** `{"name":"…","value":"…"}` of HAR and Postman, `name="…" value="…"`, `- name: …⏎value: …`, `<key>…</key><string>…`. */
const PAIRED = new RegExp(
  String.raw`${SUFFIX}(?:${QUOTE}\s{0,80},\s{0,80}${QUOTE}?value${QUOTE}?\s{0,8}[:=]>?\s{0,80}|${QUOTE}\s{1,20}(?:value|content)\s{0,4}=\s{0,4}|${QUOTE}?[ \t]{0,4}\r?\n[ \t]{0,40}value[ \t]{0,4}:[ \t]{0,4}|(?:<|&lt;)/[\w:]{1,20}(?:>|&gt;)\s{0,40}(?:<|&lt;)(?:\w{1,20}:)?(?:value|string)(?:>|&gt;)\s{0,40})`,
  'iy',
);
/** A value on the next line: a folded header, a block of YAML, a long line that was wrapped. */
const NEXT_LINE =
  /[ \t]{0,8}(?:[|>][+-]?\d?[ \t]{0,4})?(?:\\?\r?\n|(?:\\{1,15}r)?\\{1,15}n)(?:[ \t]{0,3}>){0,3}[ \t]{1,40}(?=\S)/y;
/** A label in bold, as chat and Markdown write it: `*password:* value`. */
const BOLD = /[*_]{1,3}(?=[ \t])/y;
const FOLDABLE = new Set([':', '=', '=>', ':=']);

export const assignmentPatterns: readonly RegExp[] = [
  ASSIGNED,
  LISTED,
  NUMBERED,
  PAIRED,
  NEXT_LINE,
  BOLD,
];

/** Reads the separator behind a name; `undefined` where the name is only a word. */
export function readAssignment(text: string, end: number): Assignment | undefined {
  const paired = endOf(PAIRED, text, end);
  if (paired !== undefined)
    return { at: paired, nameQuote: '', separator: 'value', strength: 'strong' };
  const listed = endOf(LISTED, text, end) ?? endOf(NUMBERED, text, end);
  if (listed !== undefined) return { at: listed, nameQuote: '', separator: ',', strength: 'weak' };
  ASSIGNED.lastIndex = end;
  const match = ASSIGNED.exec(text);
  if (match === null) return undefined;
  const separator = match[3] ?? match[4] ?? '=';
  const behind = end + match[0].length;
  const at = separator === ':' ? (endOf(BOLD, text, behind) ?? behind) : behind;
  const nameQuote = match[2] ?? '';
  const below = FOLDABLE.has(separator) ? endOf(NEXT_LINE, text, at) : undefined;
  if (below !== undefined) {
    // `=>` goes on below where PHP dumps an array, `|` and `>` open a block of YAML.
    const goesOn = separator === '=>' || /[|>]/.test(text.slice(at, below));
    return { at: below, nameQuote, separator, strength: goesOn ? 'strong' : 'weak' };
  }
  return { at, nameQuote, separator, strength: /^[,(]$/.test(separator) ? 'weak' : 'strong' };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
