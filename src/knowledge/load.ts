import { KnowledgeError, type KnowledgeFault } from '../errors.ts';
import { checkNames, checkTables, type Layer } from './check-tables.ts';
import { joinTables } from './join-tables.ts';
import { createKnowledge, type Knowledge, type Tables } from './knowledge.ts';
import { layOver } from './lay-over.ts';
import { readTableFiles } from './read-tables.ts';
import { keepSealed, readSealed, seal } from './sealed-file.ts';
import { cacheFileOf } from './tables-key.ts';

export interface LoadOptions {
  /** The shipped tables. */
  readonly dir: string;
  /** A team's own tables, laid over the shipped ones. */
  readonly extraDir?: string | undefined;
  /** Where what was read is kept, by the hash of the files; none: nothing is kept. */
  readonly cacheDir?: string | undefined;
  /** The shipped tables as the package's build compiled them; read instead of `dir` where it is there. */
  readonly compiledFile?: string | undefined;
}

/**
 * Loads the tables.
 *
 * @throws KnowledgeError with every fault in every file, each with its place
 */
export function loadKnowledge({ dir, extraDir, cacheDir, compiledFile }: LoadOptions): Knowledge {
  const ours = readCompiled(compiledFile) ?? readFolder(dir, cacheDir);
  if (extraDir === undefined) {
    refuse([ours]);
    ours.keep();
    return createKnowledge(ours.tables);
  }
  const theirs = readFolder(extraDir, cacheDir);
  refuse([ours, theirs]);
  ours.keep();
  theirs.keep();
  return createKnowledge(layOver(ours.tables, theirs.tables));
}

/**
 * The tables of a folder as one text, which `loadKnowledge` takes as `compiledFile`.
 *
 * @throws KnowledgeError as `loadKnowledge` does
 */
export function compileKnowledge(dir: string): string {
  const folder = readFolder(dir, undefined);
  refuse([folder]);
  return seal(JSON.stringify(folder.tables));
}

interface Folder extends Layer {
  readonly faults: readonly KnowledgeFault[];
  /** Puts what was read into the cache, when it was not from there. */
  keep(): void;
}

function readFolder(dir: string, cacheDir: string | undefined): Folder {
  const { files, faults } = readTableFiles(dir);
  const cacheFile =
    cacheDir === undefined || faults.length > 0 ? undefined : cacheFileOf(files, cacheDir);
  const cached = cacheFile === undefined ? undefined : readSealed(cacheFile);
  if (cached !== undefined) {
    // Only what this code has read and checked itself bears the seal.
    const tables = JSON.parse(cached) as Tables;
    return { tables, faults, places: () => joinTables(files).places, keep: nothing };
  }
  const joined = joinTables(files);
  return {
    tables: joined.tables,
    faults: [...faults, ...joined.faults],
    places: () => joined.places,
    keep: () => {
      if (cacheFile !== undefined) keepSealed(cacheFile, JSON.stringify(joined.tables));
    },
  };
}

function readCompiled(file: string | undefined): Folder | undefined {
  const json = file === undefined ? undefined : readSealed(file);
  if (json === undefined) return undefined;
  const tables = JSON.parse(json) as Tables;
  return { tables, faults: [], places: () => undefined, keep: nothing };
}

function nothing(): void {}

/** While a file cannot be read, what it would have held is not missed elsewhere. */
function refuse(folders: readonly Folder[]): void {
  const faults = folders.flatMap((folder) => folder.faults);
  faults.push(...(faults.length > 0 ? checkNames(folders) : checkTables(folders)));
  if (faults.length > 0) throw new KnowledgeError(faults);
}
