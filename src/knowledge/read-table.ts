import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { KnowledgeFault } from '../errors.ts';
import { say } from './say-issue.ts';

/** Larger files are refused: ours have a few kilobytes. */
export const MAX_FILE_CHARS = 1_048_576;
/** More faults than this in one file are not listed. */
const MAX_FAULTS = 50;

export interface TableRead<T> {
  readonly value: T | undefined;
  readonly faults: readonly KnowledgeFault[];
  /** The 1-based line of the entry at an index, for faults that are found later. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** One YAML file against its schema. Every fault has its line, its entry and its field. Never throws. */
export function readTable<T>(file: string, text: string, schema: z.ZodType<T>): TableRead<T> {
  const none = { value: undefined, lineOf: () => null };
  if (text.length > MAX_FILE_CHARS)
    return {
      ...none,
      faults: [
        fault(file, {
          expected: `expected at most ${MAX_FILE_CHARS} characters, found ${text.length}`,
        }),
      ],
    };
  if (text.includes('\u0000'))
    return { ...none, faults: [fault(file, { expected: 'expected UTF-8 text' })] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    schema: 'core',
  });
  const lineOf = (path: readonly PropertyKey[]): number | null => lineAt(document, lines, path);
  if (document.errors.length > 0) {
    return {
      ...none,
      faults: document.errors.slice(0, MAX_FAULTS).map((error) =>
        fault(file, {
          line: lines.linePos(error.pos[0]).line,
          expected: `expected valid YAML: ${error.message.split('\n', 1)[0]}`,
        }),
      ),
    };
  }
  const raw = toPlain(document);
  if (raw instanceof Error)
    return {
      ...none,
      faults: [fault(file, { expected: `expected a plain document: ${raw.message}` })],
    };
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.flatMap((issue) => say(issue, raw)).slice(0, MAX_FAULTS);
  return {
    ...none,
    lineOf,
    faults: faults.map(({ path, expected }) =>
      fault(file, {
        line: lineOf(path),
        entry: entryAt(raw, path),
        field: fieldOf(path),
        expected,
      }),
    ),
  };
}

/** Anchors may be used, but not to blow a small file up. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function fault(
  file: string,
  part: Partial<Omit<KnowledgeFault, 'file'>> & { readonly expected: string },
): KnowledgeFault {
  return { file, line: null, entry: null, field: null, ...part };
}

/** The line of a value, or of the nearest thing around it that is there. */
function lineAt(
  document: Document.Parsed,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range =
      typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
  }
  return null;
}

function entryAt(raw: unknown, path: readonly PropertyKey[]): string | null {
  const [list, index] = path;
  if (list !== 'entries' || typeof index !== 'number' || typeof raw !== 'object' || raw === null)
    return null;
  const entries: unknown = Reflect.get(raw, 'entries');
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
  const id: unknown =
    typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
  return typeof id === 'string' ? id.slice(0, 100) : `entries[${index}]`;
}

function fieldOf(path: readonly PropertyKey[]): string | null {
  const own = path[0] === 'entries' && typeof path[1] === 'number' ? path.slice(2) : path;
  return own.length === 0
    ? null
    : own
        .map((part, at) =>
          typeof part === 'number' ? `[${part}]` : at === 0 ? String(part) : `.${String(part)}`,
        )
        .join('');
}
