import type { Span } from './edits.ts';

const ASCII = 128;

/** Half-open ranges of letters of one kind that stand together, at least so many. */
export type RunScan = (text: string) => readonly Span[];

/**
 * Finds long runs without looking at every letter: a run of `min` letters covers one of the places that are `min`
 * apart, whatever stands between them.
 *
 * @param letters - the kind, as a pattern for one ASCII character
 */
export function createRunScan(letters: RegExp, min: number): RunScan {
  const isLetter = Uint8Array.from({ length: ASCII }, (_, unit) =>
    letters.test(String.fromCharCode(unit)) ? 1 : 0,
  );
  const is = (text: string, at: number): boolean => isLetter[text.charCodeAt(at)] === 1;
  return (text) => {
    const runs: Span[] = [];
    let done = 0;
    for (let probe = min - 1; probe < text.length; probe += min) {
      if (!is(text, probe) || probe < done) continue;
      let start = probe;
      while (start > done && is(text, start - 1)) start -= 1;
      done = probe + 1;
      while (is(text, done)) done += 1;
      if (done - start >= min) runs.push([start, done]);
    }
    return runs;
  };
}
