import { checkTables } from './check-tables.ts';
import { createKnowledge, type Knowledge, type Tables } from './knowledge.ts';
import { layOver } from './lay-over.ts';
import type { LoadOptions } from './load.ts';
import { readTableFiles } from './read-tables.ts';
import { readSealed } from './sealed-file.ts';
import { cacheFileOf } from './tables-key.ts';

/**
 * The tables as they were read and checked before, from the package's compiled file and the cache: needs neither the
 * YAML reader nor the schema, which cost a start more than the answer does.
 *
 * @returns `undefined` where anything is new or at fault: `loadKnowledge` then reads it, and says every fault
 */
export function loadKept({
  dir,
  extraDir,
  cacheDir,
  compiledFile,
}: LoadOptions): Knowledge | undefined {
  const ours =
    (compiledFile === undefined ? undefined : parse(readSealed(compiledFile))) ??
    readKept(dir, cacheDir);
  if (ours === undefined) return undefined;
  if (extraDir === undefined) return createKnowledge(ours);
  const theirs = readKept(extraDir, cacheDir);
  if (theirs === undefined) return undefined;
  const layers = [ours, theirs].map((tables) => ({ tables, places: () => undefined }));
  return checkTables(layers).length > 0 ? undefined : createKnowledge(layOver(ours, theirs));
}

function readKept(dir: string, cacheDir: string | undefined): Tables | undefined {
  if (cacheDir === undefined) return undefined;
  const { files, faults } = readTableFiles(dir);
  return faults.length > 0 ? undefined : parse(readSealed(cacheFileOf(files, cacheDir)));
}

/** Only what `loadKnowledge` has read and checked itself bears the seal. */
function parse(sealed: string | undefined): Tables | undefined {
  return sealed === undefined ? undefined : (JSON.parse(sealed) as Tables);
}
