import * as z from 'zod';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
}

/**
 * The names of the fields that may stand at a place, for "did you mean". Read from the JSON Schema of the tables,
 * which is made when the first unknown field is met.
 */
export function knownFields(
  schema: z.ZodType,
  raw: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  let shapes = branches([z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as Shape], raw);
  let value = raw;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    const inner = shapes.flatMap(
      ({ properties, items }) =>
        (typeof key === 'number' ? items : properties?.[String(key)]) ?? [],
    );
    shapes = branches(inner, value);
  }
  return shapes.flatMap(({ properties }) => Object.keys(properties ?? {}));
}

/** The branches of a union; of one by `kind` those with the kind that is there. */
function branches(shapes: readonly Shape[], value: unknown): readonly Shape[] {
  const kind: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined;
  return shapes
    .flatMap((shape) => [shape, ...(shape.anyOf ?? []), ...(shape.oneOf ?? [])])
    .filter(({ properties }) => {
      const own = properties?.['kind']?.const;
      return own === undefined || own === kind;
    });
}

/** The name that is at most two slips away (one in short names), or `undefined`. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > 40) return undefined;
  const [best] = names
    .map((name) => ({ name, slips: slipsBetween(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= (name.length > 4 ? 2 : 1))
    .toSorted((one, other) => one.slips - other.slips);
  return best?.name;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwap =
        row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current.push(
        Math.min(
          (last[at] ?? 0) + 1,
          (current[at - 1] ?? 0) + 1,
          (last[at - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
