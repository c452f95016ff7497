import type { z } from 'zod';

export interface SaidIssue {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

type Issue = z.core.$ZodIssue;

/** A zod issue as a person would say it: what was expected there, and what was found. */
export function say(issue: Issue, raw: unknown): readonly SaidIssue[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        expected: `expected no field \`${key}\``,
      }));
    case 'invalid_union':
      return sayUnion(issue, raw);
    case 'invalid_type':
      return [
        {
          path: issue.path,
          expected:
            foundAt(raw, issue.path) === undefined
              ? 'expected this field, which is missing'
              : `expected ${article(issue.expected)}, found ${typeName(foundAt(raw, issue.path))}`,
        },
      ];
    case 'invalid_value':
      return [
        {
          path: issue.path,
          expected: `expected one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`,
        },
      ];
    case 'too_small':
      return [
        { path: issue.path, expected: `expected at least ${issue.minimum}${unit(issue.origin)}` },
      ];
    case 'too_big':
      return [
        { path: issue.path, expected: `expected at most ${issue.maximum}${unit(issue.origin)}` },
      ];
    case 'invalid_format':
      return [
        {
          path: issue.path,
          expected: `expected ${issue.format === 'regex' ? `the form ${issue.pattern}` : `a valid ${issue.format}`}`,
        },
      ];
    default:
      return [{ path: issue.path, expected: `expected: ${issue.message}` }];
  }
}

/** Of a union the branch that came closest tells most: the one with the fewest issues. */
function sayUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  raw: unknown,
): readonly SaidIssue[] {
  if (issue.errors.length === 0)
    return [{ path: issue.path, expected: 'expected `kind` to be one of `error`, `quirk`, `tip`' }];
  const [closest] = issue.errors.toSorted((one, other) => one.length - other.length);
  return (closest ?? []).flatMap((inner) =>
    say({ ...inner, path: [...issue.path, ...inner.path] }, raw),
  );
}

function foundAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    raw,
  );
}

function typeName(value: unknown): string {
  return value === null ? 'nothing' : Array.isArray(value) ? 'a list' : article(typeof value);
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a map',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
  };
  return names[type] ?? type;
}

function unit(origin: string): string {
  return origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '';
}
