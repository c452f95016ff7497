/** Keeps strings apart in the one text that is looked at first; no rule reads across it. */
const BETWEEN = '\n\u0000\n';

/**
 * A value with every string inside it redacted, keys aside: the last look before something is shown. Nearly always
 * nothing is left to take out, which one run over all strings together tells.
 */
export function redactStrings<T>(value: T, redact: (text: string) => string): T;
export function redactStrings(value: unknown, redact: (text: string) => string): unknown {
  const all = stringsIn(value).join(BETWEEN);
  return redact(all) === all ? value : mapStrings(value, redact);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function mapStrings(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, redact)]),
  );
}
