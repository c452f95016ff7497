import { LooseCursor } from './loose-cursor.ts';
import { readWord } from './loose-scalars.ts';
import { isLooseObject, type LooseObject, type LooseValue } from './loose-value.ts';

const MAX_DEPTH = 40;
const MAX_KEYS = 5_000;

/** How the fields of an object are told apart: by commas and signs, by PHP's lines, or by nothing but spaces (Go, Ruby). */
type Style = 'plain' | 'lines' | 'go' | 'ruby';
type Close = '}' | ']' | ')' | '>';

/** Told of each object, with its place. */
type Note = (value: object, start: number, end: number) => void;

/** Reads one value from where it begins. Never goes back further than the value it has just read. */
export class LooseReader extends LooseCursor {
  private readonly note: Note;
  private style: Style = 'plain';

  constructor(text: string, position: number, note: Note) {
    super(text, position);
    this.note = note;
  }

  readRoot(): LooseValue {
    const char = this.text[this.position];
    const before = this.text.charCodeAt(this.position - 1);
    if (char === '[' && isWordCode(before)) {
      // Go's `map[key:value …]`; Java's and Kotlin's `Name[key=value, …]`
      if (this.isGoMap(this.position - 3)) return this.inStyle('go', () => this.readObject(']', 0));
      if (this.hasFields()) return this.readObject(']', 0);
    }
    if (char === '(' && /^\(\s*\[/.test(this.ahead(220)))
      return this.inStyle('lines', () => this.readObject(')', 0));
    if (char === '(' && this.isPhpArray()) return this.readObject(')', 0);
    if (char === '(') return isWordCode(before) ? this.readObject(')', 0) : this.skipOne();
    return this.readValue(0);
  }

  private skipOne(): LooseValue {
    this.position += 1;
    return null;
  }

  private inStyle<T>(style: Style, read: () => T): T {
    const outer = this.style;
    this.style = style;
    const value = read();
    this.style = outer;
    return value;
  }

  /** Behind a bracket: `key=`, as in `Name[key=value]` and `Name(key=value)`. */
  private hasFields(): boolean {
    return /^[[(]\w{1,60}=(?!=)/.test(this.ahead(64));
  }

  /** `var_export`'s `array ( 'key' => …`. */
  private isPhpArray(): boolean {
    return /^\(\s{0,200}(?:'[^'\n]{1,120}'|\d{1,6}) =>/.test(this.ahead(340));
  }

  private isGoMap(at: number): boolean {
    return /^map\[[\w-]{1,80}:(?!\s)/.test(this.text.slice(at, at + 96));
  }

  /** `{Name:value Name:value}`: no space behind the colon, no comma behind the value. */
  private isGoStruct(): boolean {
    return /^\{[A-Za-z_]\w{0,60}:(?:\[?map\[|\[?\{|[^\s,"'`{}[\]]{0,200} (?:[^:,"'`{}[\]\n]{0,200} )?[A-Za-z_]\w{0,60}:)/.test(
      this.ahead(480),
    );
  }

  private readValue(depth: number): LooseValue {
    this.skipSpace();
    const char = this.text[this.position];
    if (char === undefined) return this.cut(null);
    if (depth > MAX_DEPTH) return this.cut(null);
    if (this.style === 'go') return this.readGoValue(depth);
    const quote = this.quoteHere();
    if (quote !== undefined) return this.readText(quote);
    if (char === '{')
      return this.isGoStruct()
        ? this.inStyle('go', () => this.readObject('}', depth))
        : this.inStyle('plain', () => this.readObject('}', depth));
    if (char === '[') return this.readBracket(depth);
    if (char === '(') return this.readParenthesis(depth);
    if (char === '#' && this.text[this.position + 1] === '<') return this.readInstance(depth);
    return this.readBare(depth);
  }

  /** `[…]` is a list, or one of `util.inspect`'s marks: `[Array]`, `[Object: null prototype] {`. */
  private readBracket(depth: number): LooseValue {
    const mark =
      /^\[(?:Object|Array|Function|Circular|Getter|Symbol|class|AsyncFunction)\b(?:[^\][\n]|\[[^\][\n]{0,60}\]){0,80}\]/.exec(
        this.ahead(96),
      );
    if (mark === null) return this.readPlainBracket(depth);
    this.position += mark[0].length;
    this.skipSpace();
    return this.text[this.position] === '{' ? this.readObject('}', depth) : null;
  }

  private readPlainBracket(depth: number): LooseValue {
    // Swift's dictionaries
    if (/^\["[^"\n]{1,80}": /.test(this.ahead(90)))
      return this.inStyle('plain', () => this.readObject(']', depth));
    const slice = GO_SLICE.exec(this.ahead(96));
    if (slice === null) return this.inStyle('plain', () => this.readList(']', depth));
    this.position += slice[0].length - 1;
    return this.readList('}', depth);
  }

  /** A tuple, a call's arguments, PHP's `array (key => value)`, or fields with names. */
  private readParenthesis(depth: number): LooseValue {
    if (this.hasFields()) return this.inStyle('plain', () => this.readObject(')', depth));
    if (/^\(\s{1,200}\[[\w$:@ -]{1,80}\] =>/.test(this.ahead(300)))
      return this.inStyle('lines', () => this.readObject(')', depth));
    if (this.isPhpArray()) return this.inStyle('plain', () => this.readObject(')', depth));
    return this.readList(')', depth);
  }

  /** Ruby's `#<struct Name a=1, b="x">` and `#<Name:0x00f1 @a=1 @b=[…]>`. */
  private readInstance(depth: number): LooseValue {
    const head = /^#<(?:struct )?[\w:]{0,120}(?:0x[0-9a-f]{1,16})?[ ,]{0,2}/.exec(this.ahead(160));
    const start = this.position;
    this.position += head?.[0].length ?? 2;
    if (!/^@?\w{1,60}=/.test(this.ahead(64))) {
      // `#<URI::HTTP https://…>`: what it says, as a text
      const said = /^([^<>\n]{0,400})>/.exec(this.ahead(402));
      this.position += said?.[0].length ?? 0;
      return said?.[1] ?? null;
    }
    return this.inStyle('ruby', () => this.readFields('>', depth, start));
  }

  private readObject(close: Close, depth: number): LooseValue {
    const start = this.position;
    this.position += 1;
    return this.readFields(close, depth, start);
  }

  private readFields(close: Close, depth: number, start: number): LooseValue {
    const fields: Record<string, LooseValue> = Object.create(null);
    this.note(fields, start, start);
    for (let count = 0; ; count += 1) {
      this.skipSeparators();
      const char = this.text[this.position];
      if (char === close) {
        this.position += 1;
        break;
      }
      const key = char === undefined || count > MAX_KEYS ? undefined : this.readKey();
      if (key === undefined) {
        this.whole = false;
        break;
      }
      if (key === '') continue;
      const value = this.style === 'lines' ? this.readLine(depth + 1) : this.readValue(depth + 1);
      fields[key] = this.readFrames(value, depth + 1);
      if (!this.whole) break;
    }
    this.note(fields, start, this.position);
    return asList(fields) ?? fields;
  }

  /** `util.inspect` shows an error inside an object with the frames of its stack, and its fields behind the last one. */
  private readFrames(value: LooseValue, depth: number): LooseValue {
    const start = this.position;
    while (this.text[this.position] === '\n') {
      const before = this.position;
      this.skip(STACK_FRAME);
      if (this.position === before) break;
    }
    if (this.position === start || this.text[this.position - 1] !== '{') return value;
    this.position -= 1;
    const fields = this.readObject('}', depth);
    return isLooseObject(fields) && typeof value === 'string'
      ? Object.assign(Object.create(null), { message: value }, fields)
      : value;
  }

  /** What `print_r` shows behind an arrow: to the end of the line, or an array or object that begins there. */
  private readLine(depth: number): LooseValue {
    const nested = /^[ \t]{0,4}(?:Array|[\w\\]{1,120} Object)\s{1,200}(?=\()/.exec(this.ahead(360));
    if (nested !== null && depth < MAX_DEPTH) {
      this.position += nested[0].length;
      return this.readObject(')', depth);
    }
    const end = this.text.indexOf('\n', this.position);
    const line = this.text.slice(this.position, end < 0 ? this.text.length : end);
    this.position = end < 0 ? this.text.length : end;
    return readWord(line.trim().slice(0, 20_000));
  }

  private readList(close: Close, depth: number): LooseValue {
    const items: LooseValue[] = [];
    this.position += 1;
    for (;;) {
      this.skipSeparators();
      const char = this.text[this.position];
      if (char === close) {
        this.position += 1;
        return items;
      }
      if (char === undefined || char === '}' || char === ']' || char === ')')
        return this.cut(items);
      const before = this.position;
      items.push(this.readValue(depth + 1));
      if (!this.whole) return items;
      if (this.position === before) return this.cut(items);
      this.skipSpace();
      const after = this.text[this.position];
      // Words in a row are prose, not a list.
      if (after !== ',' && after !== close && after !== ';') return this.cut(items);
    }
  }

  /** Go's `%v`: nothing but spaces between the values; a text goes on until the next `key:` or bracket. */
  private readGoValue(depth: number): LooseValue {
    const char = this.text[this.position];
    if (char === '{') return this.readObject('}', depth);
    if (char === '&') {
      this.position += 1;
      return this.readGoValue(depth);
    }
    if (/^map\[/.test(this.ahead(4))) {
      this.position += 3;
      return this.readObject(']', depth);
    }
    // `[COE0020]User has no permission` is a text.
    const prefix = /^\[[\w.-]{1,40}\](?=\w)/.exec(this.ahead(44))?.[0].length ?? 0;
    if (char === '[' && prefix === 0) return this.readGoList(depth);
    const end = this.endOfGoText(prefix);
    const word = this.text.slice(this.position, end);
    this.position = end;
    return readWord(word.slice(0, 20_000));
  }

  private endOfGoText(prefix: number): number {
    const stop = /[\]}\n]| (?=[\p{L}_][\w-]{0,60}:)/gu;
    stop.lastIndex = this.position + prefix;
    return stop.exec(this.text)?.index ?? this.text.length;
  }

  private readGoList(depth: number): LooseValue {
    const items: LooseValue[] = [];
    this.position += 1;
    for (;;) {
      this.skipSeparators();
      const char = this.text[this.position];
      if (char === ']') {
        this.position += 1;
        return items;
      }
      if (char === undefined || char === '}') return this.cut(items);
      const before = this.position;
      items.push(this.readGoValue(depth + 1));
      if (!this.whole || this.position === before) return this.cut(items);
    }
  }

  /** A key with its separator behind it; `''` for something to skip, such as `... 3 more items`. */
  private readKey(): string | undefined {
    const more = /^\.\.\. [^\n}]{0,40}/.exec(this.ahead(48));
    if (more !== null) {
      this.position += more[0].length;
      return '';
    }
    const key = this.readKeyName();
    if (key === undefined) return undefined;
    this.skipSpace();
    const separator = /^(?:=>|->|:|=)/.exec(this.ahead(2));
    if (separator === null) return undefined;
    this.position += separator[0].length;
    return key === '' ? '_' : key;
  }

  private readKeyName(): string | undefined {
    // Ruby's `:"x-request-id"=>`
    if (/^:"/.test(this.ahead(2))) this.position += 1;
    const quote = this.quoteHere();
    if (quote !== undefined) {
      const key = this.readString(quote);
      return this.whole ? key : undefined;
    }
    const bare =
      /^(?:\[["']?([\w.:@() -]{1,80})["']?\]|:?([\p{L}_$@][\w.$@-]{0,120}|\d{1,10}))/u.exec(
        this.ahead(128),
      );
    if (bare === null) return undefined;
    this.position += bare[0].length;
    return (bare[1] ?? bare[2])?.replace(/^@/, '');
  }

  /** Numbers, names, calls and class names: `502`, `null`, `int(502)`, `b'…'`, `Object [AxiosHeaders] {`. */
  private readBare(depth: number): LooseValue {
    const pattern = this.text[this.position] === '/' ? JS_REGEXP.exec(this.ahead(400)) : null;
    if (pattern !== null) {
      this.position += pattern[0].length;
      return pattern[0];
    }
    const constant = PERL_BOOLEAN.exec(this.ahead(64)) ?? GO_NIL.exec(this.ahead(160));
    if (constant !== null) {
      this.position += constant[0].length;
      return constant[1] === undefined ? null : constant[1] === '1';
    }
    const start = this.position;
    const stop = this.style === 'ruby' ? /[,}\])\n{[("'`;> ]/g : /[,}\])\n{[("'`;]/g;
    stop.lastIndex = start;
    const end = stop.exec(this.text)?.index ?? this.text.length;
    const word = this.text.slice(start, Math.min(end, start + 500)).trim();
    this.position = end;
    const next = this.text[end];
    if (next === '{' && /^[\w$<*>. :|()%-]{0,200}$/.test(word)) return this.readObject('}', depth);
    if (next === '[' && word !== '') return this.readClassMark(word, depth);
    if (next === '(' && /^[A-Za-z_][\w.#\\]{0,60}\s?$/.test(word)) return this.readCall(depth);
    if ((next === '"' || next === "'") && /^(?:[bruf]{1,2}|[\w:<> .#-]{0,40}\))?$/i.test(word)) {
      return this.readText(next);
    }
    if (end === this.text.length && word !== '') this.whole = false;
    return readWord(word);
  }

  private readClassMark(word: string, depth: number): LooseValue {
    if (this.isGoMap(this.position - 3))
      return this.inStyle('go', () => this.readObject(']', depth));
    if (this.hasFields()) return this.readObject(']', depth);
    const mark = GO_MAP.exec(this.ahead(200)) ?? /^\[[\w :]{1,60}\]\s?\{/.exec(this.ahead(72));
    if (mark !== null) {
      this.position += mark[0].length - 1;
      return this.readObject('}', depth);
    }
    // `ZodError: [ … ]`, `Array(2) [ … ]`
    return /^[A-Z][\w$]{0,60}(?:\(\d{1,9}\))?:?$/.test(word)
      ? this.readPlainBracket(depth)
      : readWord(word);
  }

  private readCall(depth: number): LooseValue {
    // PHP's `array (…)` and `Name(a=b)` are objects; other calls are what they are called with.
    if (this.hasFields() || this.isPhpArray()) return this.readParenthesis(depth + 1);
    const args = this.readParenthesis(depth + 1);
    if (!this.whole) return Array.isArray(args) ? (args[0] ?? null) : args;
    // PHP's `object(stdClass)#30 (4) {`
    this.skip(/(?:#\d{1,9})?(?:\s?\(\d{1,9}\))?/y);
    this.skipSpace();
    const next = this.text[this.position];
    if (next === '{') return this.readObject('}', depth);
    if (next === '"') return this.readText(next);
    const [first = null, ...others] = Array.isArray(args) ? args : [args];
    // Perl's `bless( {…}, 'Class' )`
    const isBlessed = others.length === 1 && isLooseObject(first) && typeof others[0] === 'string';
    return others.length === 0 || isBlessed ? first : args;
  }

  /** A string, and what is joined to it: `'first' +\n 'second'` (`util.inspect`), `'first'\n 'second'` (Python). */
  private readText(quote: string): string {
    let value = this.readString(quote);
    while (this.whole && quote.length === 1) {
      const joint = /^(?:\s{0,4}\+\s{0,200}|[ \t]{0,4}\n\s{0,200})(?=['"`])/.exec(this.ahead(210));
      if (joint === null) return value;
      const here = this.position;
      this.position += joint[0].length;
      const more = this.readString(this.text[this.position] ?? quote);
      // A key: the comma between two fields was lost.
      if (!joint[0].includes('+') && /^\s{0,4}(?::|=)/.test(this.ahead(6))) {
        this.position = here;
        return value;
      }
      value += more;
    }
    return value;
  }
}

/** Go's `%#v`: `[]main.Item{…}`, `map[string]interface {}{…}`. */
const GO_SLICE = /^\[\](?:interface \{\}|[*\w.]{1,80})\{/;
const GO_MAP = /^\[\w{1,40}\](?:interface \{\}|[*\w.[\]]{1,80})\{/;
const GO_NIL =
  /^(?:interface \{\}|(?:map)?\[[\w.*]{0,60}\](?:interface \{\}|[\w.*]{1,60})|\(\*[\w.]{1,60}\))\(nil\)/;
const STACK_FRAME = /\n[ \t]{1,80}at [^\n]{1,600}/y;
const JS_REGEXP = /^\/(?:[^/\\\n]|\\.){1,380}\/[a-z]{0,8}(?=\s?[,}\]\n])/;
const PERL_BOOLEAN = /^bless\( do\{\\\(my \$o = ([01])\)\}, 'JSON::PP::Boolean' \)/;

/** PHP prints lists as objects whose keys count from 0. */
function asList(fields: LooseObject): readonly LooseValue[] | undefined {
  if (fields['0'] === undefined) return undefined;
  const keys = Object.keys(fields);
  return keys.every((key, index) => key === String(index))
    ? keys.map((key) => fields[key] ?? null)
    : undefined;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
