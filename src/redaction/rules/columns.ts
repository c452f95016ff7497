import { createEdits } from '../edits.ts';
import { isOrdinary } from '../ordinary.ts';
import type { Mask, Rule } from '../rule.ts';

/** A column of secrets in CSV, TSV, a Markdown table or what a database's shell prints. */
const HEAD =
  /^[^\n={}:]{0,300}?(?<![a-z])(?:pass(?:word|wd|phrase)|token|secret|api[_ -]?key|authorization|credentials?)\b[^\n={}:]{0,300}$/gim;
const NAME =
  /^(?:\w{1,30}[_ -])?(?:pass(?:word|wd|phrase)|token|secret|api[_ -]?key|authorization|credentials?)$/i;
const SEPARATORS = [/[|│]/, /\t/, /;/, /,/] as const;
const MAX_ROWS = 5_000;

/** The cells under a head that is a secret's name: no cell has the name beside it. */
export const columns: Rule = {
  name: 'columns',
  patterns: [HEAD, NAME, ...SEPARATORS],
  applies: (text) => text.includes('\n') && /[|│\t;,]/.test(text),
  apply(text, mask) {
    const edits = createEdits(text);
    const heads = new RegExp(HEAD);
    for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
      const separator = SEPARATORS.find((one) => one.test(head?.[0] ?? ''));
      const cells = separator === undefined ? [] : head[0].split(separator);
      const secret = cells.flatMap((cell, at) => (NAME.test(plain(cell)) ? [at] : []));
      if (separator === undefined || secret.length === 0) continue;
      const from = head.index + head[0].length + 1;
      const rows = readRows(text, from, { separator, width: cells.length });
      for (const row of rows) for (const at of secret) replaceCell(row[at], edits.replace, mask);
      heads.lastIndex = Math.max(heads.lastIndex, rows.at(-1)?.at(-1)?.end ?? 0);
    }
    return edits.result();
  },
};

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
  { separator, width }: { readonly separator: RegExp; readonly width: number },
): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let start = from;
  for (let count = 0; count < MAX_ROWS && start < text.length; count += 1) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    let at = start;
    const cells = text
      .slice(start, Math.min(end, start + 4_000))
      .split(separator)
      .map((cell) => {
        const place = { text: cell, start: at, end: at + cell.length };
        at = place.end + 1;
        return place;
      });
    start = end + 1;
    if (/^[\s|│+:=\-─┼]{3,}$/.test(cells.map((cell) => cell.text).join('|'))) continue;
    if (cells.length !== width) break;
    rows.push(cells);
  }
  return rows;
}

/** Words; a scheme before a secret is one word. */
function isSentence(value: string): boolean {
  return /\s/.test(value.replace(/^(?:basic|bearer|token)\s/i, ''));
}

function replaceCell(
  cell: Cell | undefined,
  replace: (start: number, end: number, words: string) => void,
  mask: Mask,
): void {
  const value = plain(cell?.text ?? '');
  if (cell === undefined || value.length < 6 || isOrdinary(value) || isSentence(value)) return;
  const start = cell.start + cell.text.indexOf(value);
  replace(start, start + value.length, mask('token', value));
}
