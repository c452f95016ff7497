import type { KnowledgeFault } from '../errors.ts';
import type { Tables } from './knowledge.ts';
import { readTable, type TableRead } from './read-table.ts';
import type { TableFile } from './read-tables.ts';
import {
  type Entry,
  type SubjectFile,
  subjectFileSchema,
  type VendorFile,
  vendorFileSchema,
} from './schema.ts';

/** Understands files of tables and joins them; what contradicts across files is a fault too. Never throws. */
export function joinTables(files: readonly TableFile[]): {
  readonly tables: Tables;
  readonly faults: readonly KnowledgeFault[];
} {
  const faults: KnowledgeFault[] = [];
  const vendors: Tables['vendors'][number][] = [];
  const entries: Entry[] = [];
  const places = new Map<string, string>();
  for (const file of files) {
    const read =
      file.kind === 'vendor'
        ? readTable(file.name, file.text, vendorFileSchema)
        : readTable<SubjectFile | VendorFile>(file.name, file.text, subjectFileSchema);
    faults.push(...read.faults);
    if (read.value === undefined) continue;
    const subject = 'vendor' in read.value ? read.value.vendor : read.value.subject;
    faults.push(...checkFile(file, subject, { entries: read.value.entries, read, places }));
    if ('vendor' in read.value) {
      const { entries: _, $schema: __, version: ___, ...vendor } = read.value;
      vendors.push(vendor);
    }
    entries.push(...read.value.entries);
  }
  return { tables: { vendors, entries }, faults };
}

function checkFile(
  file: TableFile,
  subject: string,
  {
    entries,
    read,
    places,
  }: {
    readonly entries: readonly Entry[];
    readonly read: TableRead<unknown>;
    readonly places: Map<string, string>;
  },
): readonly KnowledgeFault[] {
  const faults: KnowledgeFault[] = [];
  const at = (
    path: readonly PropertyKey[],
    entry: string | null,
    field: string,
    expected: string,
  ): void => void faults.push({ file: file.name, line: read.lineOf(path), entry, field, expected });
  if (file.kind === 'vendor' && file.name.replace(/^providers\/|\.ya?ml$/g, '') !== subject)
    at(['vendor'], null, 'vendor', 'expected the name of the file');
  for (const [index, { id }] of entries.entries()) {
    const line = read.lineOf(['entries', index, 'id']);
    if (id.split('/', 1)[0] !== subject)
      at(['entries', index, 'id'], id, 'id', `expected an id that begins with \`${subject}/\``);
    const before = places.get(id);
    if (before !== undefined)
      at(['entries', index, 'id'], id, 'id', `expected an id of its own; it is in ${before} too`);
    else places.set(id, `${file.name}:${line ?? '?'}`);
  }
  return faults;
}

/** A team's tables over ours: a known id or vendor is replaced or added to, a new one is added. */
export function layOver(ours: Tables, theirs: Tables): Tables {
  const replaced = new Set(theirs.entries.map(({ id }) => id));
  const extra = new Map(theirs.vendors.map((vendor) => [vendor.vendor, vendor]));
  const known = new Set(ours.vendors.map(({ vendor }) => vendor));
  return {
    entries: [...ours.entries.filter(({ id }) => !replaced.has(id)), ...theirs.entries],
    vendors: [
      ...ours.vendors.map((vendor) => {
        const more = extra.get(vendor.vendor);
        return more === undefined ? vendor : mergeVendor(vendor, more);
      }),
      ...theirs.vendors.filter(({ vendor }) => !known.has(vendor)),
    ],
  };
}

function mergeVendor(
  ours: Tables['vendors'][number],
  more: Tables['vendors'][number],
): Tables['vendors'][number] {
  const keys = new Set(more.keys.map(({ key }) => key));
  return {
    ...ours,
    name: more.name,
    needsContext: more.needsContext,
    keys: [...ours.keys.filter(({ key }) => !keys.has(key)), ...more.keys],
    aliases: [...new Set([...ours.aliases, ...more.aliases])],
    hosts: [...ours.hosts, ...more.hosts],
    errorPaths: {
      code: [...more.errorPaths.code, ...ours.errorPaths.code],
      message: [...more.errorPaths.message, ...ours.errorPaths.message],
    },
  };
}

/** What can only be checked once all is there: tips that are named exist, and no alias is claimed twice. */
export function checkTables({ entries, vendors }: Tables): readonly KnowledgeFault[] {
  const tips = new Set(entries.flatMap((entry) => (entry.kind === 'tip' ? [entry.id] : [])));
  const missing = entries.flatMap((entry) =>
    entry.kind === 'tip'
      ? []
      : entry.tips
          .filter((tip) => !tips.has(tip))
          .map((tip) => ({
            file: 'all tables',
            line: null,
            entry: entry.id,
            field: 'tips',
            expected: `expected the id of a tip; there is no \`${tip}\``,
          })),
  );
  const owners = new Map<string, string>();
  const claimed = vendors.flatMap(({ vendor, aliases, keys }) =>
    [...aliases, ...keys.map(({ key }) => key)].flatMap((alias) => {
      const owner = owners.get(alias.toLowerCase());
      owners.set(alias.toLowerCase(), owner ?? vendor);
      return owner === undefined || owner === vendor
        ? []
        : [
            {
              file: `providers/${vendor}.yml`,
              line: null,
              entry: null,
              field: 'aliases',
              expected: `expected a name of its own; \`${alias}\` is ${owner}'s`,
            },
          ];
    }),
  );
  return [...missing, ...claimed];
}
