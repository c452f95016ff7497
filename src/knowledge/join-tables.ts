import type { KnowledgeFault } from '../errors.ts';
import { fault } from './fault.ts';
import type { Tables, VendorTable } from './knowledge.ts';
import { readTable, type TableRead } from './read-table.ts';
import type { TableFile } from './read-tables.ts';
import { type Entry, subjectFileSchema, type VendorFile, vendorFileSchema } from './schema.ts';

export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number | null;
}

/** Where something stands: the path begins at the vendor's file, or at the entry. */
export interface Places {
  ofVendor(vendor: string, path: readonly PropertyKey[]): Place | undefined;
  ofEntry(id: string, path: readonly PropertyKey[]): Place | undefined;
}

export interface Joined {
  readonly tables: Tables;
  readonly faults: readonly KnowledgeFault[];
  readonly places: Places;
}

type Find = (path: readonly PropertyKey[]) => Place;

/** Understands the files of one folder and joins them. An id or a vendor that stands twice is a fault. Never throws. */
export function joinTables(files: readonly TableFile[]): Joined {
  const faults: KnowledgeFault[] = [];
  const vendors: VendorTable[] = [];
  const entries: Entry[] = [];
  const vendorPlaces = new Map<string, Find>();
  const entryPlaces = new Map<string, Find>();

  for (const file of files) {
    const read = readFile(file);
    faults.push(...read.faults);
    if (read.value === undefined) continue;
    const { subject, vendor, entries: own } = read.value;
    const find: Find = (path) => ({ file: file.name, line: read.lineOf(path) });
    if (vendor !== undefined) {
      faults.push(...checkVendor(subject, find, vendorPlaces));
      vendorPlaces.set(subject, find);
      vendors.push(vendor);
    }
    for (const [index, entry] of own.entries()) {
      const findIn: Find = (path) => find(['entries', index, ...path]);
      faults.push(
        ...checkId(entry.id, subject, { find: findIn, known: entryPlaces.get(entry.id) }),
      );
      if (!entryPlaces.has(entry.id)) entryPlaces.set(entry.id, findIn);
    }
    entries.push(...own);
  }
  return {
    tables: { vendors, entries },
    faults,
    places: {
      ofVendor: (vendor, path) => vendorPlaces.get(vendor)?.(path),
      ofEntry: (id, path) => entryPlaces.get(id)?.(path),
    },
  };
}

interface File {
  readonly subject: string;
  readonly vendor?: VendorTable;
  readonly entries: readonly Entry[];
}

function readFile({ name, kind, text }: TableFile): TableRead<File> {
  switch (kind) {
    case 'vendor': {
      const read = readTable(name, text, vendorFileSchema);
      return { ...read, value: read.value && splitVendor(read.value) };
    }
    case 'subject': {
      const read = readTable(name, text, subjectFileSchema);
      return { ...read, value: read.value };
    }
    default:
      return kind satisfies never;
  }
}

function splitVendor({ entries, $schema: _, version: __, ...vendor }: VendorFile): File {
  return { subject: vendor.vendor, vendor, entries };
}

function checkVendor(
  vendor: string,
  find: Find,
  places: ReadonlyMap<string, Find>,
): readonly KnowledgeFault[] {
  const { file, line } = find(['vendor']);
  const known = places.get(vendor)?.(['vendor']);
  const isNamedSo = file.replace(/^providers\/|\.ya?ml$/g, '') === vendor;
  return [
    ...(isNamedSo
      ? []
      : [fault(file, { line, field: 'vendor', expected: 'expected the name of the file' })]),
    ...(known === undefined
      ? []
      : [
          fault(file, {
            line,
            field: 'vendor',
            expected: `expected one file for each vendor; it is in ${known.file} too`,
          }),
        ]),
  ];
}

function checkId(
  id: string,
  subject: string,
  { find, known }: { readonly find: Find; readonly known: Find | undefined },
): readonly KnowledgeFault[] {
  const problems = [
    ...(id.startsWith(`${subject}/`) ? [] : [`expected an id that begins with \`${subject}/\``]),
    ...(known === undefined
      ? []
      : [`expected an id of its own; it is in ${known([]).file}:${known(['id']).line ?? '?'} too`]),
  ];
  if (problems.length === 0) return [];
  const { file, line } = find(['id']);
  return problems.map((expected) => fault(file, { line, entry: id, field: 'id', expected }));
}
