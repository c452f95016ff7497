import { FAILURE_CUES, ORDINARY_WORDS, STOP_WORDS } from '../everyday.ts';
import type { LexiconIndex } from '../fragment.ts';
import type { Candidate, Word } from './word.ts';

/** Statuses by name, the longest first: `precondition failed`, `too mny requests`, `conflict?`. */
export function readNames(
  text: string,
  words: readonly Word[],
  index: LexiconIndex,
): readonly Candidate[] {
  const found: Candidate[] = [...readRunNames(text, words, index)];
  if (found.length > 0) return found;
  for (let at = 0; at < words.length; ) {
    const hit = nameAt(words, at, index);
    if (hit === undefined) at += 1;
    else {
      found.push(hit);
      at = hit.words[1];
    }
  }
  return found;
}

function nameAt(words: readonly Word[], at: number, index: LexiconIndex): Candidate | undefined {
  for (let count = Math.min(index.maxWords, words.length - at); count > 0; count -= 1) {
    const part = words.slice(at, at + count);
    const phrase = part.map(({ text }) => text).join(' ');
    const status = index.statusOfPhrase(phrase) ?? index.statusOfCode(phrase);
    const next = words[at + count];
    if (status !== undefined && !isVerb(phrase, next) && !isFinders(status, words, at))
      return candidate(part, { status, at, kind: 'name' });
  }
  for (let count = Math.min(4, words.length - at); count > 0; count -= 1) {
    const part = words.slice(at, at + count);
    const phrase = part.map(({ text }) => text).join(' ');
    if (part.every(({ lower }) => isKnown(lower))) continue;
    // `rate limit my enthusiasm` goes on behind the `my`.
    if (count > 1 && STOP_WORDS.has(part.at(-1)?.lower ?? '')) continue;
    if (phrase.length < 7 || (count === 1 && ORDINARY_WORDS.has(phrase.toLowerCase()))) continue;
    const status = index.nearStatus(phrase);
    if (status !== undefined && !isFinders(status, words, at))
      return candidate(part, { status, at, kind: 'typo' });
  }
  return undefined;
}

/** `we have not found a way`: the words of a sentence, not the name of a status. */
function isVerb(phrase: string, next: Word | undefined): boolean {
  return /^not found$/i.test(phrase) && /^(?:an?|any|anything|out|yet)$/.test(next?.lower ?? '');
}

/** Scripts without blanks run a name and what stands round it together: `StackOneで認証エラーが出ます`. */
function readRunNames(
  text: string,
  words: readonly Word[],
  index: LexiconIndex,
): readonly Candidate[] {
  for (const { name, status } of index.runNames) {
    const start = text.indexOf(name);
    if (start === -1) continue;
    const end = start + name.length;
    const from = words.findIndex((word) => word.end > start);
    const past = words.findLastIndex((word) => word.start < end) + 1;
    if (from === -1 || past <= from) continue;
    const beside = words
      .slice(from, past)
      .map((word) => word.text)
      .join('')
      .replace(name, '');
    return [{ status, start, end, kind: 'name', quote: name, beside, words: [from, past] }];
  }
  return [];
}

/** `Ich habe den Fehler nicht gefunden`: somebody looked for something and did not find it. */
function isFinders(status: number, words: readonly Word[], at: number): boolean {
  return (
    status === 404 &&
    words
      .slice(Math.max(0, at - 20), at)
      .some(({ lower }) =>
        /^(?:habe?n?|hat|hatte|ai|avons|avez|ont|he|hemos|han|heb|hebben|heeft|ho|abbiamo|i've|haven't|jag|vi)$/.test(
          lower,
        ),
      )
  );
}

/** A misspelt name has a word in it that we do not know: `request failed with` is spelt right and names no status. */
function isKnown(lower: string): boolean {
  return FAILURE_CUES.has(lower) || STOP_WORDS.has(lower) || ORDINARY_WORDS.has(lower);
}

function candidate(
  part: readonly Word[],
  { status, at, kind }: { status: number; at: number; kind: 'name' | 'typo' },
): Candidate {
  const start = part[0]?.start ?? 0;
  const end = part.at(-1)?.end ?? start;
  return {
    status,
    start,
    end,
    kind,
    quote: part.map(({ text }) => text).join(' '),
    words: [at, at + part.length],
  };
}
