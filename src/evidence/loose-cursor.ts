import { decodeEscapes } from './loose-scalars.ts';

/** A place in a text that moves forward only, and the quoted strings that stand there. */
export class LooseCursor {
  /** `false` as soon as something was cut off or stopped making sense. */
  whole = true;
  position: number;
  protected readonly text: string;

  constructor(text: string, position: number) {
    this.text = text;
    this.position = position;
  }

  /** The next characters, for a pattern with `^`. */
  protected ahead(length: number): string {
    return this.text.slice(this.position, this.position + length);
  }

  protected skipSpace(): void {
    this.skip(/(?:\s|\\[nrt])*/y);
  }

  protected skipSeparators(): void {
    this.skip(/(?:[\s,;]|\\[nrt])*/y);
  }

  protected skip(pattern: RegExp): void {
    pattern.lastIndex = this.position;
    this.position += pattern.exec(this.text)?.[0].length ?? 0;
  }

  protected cut<T>(value: T): T {
    this.whole = false;
    return value;
  }

  /** The quote at this place: a quotation mark, or one behind backslashes where JSON stands escaped in a text. */
  protected quoteHere(): string | undefined {
    const char = this.text[this.position];
    if (char === '"' || char === "'" || char === '`') return char;
    if (char !== '\\') return undefined;
    return /^\\{1,7}"/.exec(this.ahead(8))?.[0];
  }

  protected readString(quote: string): string {
    this.position += quote.length;
    const [raw, closed] = quote.length === 1 ? this.takePlain(quote) : this.takeEscaped(quote);
    if (!closed) this.whole = false;
    let value = decodeEscapes(raw);
    if (quote.length > 1) value = decodeEscapes(value);
    return closed ? value : this.cut(value);
  }

  /** A string, and what is joined to it: `'first' +\n 'second'` (`util.inspect`), `'first'\n 'second'` (Python). */
  protected readText(quote: string): string {
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
}
