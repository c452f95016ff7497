import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { KnowledgeFault } from '../errors.ts';
import { checkDocument } from './check-document.ts';
import { checkShape, SHAPE_LIMITS } from './check-shape.ts';
import { fault } from './fault.ts';
import { say } from './say-issue.ts';

/** More faults than this in one file are not listed. */
const MAX_FAULTS = 50;

export interface TableRead<T> {
  readonly value: T | undefined;
  readonly faults: readonly KnowledgeFault[];
  /** The 1-based line of what stands at a path, for faults that are found later. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** One YAML file against its schema. Every fault has its line, its entry and its field. Never throws. */
export function readTable<T>(file: string, text: string, schema: z.ZodType<T>): TableRead<T> {
  const shape = text.includes('\u0000')
    ? { line: null, expected: 'expected UTF-8 text' }
    : checkShape(text);
  if (shape !== undefined) return unread([fault(file, shape)]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    schema: 'core',
    logLevel: 'error',
  });
  const broken = [
    ...document.errors.map(({ pos, message }) => ({ at: pos[0], expected: sayError(message) })),
    ...(document.errors.length > 0 ? [] : checkDocument(document)),
  ];
  if (broken.length > 0) {
    return unread(
      broken
        .slice(0, MAX_FAULTS)
        .map(({ at, expected }) => fault(file, { line: lines.linePos(at).line, expected })),
    );
  }
  const raw = toPlain(document);
  if (raw instanceof Error) {
    return unread([fault(file, { expected: `expected a plain document: ${raw.message}` })]);
  }
  const parsed = schema.safeParse(raw);
  const lineOf = (path: readonly PropertyKey[]): number | null => lineAt(document, lines, path);
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const said = parsed.error.issues
    .slice(0, MAX_FAULTS)
    .flatMap((issue) => say(issue, { raw, schema }))
    .slice(0, MAX_FAULTS);
  const faults = said.map(({ path, expected }) =>
    fault(file, {
      line: lineOf(path),
      entry: entryAt(raw, path),
      field: fieldOf(path),
      expected,
    }),
  );
  return { value: undefined, lineOf, faults };
}

function unread(faults: readonly KnowledgeFault[]): TableRead<never> {
  return { value: undefined, faults, lineOf: () => null };
}

function sayError(message: string): string {
  return message.startsWith('Source contains multiple documents')
    ? 'expected one document; a second one begins here'
    : `expected valid YAML: ${message.split('\n', 1)[0]}`;
}

/** Anchors may be used, but not to blow a small file up. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: SHAPE_LIMITS.aliases });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
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
  return typeof id === 'string' ? id : `entries[${index}]`;
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
