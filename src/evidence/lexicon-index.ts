import type { LexiconIndex } from './fragment.ts';
import type { Lexicon, Vendor } from './lexicon.ts';
import { findMarks } from './marks.ts';
import { nameOfConsonants, nearName } from './near-names.ts';

const indexes = new WeakMap<Lexicon, LexiconIndex>();

/** The lexicon, indexed once. Typos are looked up with fuse.js, whose index is built when the first one comes. */
export function indexLexicon(lexicon: Lexicon): LexiconIndex {
  const known = indexes.get(lexicon);
  if (known !== undefined) return known;
  const made = build(lexicon);
  indexes.set(lexicon, made);
  return made;
}

function build(lexicon: Lexicon): LexiconIndex {
  const byName = new Map(lexicon.vendors.map((vendor) => [vendor.name, vendor]));
  const aliases = readAliases(lexicon.vendors);
  const keys = readKeys(lexicon.vendors);
  const nicknames = new Map(
    lexicon.vendors.flatMap((vendor) =>
      vendor.nicknames.map((name) => [squash(name), vendor.name] as const),
    ),
  );
  const companies = new Set(lexicon.vendors.filter(isCompany).map(({ label }) => squash(label)));
  const hosts = indexHosts(lexicon.vendors);
  const phrases = new Map<string, number>();
  const codes = new Map<string, number>();
  for (const { name, status, kind } of lexicon.statusNames) {
    if (kind === 'phrase') phrases.set(squash(name), status);
    else codes.set(name.toLowerCase(), status);
  }
  const near = {
    vendor: nearName(() => [...aliases.keys()]),
    consonants: nameOfConsonants(() => shortNames(lexicon.vendors)),
    status: nearName(() => [...phrases.keys()]),
  };
  const longest = [
    ...lexicon.vendors.flatMap((vendor) => [vendor.label, ...vendor.aliases]),
    ...lexicon.statusNames.map(({ name }) => name),
  ];
  return {
    vendorsOfHost: (host, path) => hosts(host, path),
    vendorOfName: (name) => keys.get(name.toLowerCase()) ?? aliases.get(squash(name)),
    vendorOfNickname: (name) => nicknames.get(squash(name)),
    vendorOfAction: (action) => vendorOfAction(action, keys),
    needsContext: (vendor) => byName.get(vendor)?.needsContext ?? false,
    isCompany: (name) => companies.has(squash(name)),
    isEverydayTool: (vendor) => isEverydayTool(byName.get(vendor)),
    errorPaths: (vendor) => byName.get(vendor)?.errorPaths ?? { code: [], message: [] },
    marksIn: findMarks(lexicon.vendors),
    statusOfCode: (identifier) => codes.get(identifier.toLowerCase()),
    statusOfPhrase: (phrase) => phrases.get(squash(phrase)),
    nearVendor: (word) => aliases.get(near.vendor(squash(word)) ?? ''),
    vendorOfConsonants: (word) => aliases.get(near.consonants(squash(word)) ?? ''),
    runNames: lexicon.statusNames
      .filter(({ name, kind }) => kind === 'phrase' && RUN.test(name))
      .toSorted((one, other) => other.name.length - one.name.length),
    nearStatus: (words) => phrases.get(near.status(squash(words)) ?? ''),
    maxWords: Math.min(6, Math.max(1, ...longest.map((name) => name.split(/\s+/).length))),
  };
}

/** What StackOne unifies is rarely anybody's own tool: a status beside its name is about StackOne. */
const UNIFIED = ['ats', 'hris', 'lms', 'crm'];

function isEverydayTool(vendor: Vendor | undefined): boolean {
  return (
    vendor?.needsContext === true &&
    // What StackOne says nothing of is no tool of every day for that alone.
    vendor.categories.length > 0 &&
    !isUnified(vendor)
  );
}

/** Its own name is no key and no alias of StackOne's: those are its products'. */
function isCompany({ label, keys, aliases, ...vendor }: Vendor): boolean {
  const own = [...keys, ...aliases].map(squash);
  return keys.length > 1 && !own.includes(squash(label)) && !isUnified(vendor);
}

