import type { KnowledgeFault } from '../errors.ts';
import { squash } from '../evidence/lexicon-index.ts';
import { fault } from './fault.ts';
import type { Place, Places } from './join-tables.ts';
import type { Tables, VendorTable } from './knowledge.ts';

/** The tables of one folder. */
export interface Layer {
  readonly tables: Tables;
  /** Asked when there is a fault to place: tables from the cache are read again for it. */
  places(): Places | undefined;
}

/**
 * What can be checked only once all is there, ours first and a team's after it: a name belongs to one vendor,
 * a vendor has a key, a tip that is named exists. Names are compared as evidence does, by letters and digits.
 */
export function checkTables(layers: readonly Layer[]): readonly KnowledgeFault[] {
  return [...checkNames(layers), ...checkKeys(layers), ...checkTips(layers)];
}

/** Says only what is certain where some files could not be read. */
export function checkNames(layers: readonly Layer[]): readonly KnowledgeFault[] {
  const owners = new Map<string, string>();
  return layers.flatMap((layer) =>
    layer.tables.vendors.flatMap((table) =>
      namesOf(table).flatMap(({ name, path }) => {
        const owner = owners.get(squash(name));
        if (owner === undefined) owners.set(squash(name), table.vendor);
        if (owner === undefined || owner === table.vendor) return [];
        return [
          placed(layer.places()?.ofVendor(table.vendor, path), table.vendor, {
            field: fieldOf(path),
            expected: `expected a name of its own; \`${name}\` is the name of ${owner} already`,
          }),
        ];
      }),
    ),
  );
}

function checkKeys(layers: readonly Layer[]): readonly KnowledgeFault[] {
  const keyed = new Set(
    layers.flatMap(({ tables }) =>
      tables.vendors.flatMap(({ vendor, keys }) => (keys.length > 0 ? [vendor] : [])),
    ),
  );
  return layers.flatMap((layer) =>
    layer.tables.vendors
      .filter(({ vendor }) => !keyed.has(vendor))
      .map(({ vendor }) =>
        placed(layer.places()?.ofVendor(vendor, ['keys']), vendor, {
          field: 'keys',
          expected: "expected one of StackOne's provider keys at least",
        }),
      ),
  );
}

function checkTips(layers: readonly Layer[]): readonly KnowledgeFault[] {
  const last = new Map(
    layers.flatMap((layer) =>
      layer.tables.entries.map((entry) => [entry.id, { layer, entry }] as const),
    ),
  );
  return [...last.values()].flatMap(({ layer, entry }) =>
    entry.kind === 'tip'
      ? []
      : entry.tips.flatMap((tip, index) => {
          if (last.get(tip)?.entry.kind === 'tip') return [];
          return [
            placed(layer.places()?.ofEntry(entry.id, ['tips', index]), entry.id, {
              entry: entry.id,
              field: `tips[${index}]`,
              expected: `expected the id of a tip; there is no \`${tip}\``,
            }),
          ];
        }),
  );
}

function namesOf({ vendor, name, keys, aliases }: VendorTable): readonly {
  readonly name: string;
  readonly path: readonly PropertyKey[];
}[] {
  return [
    { name: vendor, path: ['vendor'] },
    { name, path: ['name'] },
    ...keys.flatMap((key, at) => [
      { name: key.key, path: ['keys', at, 'key'] },
      { name: key.name, path: ['keys', at, 'name'] },
    ]),
    ...aliases.map((alias, at) => ({ name: alias, path: ['aliases', at] })),
  ].filter((said) => squash(said.name) !== '');
}

function fieldOf([first, at, rest]: readonly PropertyKey[]): string {
  return `${String(first)}${at === undefined ? '' : `[${String(at)}]`}${rest === undefined ? '' : `.${String(rest)}`}`;
}

/** Compiled tables know no places: then the owner stands for the file. */
function placed(
  place: Place | undefined,
  owner: string,
  part: { readonly entry?: string; readonly field: string; readonly expected: string },
): KnowledgeFault {
  return fault(place?.file ?? `the shipped tables (${owner})`, {
    line: place?.line ?? null,
    ...part,
  });
}
