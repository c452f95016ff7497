import { isOrdinary } from '../ordinary.ts';
import type { Value } from '../read-value.ts';
import { withoutPlaceholders } from '../rule.ts';
import { isSecret } from './judge.ts';
import type { NameRow } from './name-row.ts';
import { names } from './named-values.ts';
import { readNumber } from './number-values.ts';
import { readFigure, readPerson } from './person-values.ts';
import { HARMLESS_BEFORE } from './secret-names.ts';

/** The row whose words the name of a field ends in: of an element, a column, a key that stands by itself. */
export function rowOf(name: string): NameRow | undefined {
  for (let at = names.next(name, 0); at < name.length; at = names.next(name, at + 1)) {
    if (HARMLESS_BEFORE.test(name.slice(0, at))) continue;
    const found = names
      .at(name, at)
      .find(
        ({ row, end }) => end === name.length && (row.wholeWord !== true || startsWord(name, at)),
      );
    if (found !== undefined) return found.row;
  }
  return undefined;
}

function startsWord(name: string, at: number): boolean {
  return at === 0 || /[A-Z]/.test(name.charAt(at)) || /[^A-Za-z]/.test(name.charAt(at - 1));
}

/** Whether what stands in such a field is what its name promises. */
export function isOurs(text: string, value: Value, row: NameRow): boolean {
  const content = text.slice(value.start, value.end);
  switch (row.accept) {
    case 'authorization':
    case 'cookie':
      return !isOrdinary(content) && withoutPlaceholders(content).trim() !== '';
    case 'digits':
    case 'ip':
      return readNumber(text, value, row.accept) !== undefined;
    case 'date':
    case 'amount':
      return readFigure(text, value, row.accept) !== undefined;
    case 'person':
    case 'place':
    case 'street':
      return readPerson(text, value, row.accept) !== undefined;
    default:
      return isSecret(text, value, row, {
        at: value.start,
        nameQuote: '',
        separator: '=',
        strength: 'strong',
      });
  }
}
