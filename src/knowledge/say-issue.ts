import type { z } from 'zod';
import { knownFields, nearestName } from './known-fields.ts';

export interface SaidIssue {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

interface Context {
  /** What the file holds. */
  readonly raw: unknown;
  readonly schema: z.ZodType;
}

type Issue = z.core.$ZodIssue;

/** A zod issue as a person would say it: what was expected there, and what was found. */
export function say(issue: Issue, context: Context): readonly SaidIssue[] {
  const found = foundAt(context.raw, issue.path);
  const said = (expected: string): readonly SaidIssue[] => [{ path: issue.path, expected }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return sayUnknownFields(issue, context);
    case 'invalid_union':
      return sayUnion(issue, context);
    case 'invalid_type':
      return said(
        found === undefined
          ? MISSING
          : `expected ${nameOfType(issue.expected)}, found ${show(found)}`,
      );
    case 'invalid_value':
      return said(found === undefined ? MISSING : `expected ${oneOf(issue.values)}`);
    case 'too_small':
      return said(`expected at least ${count(issue.minimum, issue.origin)}`);
    case 'too_big':
      return said(`expected at most ${count(issue.maximum, issue.origin)}`);
    default:
      // The schema words its own formats: `expected a day, as YYYY-MM-DD`.
      return said(
        issue.message.startsWith('expected') ? issue.message : `expected: ${issue.message}`,
      );
  }
}

const MISSING = 'expected this field, which is missing';

/** Of a map with many of them the first ones. */
const MAX_UNKNOWN = 20;

function sayUnknownFields(
  { keys, path }: Extract<Issue, { code: 'unrecognized_keys' }>,
  { raw, schema }: Context,
): readonly SaidIssue[] {
  const known = knownFields(schema, raw, path);
  return keys.slice(0, MAX_UNKNOWN).map((key) => {
    const near = nearestName(key, known);
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
    return { path: [...path, key], expected: `expected no field \`${key}\`${hint}` };
  });
}

/** Of a union the branch that came closest tells most: one that took the value's type, then the fewest issues. */
function sayUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  context: Context,
): readonly SaidIssue[] {
  const [closest] = issue.errors.toSorted(
    (one, other) =>
      Number(isOfOtherType(one)) - Number(isOfOtherType(other)) || one.length - other.length,
  );
  if (closest === undefined) {
    const isMissing = foundAt(context.raw, issue.path) === undefined;
    const kinds = oneOf(['error', 'quirk', 'tip']);
    return [{ path: issue.path, expected: isMissing ? MISSING : `expected ${kinds}` }];
  }
  return closest.flatMap((inner) =>
    say({ ...inner, path: [...issue.path, ...inner.path] }, context),
  );
}

function isOfOtherType(issues: readonly Issue[]): boolean {
  return issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
}

function foundAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    raw,
  );
}

/** What was found, by value where that helps: `010` without quotes is the number 10. */
function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return `\`${value}\``;
    default:
      return typeof value === 'string' ? 'text' : 'a map';
  }
}

function nameOfType(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text (in quotes where it looks like a number)',
    array: 'a list',
    object: 'a map',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
  };
  return names[type] ?? type;
}

function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => `\`${String(value)}\``).join(', ');
  return values.length === 1 ? quoted : `one of ${quoted}`;
}

function count(limit: number | bigint, origin: string): string {
  const units: Readonly<Record<string, string>> = { string: 'character', array: 'item' };
  const unit = units[origin];
  return unit === undefined ? String(limit) : `${limit} ${unit}${Number(limit) === 1 ? '' : 's'}`;
}
