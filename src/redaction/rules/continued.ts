import { isOpaque, isRandom } from '../ordinary.ts';
import { isPersonal, type NameRow } from './name-row.ts';

/** A long value goes on below: behind a backslash as in a shell, or folded behind blanks as headers were. */
const CONTINUED = /(\\)?\r?\n[ \t]{0,20}([A-Za-z\d+/_=.~-]{8,4000})[ \t]{0,8}(?=\r?\n|\\?$)/y;

export const continuedPatterns: readonly RegExp[] = [CONTINUED];

/** Where a secret ends that ended with its line; the same offset where it does not go on. */
export function continuedEnd(text: string, end: number, row: NameRow): number {
  // What is told of people ends with its line.
  if (isPersonal(row)) return end;
  CONTINUED.lastIndex = end;
  const next = CONTINUED.exec(text);
  if (next === null) return end;
  const [whole, backslash, value = ''] = next;
  const isFolded = /^\r?\n[ \t]/.test(whole) && isRandom(value);
  const isGoingOn = backslash !== undefined && !value.startsWith('-') && isOpaque(value);
  return isFolded || isGoingOn ? end + whole.trimEnd().length : end;
}
