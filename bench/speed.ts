import { answer } from '../src/answer.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { median, medians, row, verdict } from './measure.ts';
import { logOf, paste4Kb } from './pastes.ts';

/** Baseline (a), the least that anybody would do with a paste: try each line as JSON, look for numbers like a status. */
function least(text: string): number {
  let found = 0;
  for (const line of text.split('\n')) {
    try {
      JSON.parse(line);
      found += 1;
    } catch {
      // no JSON
    }
  }
  return found + [...text.matchAll(/\b[45]\d\d\b/g)].length;
}

export function benchSpeed(knowledge: Knowledge): void {
  console.log('## Speed, against baseline (a)');
  const small = compare(knowledge, paste4Kb(), 200);
  row('paste of 4 KB', `${small.ours.toFixed(2)} ms`, `${verdict(small.ratio, 40)} ×`);
  const hundred = compare(knowledge, logOf(100_000), 21);
  row('log of 100 KB', `${hundred.ours.toFixed(1)} ms`, `${hundred.ratio.toFixed(1)} ×`);
  const million = compare(knowledge, logOf(1_000_000), 9);
  row('log of 1 MB', `${million.ours.toFixed(0)} ms`, `${verdict(million.ratio, 60)} ×`);
  row('1 MB ÷ 100 KB', '', `${verdict(million.ours / hundred.ours, 12)} ×`);
}

function compare(
  knowledge: Knowledge,
  text: string,
  times: number,
): { readonly ours: number; readonly ratio: number } {
  for (let warm = 0; warm < Math.min(times, 30); warm += 1) answer(text, { knowledge });
  const [ours, base] = medians(
    () => answer(text, { knowledge }),
    () => least(text),
    times,
  );
  return { ours, ratio: ours / base };
}

const HOSTILE: Readonly<Record<string, (chars: number) => string>> = {
  'open braces': (chars) => '{'.repeat(chars),
  brackets: (chars) => '['.repeat(chars),
  'nested objects': (chars) => '{"a":'.repeat(chars / 5),
  'angle brackets': (chars) => '<'.repeat(chars),
  'keys without values': (chars) => 'a:a:a:'.repeat(chars / 6),
  quotes: (chars) => '"'.repeat(chars),
  backslashes: (chars) => '\\"'.repeat(chars / 2),
  digits: (chars) => '4'.repeat(chars),
  statuses: (chars) => '502 '.repeat(chars / 4),
  'a huge number': (chars) => `{"statusCode":${'9'.repeat(chars - 14)}`,
  'lone surrogates': (chars) => '\ud800'.repeat(chars),
  'at signs': (chars) => 'a@'.repeat(chars / 2),
  'dots and letters': (chars) => 'a.'.repeat(chars / 2),
  'equal signs': (chars) => 'a='.repeat(chars / 2),
  'blank lines': (chars) => ' \n'.repeat(chars / 2),
  'one long word': (chars) => 'a'.repeat(chars),
  'lines of one length': (chars) => 'POST https://api.lever.co/x\n'.repeat(chars / 28),
  'answers in a row': (chars) => 'HTTP/1.1 502 Bad Gateway\r\n'.repeat(chars / 26),
};

export function benchHostile(knowledge: Knowledge): void {
  console.log('\n## Hostile input: 1 MB, and how much longer than 100 KB (10 is linear)');
  for (const [name, make] of Object.entries(HOSTILE)) {
    const of = (chars: number): number => {
      const text = make(chars);
      return median(() => answer(text, { knowledge }), 3);
    };
    of(10_000);
    const [short, long] = [of(100_000), of(1_000_000)];
    row(name, `${long.toFixed(0)} ms`, `${verdict(long / Math.max(short, 0.5), 15)} ×`);
  }
}
