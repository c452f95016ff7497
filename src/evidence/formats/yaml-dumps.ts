import type { Format } from '../fragment.ts';
import { isLooseObject } from '../loose-value.ts';
import { readYamlLines } from '../yaml-lines.ts';
import { readPrinted } from './objects.ts';

const MAX_BLOCKS = 20;
const MAX_LINES = 200;
const MAX_LINE = 4_000;

/** An envelope's own key at the head of a line that is not one of an object in braces. */
const ANCHOR =
  /^[ \t]{0,40}(?:- )?(?:statusCode|status_code|provider_errors|providerErrors):(?:[ \t]+[^\n{[(]{0,200}[^\n,{[(])?$/gm;

/** A key with its value, an item, or what goes on below one. */
const LINE =
  /^(?:---|[ \t]*(?:- ){0,4}['"]?[\w.@$/-]{1,120}['"]?:(?:[ \t].*)?|[ \t]*- .*|[ \t]{2,}\S.*)$/;

/** An envelope as YAML prints it: keys and values in lines, told apart by how far they stand in. */
export const yamlDumps: Format = {
  name: 'yaml-dumps',
  read(text, context) {
    let end = 0;
    const blocks: (readonly [number, number])[] = [];
    for (const anchor of text.matchAll(ANCHOR)) {
      if (anchor.index < end) continue;
      if (blocks.length >= MAX_BLOCKS) break;
      const block = blockAround(text, anchor.index);
      end = block[1];
      if (text.slice(...block).includes('\n')) blocks.push(block);
    }
    return blocks.flatMap((span) => {
      const value = readYamlLines(text.slice(...span));
      return isLooseObject(value) || Array.isArray(value)
        ? readPrinted({ value, span, certainty: 0.97 }, { text, context })
        : [];
    });
  },
};

/** The lines of one dump, from the first to one past the last. */
function blockAround(text: string, anchor: number): readonly [number, number] {
  let start = anchor;
  for (let count = 0; count < MAX_LINES && start > 0; count += 1) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (!isLine(text.slice(before, start - 1))) break;
    start = before;
  }
  let end = endOfLine(text, anchor);
  for (let count = 0; count < MAX_LINES && end < text.length; count += 1) {
    const next = endOfLine(text, end + 1);
    if (!isLine(text.slice(end + 1, next))) break;
    end = next;
  }
  return [start, end];
}

function isLine(line: string): boolean {
  return line.length < MAX_LINE && LINE.test(line) && !/[,{[(]$/.test(line);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
