/** What a table itself has under a key: a log may say `constructor` where a provider's name belongs. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
