import { LooseCursor } from './loose-cursor.ts';

/** The keys of fields, with the sign behind them, in any printer's spelling. */
export class LooseKeys extends LooseCursor {
  /** A key with its separator behind it; `''` for something to skip, such as `... 3 more items`. */
  protected readKey(): string | undefined {
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
}
