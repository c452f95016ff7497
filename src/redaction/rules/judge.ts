import { isOpaque, isOrdinary, isRandom } from '../ordinary.ts';
import type { Value } from '../read-value.ts';
import { withoutPlaceholders } from '../rule.ts';
import type { Assignment } from './assignment.ts';
import type { NameRow } from './name-row.ts';

/** Whether the value behind a name is the secret that the name promises. */
export function isSecret(text: string, value: Value, row: NameRow, found: Assignment): boolean {
  const words = text.slice(value.start, value.end);
  if (isOrdinary(words) || withoutPlaceholders(words).trim() === '') return false;
  if (/^[{(]|^\[(?!redacted:)/.test(words)) return false;
  if (row.accept === 'random') return isRandom(words) && !isPath(words);
  if (row.accept === 'opaque') return isOpaque(words);
  if (found.strength === 'weak') return isOpaque(words) || /^\d{12,}$/.test(words);
  if (row.kind === 'pin' && /^\d{4,8}$/.test(words)) return true;
  if (/^is/i.test(found.separator))
    return /\d/.test(words) && /^\S*[A-Za-z]\S*$/.test(words) && words.length > 4;
  if (row.kind === 'password') return !isWorkingDirectory(words) && !isTally(row, value, words);
  if (!value.quoted && found.separator === ':' && opensSentence(text, value, words)) return false;
  // Counts, such as `"token": 3`.
  return value.quoted || !/^\d{1,5}$/.test(words);
}

/** `key: reports/2024/Q1.pdf` of a store of files. */
function isPath(words: string): boolean {
  return /^[\w-]{1,40}(?:\/[\w-]{1,40}){2}|\.[a-z]{2,5}$/.test(words);
}

/** `PWD=/home/…` in a dump of the environment. */
function isWorkingDirectory(words: string): boolean {
  return /^\/[\w.-]+\//.test(words);
}

/** `pass: 12, fail: 0` of a test runner. */
function isTally(row: NameRow, value: Value, words: string): boolean {
  return row.wholeWord === true && !value.quoted && /^\d{1,5}$/.test(words);
}

/** `token: please check …`: a plain word with others behind it. */
function opensSentence(text: string, value: Value, words: string): boolean {
  return (
    /^\p{L}{1,16}$/u.test(words) && /^[ \t]{1,4}\p{L}/u.test(text.slice(value.end, value.end + 6))
  );
}
