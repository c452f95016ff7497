/** Values as programs print them: JSON, `util.inspect`, Python, Ruby and Java objects, whole or cut off. */

export type LooseValue = string | number | boolean | null | readonly LooseValue[] | LooseObject;

/** Made without a prototype, so that no key can be mistaken for a method. */
export interface LooseObject {
  readonly [key: string]: LooseValue;
}

export interface LooseFound {
  readonly value: LooseObject | readonly LooseValue[];
  readonly start: number;
  /** One past the last character that belongs to it. */
  readonly end: number;
  /** `false` when it was cut off or stopped making sense. */
  readonly whole: boolean;
}

export function isLooseObject(value: LooseValue | undefined): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where an object begins and ends in the text it was read from; only for objects that `findLooseValues` made. */
export function spanOf(value: LooseObject): readonly [number, number] | undefined {
  return spans.get(value);
}

const spans = new WeakMap<object, [number, number]>();
const MAX_DEPTH = 40;
const MAX_KEYS = 5_000;

/**
 * Finds every object, and every list that holds one, in a text. Never throws. Linear: what was read once is not read
 * again, since reading goes on where the last attempt stopped.
 */
export function findLooseValues(text: string): readonly LooseFound[] {
  const found: LooseFound[] = [];
  const opening = /[{[]/g;
  for (let at = opening.exec(text); at !== null; at = opening.exec(text)) {
    const reader = new LooseReader(text, at.index);
    const value = reader.readRoot();
    opening.lastIndex = Math.max(at.index + 1, reader.position);
    if (isWorthKeeping(value)) {
      found.push({ value, start: at.index, end: reader.position, whole: reader.whole });
    }
  }
  return found;
}

function isWorthKeeping(value: LooseValue): value is LooseObject | readonly LooseValue[] {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null);
  return isLooseObject(value) && Object.keys(value).length > 0;
}

class LooseReader {
  whole = true;
  position: number;
  private readonly text: string;

  constructor(text: string, position: number) {
    this.text = text;
    this.position = position;
  }

  readRoot(): LooseValue {
    const before = this.text.charCodeAt(this.position - 1);
    // Java's and Kotlin's `Name[key=value, …]`
    if (this.text[this.position] === '[' && isWordCode(before) && this.looksLikeFields()) {
      return this.readObject(']', 0);
    }
    return this.readValue(0);
  }

  private looksLikeFields(): boolean {
    return /^\[\w{1,60}=/.test(this.text.slice(this.position, this.position + 64));
  }

  private readValue(depth: number): LooseValue {
    this.skipSpace();
    const char = this.text[this.position];
    if (char === undefined) return this.cut(null);
    if (depth > MAX_DEPTH) return this.cut(null);
    const quote = this.quoteHere();
    if (quote !== undefined) return this.readString(quote);
    if (char === '{') return this.readObject('}', depth);
    if (char === '[') return this.readBracket(depth);
    if (char === '(') return this.readList(')', depth);
    return this.readBare(depth);
  }

  /** `[…]` is a list, or one of `util.inspect`'s marks: `[Array]`, `[Object: null prototype] {`. */
  private readBracket(depth: number): LooseValue {
    const mark =
      /^\[(?:Object|Array|Function|Circular|Getter|Symbol|class|AsyncFunction)\b[^\]\n]{0,80}\]/.exec(
        this.text.slice(this.position, this.position + 96),
      );
    if (mark === null) return this.readList(']', depth);
    this.position += mark[0].length;
    this.skipSpace();
    return this.text[this.position] === '{' ? this.readObject('}', depth) : null;
  }

  private readObject(close: '}' | ']', depth: number): LooseValue {
    const start = this.position;
    const fields: Record<string, LooseValue> = Object.create(null);
    spans.set(fields, [start, start]);
    this.position += 1;
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
      fields[key] = this.readValue(depth + 1);
      if (!this.whole) break;
    }
    spans.set(fields, [start, this.position]);
    return fields;
  }

  private readList(close: ']' | ')', depth: number): LooseValue {
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

  /** A key with its separator behind it; `''` for something to skip, such as `... 3 more items`. */
  private readKey(): string | undefined {
    const more = /^\.\.\. [^\n}]{0,40}/.exec(this.text.slice(this.position, this.position + 48));
    if (more !== null) {
      this.position += more[0].length;
      return '';
    }
    const key = this.readKeyName();
    if (key === undefined) return undefined;
    this.skipSpace();
    const separator = /^(?:=>|->|:|=)/.exec(this.text.slice(this.position, this.position + 2));
    if (separator === null) return undefined;
    this.position += separator[0].length;
    return key === '' ? '_' : key;
  }

  private readKeyName(): string | undefined {
    const quote = this.quoteHere();
    if (quote !== undefined) {
      const key = this.readString(quote);
      return this.whole ? key : undefined;
    }
    const bare =
      /^(?:\[["']?([\w.:@ -]{1,80})["']?\]|:?([\p{L}_$@][\w.$@-]{0,120}|\d{1,10}))/u.exec(
        this.text.slice(this.position, this.position + 128),
      );
    if (bare === null) return undefined;
    this.position += bare[0].length;
    return bare[1] ?? bare[2];
  }

  /** Numbers, names, calls and class names: `502`, `null`, `int(502)`, `b'…'`, `Object [AxiosHeaders] {`. */
  private readBare(depth: number): LooseValue {
    const start = this.position;
    const stop = /[,}\])\n{[("'`;]/g;
    stop.lastIndex = start;
    const end = stop.exec(this.text)?.index ?? this.text.length;
    const word = this.text.slice(start, Math.min(end, start + 500)).trim();
    this.position = end;
    const next = this.text[end];
    if (next === '{' && /^[\w$<*>. :|()-]{0,200}$/.test(word)) return this.readObject('}', depth);
    if (next === '[' && word !== '') return this.readClassMark(word, depth);
    if (next === '(' && /^[\w.#]{1,60}$/.test(word)) return this.readCall(depth);
    if ((next === '"' || next === "'") && /^(?:[bruf]{1,2}|[\w:<> .#-]{0,40}\))?$/i.test(word)) {
      return this.readString(next);
    }
    if (end === this.text.length && word !== '') this.whole = false;
    return readWord(word);
  }

  private readClassMark(word: string, depth: number): LooseValue {
    const mark = /^\[[\w :]{1,60}\]\s?\{/.exec(this.text.slice(this.position, this.position + 72));
    if (mark === null) return readWord(word);
    this.position += mark[0].length - 1;
    return this.readObject('}', depth);
  }

  private readCall(depth: number): LooseValue {
    const args = this.readList(')', depth + 1);
    if (!this.whole) return Array.isArray(args) ? (args[0] ?? null) : args;
    this.skipSpace();
    const next = this.text[this.position];
    if (next === '{') return this.readObject('}', depth);
    if (next === '"') return this.readString(next);
    return Array.isArray(args) && args.length === 1 ? (args[0] ?? null) : args;
  }

  /** The quote at this place: a quotation mark, or one behind backslashes where JSON stands escaped in a text. */
  private quoteHere(): string | undefined {
    const char = this.text[this.position];
    if (char === '"' || char === "'" || char === '`') return char;
    if (char !== '\\') return undefined;
    return /^\\{1,7}"/.exec(this.text.slice(this.position, this.position + 8))?.[0];
  }

  private readString(quote: string): string {
    this.position += quote.length;
    const [raw, closed] = quote.length === 1 ? this.takePlain(quote) : this.takeEscaped(quote);
    if (!closed) this.whole = false;
    let value = decodeEscapes(raw);
    if (quote.length > 1) value = decodeEscapes(value);
    return closed ? this.withContinuation(value, quote) : value;
  }

  /** `'first' +\n 'second'`, as `util.inspect` breaks long strings. */
  private withContinuation(value: string, quote: string): string {
    const plus = /^\s{0,4}\+\s{0,200}(?=['"`])/.exec(
      this.text.slice(this.position, this.position + 210),
    );
    if (plus === null || quote.length > 1) return value;
    this.position += plus[0].length;
    return value + this.readString(this.text[this.position] ?? quote);
  }

  private takePlain(quote: string): [raw: string, closed: boolean] {
    const start = this.position;
    const stop = quote === '"' ? /["\\\n]/g : quote === "'" ? /['\\\n]/g : /[`\\]/g;
    stop.lastIndex = start;
    for (let at = stop.exec(this.text); at !== null; at = stop.exec(this.text)) {
      if (at[0] === '\\') {
        stop.lastIndex = at.index + 2;
        continue;
      }
      if (at[0] === '\n' && this.goesOnAfter(at.index, quote)) continue;
      this.position = at[0] === '\n' ? at.index : at.index + 1;
      return [this.text.slice(start, at.index), at[0] !== '\n'];
    }
    this.position = this.text.length;
    return [this.text.slice(start), false];
  }

  /** repair: a terminal broke the line inside a string; the closing quote follows soon, with a delimiter behind it. */
  private goesOnAfter(newline: number, quote: string): boolean {
    const ahead = this.text.slice(newline + 1, newline + 400);
    const close = ahead.indexOf(quote);
    return close >= 0 && /^\s{0,20}[,}\]:)]/.test(ahead.slice(close + 1, close + 24));
  }

  private takeEscaped(quote: string): [raw: string, closed: boolean] {
    const start = this.position;
    const stop = /\\+"|"|\n/g;
    stop.lastIndex = start;
    for (let at = stop.exec(this.text); at !== null; at = stop.exec(this.text)) {
      if (at[0].length > quote.length) continue;
      const closed = at[0].length === quote.length;
      this.position = closed ? at.index + quote.length : at.index;
      return [this.text.slice(start, at.index), closed];
    }
    this.position = this.text.length;
    return [this.text.slice(start), false];
  }

  private skipSpace(): void {
    this.skip(/(?:\s|\\[nrt])*/y);
  }

  private skipSeparators(): void {
    this.skip(/(?:[\s,;]|\\[nrt])*/y);
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.position;
    this.position += pattern.exec(this.text)?.[0].length ?? 0;
  }

  private cut<T extends LooseValue>(value: T): T {
    this.whole = false;
    return value;
  }
}

const WORDS = new Map<string, LooseValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
  ['none', null], // Python
  ['nil', null], // Ruby, Go, Lua
  ['<nil>', null], // Go's %v
]);

function readWord(word: string): LooseValue {
  const known = WORDS.get(word.toLowerCase());
  if (known !== undefined) return known;
  // Above 2^53 a number would lose digits; account ids have twenty.
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(word)) return Number(word);
  return word;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, u, x, char) => {
    if (u !== undefined) return String.fromCharCode(Number.parseInt(u, 16));
    if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16));
    return ESCAPES[char] ?? char;
  });
}
