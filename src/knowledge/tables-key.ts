import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableFile } from './read-tables.ts';

/** Where what was read from these files is kept. */
export function cacheFileOf(files: readonly TableFile[], cacheDir: string): string {
  return join(cacheDir, `tables-${keyOf(files)}.json`);
}

/** Of the files and of this room's code: a schema that changed reads the same files in another way. */
function keyOf(files: readonly TableFile[]): string {
  const hash = createHash('sha256').update(codeVersion());
  for (const { name, text } of files) hash.update(`${name}\n${text.length}\n`).update(text);
  return hash.digest('hex').slice(0, 32);
}

function codeVersion(): string {
  const hash = createHash('sha256');
  const room = import.meta.dirname;
  for (const name of readdirSync(room).toSorted()) hash.update(readFileSync(join(room, name)));
  return hash.digest('hex');
}
