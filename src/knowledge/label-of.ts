/** A vendor's name as people read it, by its short name; one that is not known is its own. */
export function labelOf(labels: Readonly<Record<string, string>>, name: string): string {
  return own(labels, name) ?? name;
}

/** What a table itself has under a key: a log may say `constructor` where a provider's name belongs. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
