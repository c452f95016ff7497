import type { Tables, VendorTable } from './knowledge.ts';

/** A team's tables over ours: an entry of a known id is replaced, a known vendor is added to, what is new is added. */
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

/** What a team says comes first; what it leaves out stays. */
function mergeVendor(ours: VendorTable, more: VendorTable): VendorTable {
  const keys = new Set(more.keys.map(({ key }) => key));
  return {
    ...ours,
    name: more.name,
    needsContext: more.needsContext ?? ours.needsContext,
    keys: [...ours.keys.filter(({ key }) => !keys.has(key)), ...more.keys],
    aliases: [...new Set([...ours.aliases, ...more.aliases])],
    nicknames: [...new Set([...ours.nicknames, ...more.nicknames])],
    hosts: [...ours.hosts, ...more.hosts],
    errorPaths: {
      code: [...new Set([...more.errorPaths.code, ...ours.errorPaths.code])],
      message: [...new Set([...more.errorPaths.message, ...ours.errorPaths.message])],
    },
  };
}
