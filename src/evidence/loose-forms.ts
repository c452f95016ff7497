import { LooseKeys } from './loose-keys.ts';

/** Which printer's form begins at this place: looked at, and for marks that hold no value also stepped over. */
export class LooseForms extends LooseKeys {
  /** Behind a bracket: `key=`, as in `Name[key=value]` and `Name(key=value)`. */
  protected hasFields(): boolean {
    return /^[[(]\w{1,60}=(?!=)/.test(this.ahead(64));
  }

  /** `var_export`'s `array ( 'key' => …`. */
  protected isPhpArray(): boolean {
    return /^\(\s{0,200}(?:'[^'\n]{1,120}'|\d{1,6}) =>/.test(this.ahead(340));
  }

  /** `print_r`'s `( [key] => …`. */
  protected isPhpLines(): boolean {
    return /^\(\s{1,200}\[[\w$:@ -]{1,80}\] =>/.test(this.ahead(300));
  }

  protected isSwiftDictionary(): boolean {
    // A quotation mark behind a backslash ends no key: `["\": "]` is a list.
    return /^\["[^"\\\n]{1,80}": /.test(this.ahead(90));
  }

  protected isGoMap(at: number): boolean {
    return /^map\[[\w-]{1,80}:(?!\s)/.test(this.text.slice(at, at + 96));
  }

  /** `{Name:value Name:value}`: no space behind the colon, no comma behind the value. */
  protected isGoStruct(): boolean {
    return /^\{[A-Za-z_]\w{0,60}:(?:\[?map\[|\[?\{|[^\s,"'`{}[\]]{0,200} (?:[^:,"'`{}[\]\n]{0,200} )?[A-Za-z_]\w{0,60}:)/.test(
      this.ahead(480),
    );
  }

  /** Steps over one of `util.inspect`'s marks: `[Array]`, `[Object: null prototype]`. */
  protected passInspectMark(): boolean {
    return this.pass(INSPECT_MARK, 96);
  }

  /** Steps to the brace of Go's `%#v`: `[]main.Item{…}`. */
  protected passGoSlice(): boolean {
    return this.pass(GO_SLICE, 96);
  }

  /** Steps to the brace of Go's `map[string]interface {}{…}`, or of a class' mark: `Object [AxiosHeaders] {`. */
  protected passClassMark(): boolean {
    return this.pass(GO_MAP, 200) || this.pass(CLASS_MARK, 72);
  }

  /** What stands for nothing, a truth value or a pattern in one printer's own spelling. */
  protected readConstant(): { readonly value: string | boolean | null } | undefined {
    const pattern = this.text[this.position] === '/' ? JS_REGEXP.exec(this.ahead(400)) : null;
    const constant = pattern ?? PERL_BOOLEAN.exec(this.ahead(64)) ?? GO_NIL.exec(this.ahead(160));
    if (constant === null) return undefined;
    this.position += constant[0].length;
    if (pattern !== null) return { value: pattern[0] };
    return { value: constant[1] === undefined ? null : constant[1] === '1' };
  }

  private pass(pattern: RegExp, length: number): boolean {
    const mark = pattern.exec(this.ahead(length));
    this.position += mark?.[0].length ?? 0;
    return mark !== null;
  }
}

const INSPECT_MARK =
  /^\[(?:Object|Array|Function|Circular|Getter|Symbol|class|AsyncFunction)\b(?:[^\][\n]|\[[^\][\n]{0,60}\]){0,80}\]/;
const CLASS_MARK = /^\[[\w :]{1,60}\]\s?(?=\{)/;
const GO_SLICE = /^\[\](?:interface \{\}|[*\w.]{1,80})(?=\{)/;
const GO_MAP = /^\[\w{1,40}\](?:interface \{\}|[*\w.[\]]{1,80})(?=\{)/;
const GO_NIL =
  /^(?:interface \{\}|(?:map)?\[[\w.*]{0,60}\](?:interface \{\}|[\w.*]{1,60})|\(\*[\w.]{1,60}\))\(nil\)/;
const JS_REGEXP = /^\/(?:[^/\\\n]|\\.){1,380}\/[a-z]{0,8}(?=\s?[,}\]\n])/;
const PERL_BOOLEAN = /^bless\( do\{\\\(my \$o = ([01])\)\}, 'JSON::PP::Boolean' \)/;
