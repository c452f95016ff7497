import { LooseForms } from './loose-forms.ts';
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
export class LooseReader extends LooseForms {
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
    if (!this.passInspectMark()) return this.readPlainBracket(depth);
    this.skipSpace();
    return this.text[this.position] === '{' ? this.readObject('}', depth) : null;
  }

  private readPlainBracket(depth: number): LooseValue {
    if (this.isSwiftDictionary()) return this.inStyle('plain', () => this.readObject(']', depth));
    return this.passGoSlice()
      ? this.readList('}', depth)
      : this.inStyle('plain', () => this.readList(']', depth));
  }

  /** A tuple, a call's arguments, PHP's `array (key => value)`, or fields with names. */
  private readParenthesis(depth: number): LooseValue {
    if (this.hasFields()) return this.inStyle('plain', () => this.readObject(')', depth));
    if (this.isPhpLines()) return this.inStyle('lines', () => this.readObject(')', depth));
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

  /** Numbers, names, calls and class names: `502`, `null`, `int(502)`, `b'…'`, `Object [AxiosHeaders] {`. */
  private readBare(depth: number): LooseValue {
    const constant = this.readConstant();
    if (constant !== undefined) return constant.value;
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
    if (this.passClassMark()) return this.readObject('}', depth);
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
}

/** PHP prints lists as objects whose keys count from 0. */
function asList(fields: LooseObject): readonly LooseValue[] | undefined {
  if (fields['0'] === undefined) return undefined;
  const keys = Object.keys(fields);
  return keys.every((key, index) => key === String(index))
    ? keys.map((key) => fields[key] ?? null)
    : undefined;
}

const STACK_FRAME = /\n[ \t]{1,80}at [^\n]{1,600}/y;

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
