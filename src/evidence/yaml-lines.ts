import { decodeEscapes, readWord } from './loose-scalars.ts';
import { findLooseValues, type LooseValue } from './loose-value.ts';

/**
 * The lines of a YAML dump as a value: what error envelopes need of YAML (keys, lists, quoted and broken texts), not
 * anchors, tags or merge keys. The well-kept parser is not loaded for it: reading a paste loads no package.
 */
export function readYamlLines(text: string): LooseValue {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('---'))
    .flatMap(toLines);
  return readBlock({ lines, at: 0 }, lines[0]?.indent ?? 0, 0);
}

interface Line {
  /** How far it stands in; an item's dash counts as two. */
  readonly indent: number;
  readonly isItem: boolean;
  readonly key: string | undefined;
  readonly value: string;
}

interface Cursor {
  readonly lines: readonly Line[];
  at: number;
}

const MAX_DEPTH = 40;

/** One line is an item and its first key at once: `- status: 403`. */
function toLines(line: string): readonly Line[] {
  const dash = /^(\s*)- (.*)$|^(\s*)-$/.exec(line);
  if (dash !== null) {
    const indent = (dash[1] ?? dash[3] ?? '').length;
    const rest = dash[2] ?? '';
    const first = keyOf(rest);
    const item = { indent, isItem: true, key: undefined, value: first === undefined ? rest : '' };
    return first === undefined ? [item] : [item, { indent: indent + 2, isItem: false, ...first }];
  }
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const field = keyOf(line.trim());
  return [{ indent, isItem: false, key: undefined, value: line.trim(), ...field }];
}

function keyOf(text: string): { readonly key: string; readonly value: string } | undefined {
  const field = /^(?:"([^"]{1,120})"|'([^']{1,120})'|([\w.@$/-]{1,120})):(?:\s+(.*))?$/.exec(text);
  if (field === null) return undefined;
  return { key: field[1] ?? field[2] ?? field[3] ?? '', value: (field[4] ?? '').trim() };
}

function readBlock(cursor: Cursor, indent: number, depth: number): LooseValue {
  const first = cursor.lines[cursor.at];
  if (first === undefined || depth > MAX_DEPTH) return null;
  return first.isItem ? readItems(cursor, indent, depth) : readKeys(cursor, indent, depth);
}

function readItems(cursor: Cursor, indent: number, depth: number): LooseValue {
  const items: LooseValue[] = [];
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (!line.isItem || line.indent !== indent) break;
    cursor.at += 1;
    items.push(line.value === '' ? readBelow(cursor, indent + 1, depth) : readScalar(line, cursor));
  }
  return items;
}

function readKeys(cursor: Cursor, indent: number, depth: number): LooseValue {
  const fields: Record<string, LooseValue> = Object.create(null);
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (line.indent < indent || line.isItem) break;
    cursor.at += 1;
    if (line.key === undefined) continue;
    fields[line.key] =
      line.value === '' ? readBelow(cursor, indent, depth) : readScalar(line, cursor);
  }
  return fields;
}

/** What stands further in; the items of a list may stand as far in as its key. */
function readBelow(cursor: Cursor, indent: number, depth: number): LooseValue {
  const next = cursor.lines[cursor.at];
  if (next === undefined) return null;
  const isBelow = next.indent > indent || (next.isItem && next.indent === indent);
  return isBelow ? readBlock(cursor, next.indent, depth + 1) : null;
}

/** A value with the lines that it goes on in. */
function readScalar({ value, indent }: Line, cursor: Cursor): LooseValue {
  const isText = /^[|>][+-]?\d?$/.test(value);
  const parts = isText ? [] : [value];
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (line.indent <= indent || (!isText && (line.key !== undefined || line.isItem))) break;
    parts.push(line.key === undefined ? line.value : `${line.key}: ${line.value}`);
    cursor.at += 1;
  }
  const whole = parts.join(' ');
  const quoted = /^(["'])([\s\S]*)\1$/.exec(whole);
  if (quoted !== null)
    return quoted[1] === '"'
      ? decodeEscapes(quoted[2] ?? '')
      : (quoted[2] ?? '').replaceAll("''", "'");
  if (/^[{[]/.test(whole)) return findLooseValues(whole)[0]?.value ?? (whole === '[]' ? [] : null);
  return readWord(whole);
}
