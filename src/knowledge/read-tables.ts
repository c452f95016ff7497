import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeFault } from '../errors.ts';
import { fault } from './fault.ts';

/** One file of tables, read but not yet understood. */
export interface TableFile {
  /** Relative to the folder, with `/`. */
  readonly name: string;
  readonly kind: 'subject' | 'vendor';
  readonly text: string;
}

/** Larger files are refused: ours have up to 50 kilobytes. */
const MAX_FILE_BYTES = 1_048_576;
const MAX_FILES = 5_000;
/** Of all files of a folder together. */
const MAX_TOTAL_BYTES = 32 * 1_048_576;

/** The YAML files of a folder of tables: `*.yml` are subjects, `providers/*.yml` vendors. In the order of their names. */
export function readTableFiles(dir: string): {
  readonly files: readonly TableFile[];
  readonly faults: readonly KnowledgeFault[];
} {
  const subjects = namesIn(dir);
  if (typeof subjects === 'string') return none(dir, subjects);
  const vendors = namesIn(join(dir, 'providers'));
  if (typeof vendors === 'string' && vendors !== 'ENOENT') return none('providers', vendors);
  const names = [
    ...subjects.map((name) => ({ name, kind: 'subject' as const })),
    ...(typeof vendors === 'string' ? [] : vendors).map((name) => ({
      name: `providers/${name}`,
      kind: 'vendor' as const,
    })),
  ];
  if (names.length === 0) {
    return none(dir, 'expected tables in it: `*.yml`, or `providers/*.yml`');
  }
  if (names.length > MAX_FILES) {
    return none(dir, `expected at most ${MAX_FILES} files, found ${names.length}`);
  }
  const faults: KnowledgeFault[] = [];
  let total = 0;
  const files = names.flatMap(({ name, kind }) => {
    const read = readOne(join(dir, name), MAX_TOTAL_BYTES - total);
    if (typeof read === 'string') {
      total += read.length;
      return [{ name, kind, text: read }];
    }
    faults.push(fault(name, read));
    return [];
  });
  return { files, faults };
}

function none(file: string, reason: string): ReturnType<typeof readTableFiles> {
  const expected = /^\w+$/.test(reason)
    ? `expected a folder with tables that I can read (${reason})`
    : reason;
  return { files: [], faults: [fault(file, { expected })] };
}

/** Or the system's word for why not. */
function namesIn(dir: string): readonly string[] | string {
  try {
    return readdirSync(dir)
      .filter((name) => /\.ya?ml$/.test(name))
      .toSorted();
  } catch (error) {
    return codeOf(error);
  }
}

function readOne(path: string, leftBytes: number): string | { readonly expected: string } {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { expected: 'expected a file' };
    if (stat.size > MAX_FILE_BYTES)
      return { expected: `expected at most ${MAX_FILE_BYTES} bytes, found ${stat.size}` };
    if (stat.size > leftBytes)
      return { expected: `expected at most ${MAX_TOTAL_BYTES} bytes in all files together` };
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    return { expected: `expected a readable UTF-8 file (${codeOf(error)})` };
  }
}

/** The message would name the machine's own paths. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
