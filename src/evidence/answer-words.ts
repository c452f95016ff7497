import type { AnswerWords } from './fragment.ts';
import { isLooseObject, type LooseValue } from './loose-value.ts';

const MAX_LEAVES = 300;
const MAX_CHARS = 8_000;
/** Under these keys even a number is a machine string; elsewhere it counts something. */
const CODE_KEY =
  /code|errno|errornumber|type|reason|subcode|^error$|^errors$|fault|^name$|^status$/i;

/** The words of a provider's answer and its headers, bounded: for finding what our tables know in it, not for keeping. */
export function readAnswerWords(raw: LooseValue, headers: LooseValue | undefined): AnswerWords {
  const leaves = [...leavesOf(raw, '', 0), ...leavesOf(headers ?? null, 'header', 0)].slice(
    0,
    MAX_LEAVES,
  );
  const whole = typeof raw === 'string' ? '' : JSON.stringify(raw);
  const text = [...leaves.map(({ value }) => value), whole].join('\n').slice(0, MAX_CHARS);
  return { text, codes: [...new Set(leaves.flatMap(codesOf))] };
}

interface Leaf {
  readonly key: string;
  readonly value: string;
}

function leavesOf(value: LooseValue, key: string, depth: number): readonly Leaf[] {
  if (depth > 8 || value === null || typeof value === 'boolean') return [];
  if (typeof value === 'string' || typeof value === 'number')
    return [{ key, value: String(value).slice(0, MAX_CHARS) }];
  if (isLooseObject(value))
    return Object.entries(value)
      .slice(0, MAX_LEAVES)
      .flatMap(([name, item]) => leavesOf(item, name, depth + 1));
  return Array.isArray(value)
    ? value.slice(0, 50).flatMap((item: LooseValue) => leavesOf(item, key, depth + 1))
    : [];
}

/** The value itself; the words of a text that look like machine strings, as in XML or a sentence. */
function codesOf({ key, value }: Leaf): readonly string[] {
  if (/^[\w.:/-]{1,80}$/.test(value))
    return /[a-z]/i.test(value) || CODE_KEY.test(key) ? [value] : [];
  const words = (value.slice(0, 2_000).match(/[\w.:-]{5,80}/g) ?? []).map((word) =>
    word.replace(/[.:-]+$/, ''),
  );
  return [value, ...words.filter(isMachineString)];
}

/** No word of a sentence: with a sign, a figure or a capital inside, or all in capitals. */
function isMachineString(word: string): boolean {
  return (
    /[a-z]/i.test(word) && (/[_\d]|\w[.:]\w|[a-z][A-Z]/.test(word) || /^[A-Z]{4,}$/.test(word))
  );
}
