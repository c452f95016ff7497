import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeFault } from '../errors.ts';
import { MAX_FILE_CHARS } from './read-table.ts';

/** One file of tables, read but not yet understood. */
export interface TableFile {
  /** Relative to the folder, with `/`. */
  readonly name: string;
  readonly kind: 'subject' | 'vendor';
  readonly text: string;
}

const MAX_FILES = 5_000;

/** The YAML files of a folder of tables: `*.yml` are subjects, `providers/*.yml` vendors. In the order of their names. */
export function readTableFiles(dir: string): {
  readonly files: readonly TableFile[];
  readonly faults: readonly KnowledgeFault[];
} {
  const subjects = namesIn(dir);
  if (subjects === undefined)
    return {
      files: [],
      faults: [
        {
          file: dir,
          line: null,
          entry: null,
          field: null,
          expected: 'expected a folder with tables that I can read',
        },
      ],
    };
  const names = [
    ...subjects.map((name) => ({ name, kind: 'subject' as const })),
    ...(namesIn(join(dir, 'providers')) ?? []).map((name) => ({
      name: `providers/${name}`,
      kind: 'vendor' as const,
    })),
  ];
  const faults: KnowledgeFault[] =
    names.length > MAX_FILES
      ? [
          {
            file: dir,
            line: null,
            entry: null,
            field: null,
            expected: `expected at most ${MAX_FILES} files, found ${names.length}`,
          },
        ]
      : [];
  const files = names.slice(0, MAX_FILES).flatMap(({ name, kind }) => {
    const read = readOne(join(dir, name));
    if (typeof read === 'string') return [{ name, kind, text: read }];
    faults.push({ file: name, line: null, entry: null, field: null, expected: read.expected });
    return [];
  });
  return { files, faults };
}

function namesIn(dir: string): readonly string[] | undefined {
  try {
    return readdirSync(dir)
      .filter((name) => /\.ya?ml$/.test(name))
      .toSorted();
  } catch {
    return undefined;
  }
}

function readOne(path: string): string | { readonly expected: string } {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { expected: 'expected a file' };
    if (stat.size > MAX_FILE_CHARS)
      return { expected: `expected at most ${MAX_FILE_CHARS} bytes, found ${stat.size}` };
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    return {
      expected: `expected a readable UTF-8 file (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'})`,
    };
  }
}
