import { createEdits } from '../edits.ts';
import { isOrdinary } from '../ordinary.ts';
import type { Mask, Rule } from '../rule.ts';
import { isOurs, rowOf } from './field.ts';
import { shapeOf } from './key-shapes.ts';
import { isPersonal, type NameRow } from './name-row.ts';

/** A line that may be the head of a table: in CSV, TSV, Markdown, or what a database's shell prints. */
const HEAD =
  /^[^\n={}:]{0,300}?(?:pass|token|secret|api[_ -]?key|authorization|credential|name|birth|dob|address|street|salary|pay[_ -]?rate|iban|account[_ -]?number|ssn|national|tax|phone|mobile)[^\n={}:]{0,300}$/gim;
/** A name of a column, not a piece of a sentence. */
const CELL_NAME = /^[\p{L}_][\p{L}\d_.() -]{0,40}$/u;
const SEPARATORS = [/[|│]/, /\t/, /;/, /,/] as const;
/** What is no part of a cell where quotes hold separators. */
const QUOTED = /"(?:[^"\n]|""){0,2000}"/g;
const MAX_ROWS = 5_000;

/** The cells under a head that is a name of a secret or of a person's data: no cell has the name beside it. */
export const columns: Rule = {
  name: 'columns',
  patterns: [HEAD, CELL_NAME, QUOTED, ...SEPARATORS],
  applies: (text) => text.includes('\n') && /[|│\t;,]/.test(text),
  apply(text, mask) {
    const edits = createEdits(text);
    const heads = new RegExp(HEAD);
    for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
      const table = readHead(head[0]);
      if (table === undefined) continue;
      const from = head.index + head[0].length + 1;
      const rows = readRows(text, from, table);
      for (const row of rows)
        for (const { at, name } of table.found) replaceCell(text, row[at], { name, edits, mask });
      heads.lastIndex = Math.max(heads.lastIndex, rows.at(-1)?.at(-1)?.end ?? 0);
    }
    return edits.result();
  },
};

interface Table {
  readonly separator: RegExp;
  readonly width: number;
  readonly found: readonly { readonly at: number; readonly name: NameRow }[];
}

function readHead(line: string): Table | undefined {
  const separator = SEPARATORS.find((one) => one.test(line));
  if (separator === undefined) return undefined;
  const cells = line.split(separator).map(plain);
  // A sentence has commas too, but no column's name in every part.
  if (cells.some((cell) => cell !== '' && !CELL_NAME.test(cell))) return undefined;
  const found = cells.flatMap((cell, at) => {
    const name = rowOf(cell);
    return name === undefined ? [] : [{ at, name }];
  });
  return found.length === 0 ? undefined : { separator, width: cells.length, found };
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function plain(cell: string): string {
  return cell.trim().replace(/^["']|["']$/g, '');
}

function readRows(
  text: string,
  from: number,
  { separator, width }: Table,
): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let start = from;
  for (let count = 0; count < MAX_ROWS && start < text.length; count += 1) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const cells = cellsOf(text, start, Math.min(end, start + 4_000), separator);
    start = end + 1;
    if (/^[\s|│+:=\-─┼]{3,}$/.test(cells.map((cell) => cell.text).join('|'))) continue;
    if (cells.length !== width) break;
    rows.push(cells);
  }
  return rows;
}

function cellsOf(text: string, start: number, end: number, separator: RegExp): Cell[] {
  const line = text.slice(start, end);
  // A separator between quotes separates nothing: it is looked past, letter by letter.
  const shown = line.replace(QUOTED, (quoted) => `"${'x'.repeat(quoted.length - 2)}"`);
  let at = 0;
  return shown.split(separator).map((cell) => {
    const place = {
      text: line.slice(at, at + cell.length),
      start: start + at,
      end: start + at + cell.length,
    };
    at += cell.length + 1;
    return place;
  });
}

/** Words; a scheme before a secret is one word. */
function isSentence(value: string): boolean {
  return /\s/.test(value.replace(/^(?:basic|bearer|token)\s/i, ''));
}

function replaceCell(
  text: string,
  cell: Cell | undefined,
  {
    name,
    edits,
    mask,
  }: {
    readonly name: NameRow;
    readonly edits: ReturnType<typeof createEdits>;
    readonly mask: Mask;
  },
): void {
  const value = plain(cell?.text ?? '');
  if (cell === undefined || value === '') return;
  const start = cell.start + cell.text.indexOf(value);
  const span = { start, end: start + value.length, quoted: true };
  if (!isPersonal(name) && (value.length < 6 || isOrdinary(value) || isSentence(value))) return;
  if (!isOurs(text, span, name)) return;
  edits.replace(span.start, span.end, mask(shapeOf(value) ?? name.kind, value));
}
