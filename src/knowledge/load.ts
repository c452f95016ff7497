import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KnowledgeError, type KnowledgeFault } from '../errors.ts';
import { checkTables, joinTables, layOver } from './join-tables.ts';
import { createKnowledge, type Knowledge, type Tables } from './knowledge.ts';
import { readTableFiles, type TableFile } from './read-tables.ts';

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
  const ours =
    (compiledFile === undefined ? undefined : readCompiled(compiledFile)) ??
    loadTables(dir, cacheDir);
  if (extraDir === undefined) return createKnowledge(ours);
  const theirs = loadTables(extraDir, cacheDir, { isWhole: false });
  const both = layOver(ours, theirs);
  refuse(checkTables(both));
  return createKnowledge(both);
}

/** The tables of a folder as one JSON text, which `loadKnowledge` takes as `compiledFile`. */
export function compileKnowledge(dir: string): string {
  return seal(JSON.stringify(loadTables(dir, undefined)));
}

/** Raised when the shape of what is kept changes. */
const VERSION = 1;

function loadTables(
  dir: string,
  cacheDir: string | undefined,
  { isWhole } = { isWhole: true },
): Tables {
  const { files, faults } = readTableFiles(dir);
  const cacheFile =
    cacheDir === undefined || faults.length > 0
      ? undefined
      : join(cacheDir, `tables-${hashOf(files)}.json`);
  const cached = cacheFile === undefined ? undefined : readCompiled(cacheFile);
  if (cached !== undefined) return cached;
  const joined = joinTables(files);
  refuse([
    ...faults,
    ...joined.faults,
    ...(isWhole && joined.faults.length === 0 ? checkTables(joined.tables) : []),
  ]);
  if (cacheFile !== undefined) keep(cacheFile, seal(JSON.stringify(joined.tables)));
  return joined.tables;
}

function refuse(faults: readonly KnowledgeFault[]): void {
  if (faults.length > 0) throw new KnowledgeError(faults);
}

function hashOf(files: readonly TableFile[]): string {
  const hash = createHash('sha256').update(`v${VERSION}\n`);
  for (const { name, text } of files) hash.update(`${name}\n${text.length}\n`).update(text);
  return hash.digest('hex').slice(0, 32);
}

/** The first line is the hash of the rest: what was cut off or touched is not taken. */
function seal(json: string): string {
  return `${createHash('sha256').update(`v${VERSION}\n`).update(json).digest('hex')}\n${json}`;
}

function readCompiled(file: string): Tables | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    // Only what this code has written and checked itself bears the right hash.
    return seal(json).startsWith(text.slice(0, end + 1)) && end === 64
      ? (JSON.parse(json) as Tables)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is no fault: the next start reads the files again. */
function keep(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(fresh, text, { mode: 0o600 });
    renameSync(fresh, file);
  } catch {
    // nothing kept
  }
}
