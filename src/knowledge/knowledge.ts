import type { Lexicon, StatusName, Vendor } from '../evidence/lexicon.ts';
import type { Entry, TipEntry, VendorFile } from './schema.ts';

/** The tables, checked and indexed. */
export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>;
  /** By short name. */
  readonly vendors: ReadonlyMap<string, VendorTable>;
  /** The entries whose id begins with that short name. */
  byVendor(name: string): readonly Entry[];
  tip(id: string): TipEntry | undefined;
  readonly lexicon: Lexicon;
  /** Vendors' names as people read them, by short name. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A vendor without its entries. */
export type VendorTable = Omit<VendorFile, 'entries' | '$schema' | 'version'>;

/** Tables as data: what the files hold, checked, in one piece. */
export interface Tables {
  readonly vendors: readonly VendorTable[];
  readonly entries: readonly Entry[];
}

export function createKnowledge({ vendors, entries }: Tables): Knowledge {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const bySubject = new Map<string, Entry[]>();
  for (const entry of entries) {
    const subject = entry.id.split('/', 1)[0] ?? '';
    const own = bySubject.get(subject);
    if (own === undefined) bySubject.set(subject, [entry]);
    else own.push(entry);
  }
  return {
    entries: byId,
    vendors: new Map(vendors.map((vendor) => [vendor.vendor, vendor])),
    byVendor: (name) => bySubject.get(name) ?? [],
    tip(id) {
      const entry = byId.get(id);
      return entry?.kind === 'tip' ? entry : undefined;
    },
    lexicon: {
      vendors: vendors.map((table) => toVendor(table, bySubject.get(table.vendor) ?? [])),
      statusNames: entries.flatMap(statusNamesOf),
    },
    labels: Object.fromEntries(vendors.map(({ vendor, name }) => [vendor, name])),
  };
}

function toVendor(
  { vendor, name, keys, aliases, nicknames, hosts, needsContext, errorPaths }: VendorTable,
  entries: readonly Entry[],
): Vendor {
  return {
    name: vendor,
    label: name,
    keys: keys.map(({ key }) => key),
    aliases: [...new Set([...aliases, ...keys.map((key) => key.name)])],
    nicknames,
    hosts: hosts.map((host) => (typeof host === 'string' ? { host } : host)),
    categories: [...new Set(keys.flatMap(({ categories }) => categories))],
    needsContext: needsContext ?? false,
    errorPaths,
    marks: marksOf(entries),
  };
}

/** What the entries of a vendor, and the causes within them, are told by. */
function marksOf(entries: readonly Entry[]): Vendor['marks'] {
  const whens = entries.flatMap((entry) => [
    ...(entry.kind === 'tip' ? [] : [entry.when]),
    ...(entry.kind === 'error' ? entry.variants.flatMap(({ when = [] }) => when) : []),
  ]);
  return {
    codes: [...new Set(whens.flatMap(({ codes }) => codes ?? []))],
    phrases: [...new Set(whens.flatMap(({ phrases }) => phrases ?? []))],
  };
}

/** Only the platform's and the registered statuses go by names; a provider's own words are matched by its entries. */
function statusNamesOf(entry: Entry): readonly StatusName[] {
  if (entry.kind !== 'error' || !/^(?:stackone|http)\//.test(entry.id)) return [];
  const status = entry.when.platformStatus?.[0];
  if (status === undefined) return [];
  return [
    ...entry.names.map((name) => ({ status, name, kind: 'phrase' as const })),
    ...entry.identifiers.map((name) => ({ status, name, kind: 'code' as const })),
  ];
}