function isUnified({ categories }: Pick<Vendor, 'categories'>): boolean {
  return categories.some((category) => UNIFIED.includes(category));
}

/** Of the vendors that StackOne unifies: `tbl` is a table, and not Tableau. */
function shortNames(vendors: readonly Vendor[]): readonly string[] {
  return vendors.filter(isUnified).flatMap(({ name, label }) => [squash(name), squash(label)]);
}

/** Chinese and Japanese. */
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Letters and digits only: `Smart Recruiters`, `smart-recruiters` and `SmartRecruiters` are one. */
export function squash(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function readAliases(vendors: readonly Vendor[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const vendor of vendors) {
    for (const alias of [vendor.name, vendor.label, ...vendor.keys, ...vendor.aliases]) {
      const short = squash(alias);
      if (short.length >= 2 && !aliases.has(short)) aliases.set(short, vendor.name);
    }
  }
  return aliases;
}

function readKeys(vendors: readonly Vendor[]): ReadonlyMap<string, string> {
  return new Map(
    vendors.flatMap((vendor) =>
      vendor.keys.map((key) => [key.toLowerCase(), vendor.name] as const),
    ),
  );
}

/** The longest provider key that an action's name begins with; a key may hold `_` itself. */
function vendorOfAction(action: string, keys: ReadonlyMap<string, string>): string | undefined {
  const parts = action.toLowerCase().split('_');
  for (let count = Math.min(parts.length - 1, 4); count > 0; count -= 1) {
    const vendor = keys.get(parts.slice(0, count).join('_'));
    if (vendor !== undefined) return vendor;
  }
  return undefined;
}

interface HostRule {
  readonly vendor: string;
  readonly labels: readonly string[];
  readonly path: string | undefined;
}

/** Rules by the last two labels of the host; `*` stands for one label or, in front, for any number. */
function indexHosts(vendors: readonly Vendor[]): (host: string, path: string) => readonly string[] {
  const rules = new Map<string, HostRule[]>();
  for (const vendor of vendors) {
    for (const { host, path } of vendor.hosts) {
      const labels = host.toLowerCase().split('.');
      const key = labels.slice(-2).join('.');
      rules.set(key, [...(rules.get(key) ?? []), { vendor: vendor.name, labels, path }]);
    }
  }
  return (host, path) => {
    const labels = host.split('.');
    const fitting = (rules.get(labels.slice(-2).join('.')) ?? []).filter((rule) =>
      fits(rule.labels, labels),
    );
    const byPath = fitting.filter((rule) => rule.path !== undefined && path.startsWith(rule.path));
    const chosen = byPath.length > 0 ? byPath : fitting.filter((rule) => rule.path === undefined);
    return ownersOf(labels, [...new Set(mostSpecific(chosen).map((rule) => rule.vendor))]);
  };
}

/** Of several vendors on one host, the one that it is named for: Bullhorn runs on `my.salesforce.com` too, but answers as Salesforce. */
function ownersOf(host: readonly string[], vendors: readonly string[]): readonly string[] {
  const named = vendors.filter((vendor) => host.includes(vendor));
  return named.length === 1 ? named : vendors;
}

/** A whole host beats a pattern: `id.jobadder.com` before `*.jobadder.com`. */
function mostSpecific(rules: readonly HostRule[]): readonly HostRule[] {
  const fixed = (rule: HostRule) => rule.labels.filter((label) => label !== '*').length;
  const most = Math.max(0, ...rules.map(fixed));
  return rules.filter((rule) => fixed(rule) === most);
}

function fits(rule: readonly string[], host: readonly string[]): boolean {
  const open = rule[0] === '*';
  if (open ? host.length < rule.length : host.length !== rule.length) return false;
  for (let back = 1; back <= rule.length; back += 1) {
    const label = rule[rule.length - back];
    if (label !== '*' && label !== host[host.length - back]) return false;
  }
  return true;
}
