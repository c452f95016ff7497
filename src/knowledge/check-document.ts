import { type Document, isScalar, visit } from 'yaml';

export interface NodeFault {
  /** Offset into the text. */
  readonly at: number;
  readonly expected: string;
}

/**
 * Keys that stand twice, keys that are no names, and aliases of nothing.
 * `yaml` looks for twins itself, but compares each key of a map with all others: minutes for a hostile file.
 */
export function checkDocument(document: Document.Parsed): readonly NodeFault[] {
  const faults: NodeFault[] = [];
  visit(document, {
    Map(_, map) {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) {
          faults.push({
            at: map.range?.[0] ?? 0,
            expected: 'expected a plain name for each field',
          });
          continue;
        }
        const name = String(key.value);
        if (keys.has(name)) {
          faults.push({
            at: key.range?.[0] ?? 0,
            expected: `expected \`${name}\` once; it stands twice here`,
          });
        }
        keys.add(name);
      }
    },
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      faults.push({
        at: alias.range?.[0] ?? 0,
        expected: `expected an anchor \`&${alias.source}\` above; there is none`,
      });
    },
  });
  return faults;
}
