import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { isOurs, rowOf } from './field.ts';
import { shapeOf } from './key-shapes.ts';

/** psql with `\x` prints one column a line, with its name before it: `refresh_token | …`. */
const LINE = /^[ \t]{0,4}([A-Za-z_][\w ]{0,60}?)[ \t]{0,60}\|[ \t]{1,4}(\S[^\n]{0,4000})$/gm;
/** `INSERT INTO t (a, b) VALUES (…), (…)`: the names stand in one list, the values in others. */
const INSERT =
  /\binsert\s{1,4}into\s{1,4}[\w.`"[\]]{1,120}\s{0,8}\(([^()]{1,2000})\)\s{0,8}values\s{0,8}/gi;
const OPEN = /\s{0,20},?\s{0,20}\(/y;
const ITEM =
  /\s{0,20}(?:[NE]?'((?:[^'\\\n]|''|\\[^\n]){0,4000})'|([^\s,()'][^,()'\n]{0,400}))\s{0,20}([,)])/y;
const MAX_TUPLES = 2_000;

/** Secrets whose name stands beside them only by the form of the whole record. */
export const recordRows: Rule = {
  name: 'record-rows',
  patterns: [LINE, INSERT, OPEN, ITEM],
  applies: (text) => text.includes('-[ RECORD ') || /\binsert\s{1,4}into\b/i.test(text),
  apply(text, mask) {
    const edits = createEdits(text);
    const take = (start: number, value: string, name: string): void => {
      const row = rowOf(name.trim().replace(/["'`[\]]/g, ''));
      if (row === undefined || value === '') return;
      if (isOurs(text, { start, end: start + value.length, quoted: true }, row))
        edits.replace(start, start + value.length, mask(shapeOf(value) ?? row.kind, value));
    };
    if (text.includes('-[ RECORD '))
      for (const { index, 0: line, 1: name = '', 2: value = '' } of text.matchAll(LINE))
        take(index + line.length - value.length, value.trimEnd(), name);
    else
      for (const insert of text.matchAll(INSERT))
        readTuples(text, insert.index + insert[0].length, (insert[1] ?? '').split(','), take);
    return edits.result();
  },
};

function readTuples(
  text: string,
  from: number,
  columns: readonly string[],
  take: (start: number, value: string, name: string) => void,
): void {
  let at = from;
  for (let count = 0; count < MAX_TUPLES; count += 1) {
    OPEN.lastIndex = at;
    if (!OPEN.test(text)) return;
    at = OPEN.lastIndex;
    for (const name of columns) {
      ITEM.lastIndex = at;
      const item = ITEM.exec(text);
      if (item === null) return;
      const value = item[1] ?? item[2] ?? '';
      take(at + item[0].indexOf(value), value, name);
      at = ITEM.lastIndex;
      if (item[3] === ')') break;
    }
  }
}
