import type { LooseValue } from './loose-value.ts';

/** What a bare word stands for: a number, a truth value, nothing, or itself. */
export function readWord(word: string): LooseValue {
  const known = WORDS.get(word.toLowerCase());
  if (known !== undefined) return known;
  // Above 2^53 a number would lose digits; account ids have twenty.
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(word)) return Number(word);
  return word;
}

const WORDS = new Map<string, LooseValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
  ['none', null], // Python
  ['nil', null], // Ruby, Go, Lua
  ['<nil>', null], // Go's %v
]);

/** Undoes the escapes of a quoted text: `\\n`, `\\u00e9`, `\\"`. */
export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, u, x, char) => {
    if (u !== undefined) return String.fromCharCode(Number.parseInt(u, 16));
    if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16));
    return ESCAPES[char] ?? char;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
