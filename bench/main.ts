import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { answer } from '../src/answer.ts';
import { loadShippedKnowledge } from '../src/engine.ts';
import { logOf, paste4Kb } from './pastes.ts';

/** `npm run bench`: figures as ratios against a baseline that is measured in the same run. Times alone say little. */

const root = resolve(import.meta.dirname, '..');
const knowledge = await loadShippedKnowledge(undefined);

/** The least that anybody would do with a paste: try each line as JSON, look for numbers like a status. */
function baseline(text: string): number {
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

function median(run: () => unknown, times: number): number {
  const samples = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return samples.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}

function compare(name: string, text: string, times: number): number {
  for (let warm = 0; warm < Math.min(times, 30); warm += 1) answer(text, { knowledge });
  const ours = median(() => answer(text, { knowledge }), times);
  const least = median(() => baseline(text), times);
  console.log(
    `${name.padEnd(28)} ${ours.toFixed(2).padStart(9)} ms   ${(ours / least).toFixed(1).padStart(7)} × baseline (${least.toFixed(3)} ms)`,
  );
  return ours;
}

function startUp(args: readonly string[]): number {
  return median(() => execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' }), 5);
}

console.log(`node ${process.version}, ${knowledge.entries.size} entries\n`);
compare('paste of 4 KB', paste4Kb(), 200);
const hundred = compare('log of 100 KB, one failure', logOf(100_000), 21);
const million = compare('log of 1 MB, one failure', logOf(1_000_000), 7);
console.log(`1 MB ÷ 100 KB: ${(million / hundred).toFixed(1)} (10 is linear)\n`);
for (const [name, unit] of Object.entries({
  'open braces': '{',
  quotes: '"',
  brackets: '[',
  'key-like': 'a:a:a:',
  'angle brackets': '<',
  digits: '4',
})) {
  const of = (chars: number): number =>
    median(() => answer(unit.repeat(chars / unit.length), { knowledge }), 3);
  const [small, large] = [of(100_000), of(1_000_000)];
  console.log(
    `hostile, 1 MB of ${name.padEnd(15)} ${large.toFixed(0).padStart(6)} ms   ${(large / small).toFixed(1)} × 100 KB`,
  );
}
const bare = startUp(['--import', 'tsx', '--eval', 'console.log(1)']);
const first = startUp(['--import', 'tsx', join(root, 'src/cli.ts'), '--offline', '412']);
console.log(
  `\nstart to first answer, checkout: ${first.toFixed(0)} ms, bare tsx ${bare.toFixed(0)} ms: ${(first / bare).toFixed(2)} ×, +${(first - bare).toFixed(0)} ms`,
);
