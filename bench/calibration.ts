import { createHash } from 'node:crypto';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { type Judged, judge } from './accuracy.ts';
import { row } from './measure.ts';

/**
 * How far confidence can be believed. One half of the labelled pastes, by the hash of their names, is what the figures
 * in `diagnosis/rules.ts` were set by; the other half, which they were not, is what they are checked on.
 */
export function benchCalibration(knowledge: Knowledge): void {
  const judged = judge(knowledge);
  const [set, check] = [true, false].map((isFirst) =>
    judged.filter(({ name }) => isInFirstHalf(name) === isFirst),
  );
  if (set === undefined || check === undefined) return;
  console.log(`\n## Calibration: set on ${set.length} pastes, checked on ${check.length}`);
  row('Brier score', `set ${brier(set)}`, `checked ${brier(check)}`);
  console.log(
    '\nBy rule, on the half that they were set by: answers, right, (right + 1) ÷ (answers + 2)',
  );
  for (const rule of new Set(set.map((one) => one.rule))) {
    const of = set.filter((one) => one.rule === rule && rule !== 'none');
    const right = of.filter(({ isRight }) => isRight).length;
    if (of.length > 0)
      row(
        `  ${rule}`,
        String(of.length),
        String(right),
        ((right + 1) / (of.length + 2)).toFixed(2),
      );
  }
  console.log('\nReliability, on the half that is checked: answers, mean confidence, share right');
  for (let bin = 0; bin < 10; bin += 1) {
    const of = check.filter(
      ({ rule, confidence }) => rule !== 'none' && Math.min(9, Math.floor(confidence * 10)) === bin,
    );
    if (of.length === 0) continue;
    const mean = of.reduce((sum, { confidence }) => sum + confidence, 0) / of.length;
    const right = of.filter(({ isRight }) => isRight).length / of.length;
    row(
      `  ${(bin / 10).toFixed(1)} to ${((bin + 1) / 10).toFixed(1)}`,
      String(of.length),
      mean.toFixed(2),
      right.toFixed(2),
    );
  }
}

function isInFirstHalf(name: string): boolean {
  return (createHash('sha256').update(name).digest()[0] ?? 0) < 128;
}

function brier(of: readonly Judged[]): string {
  const sum = of.reduce(
    (total, { confidence, isRight }) => total + (confidence - (isRight ? 1 : 0)) ** 2,
    0,
  );
  return (sum / of.length).toFixed(4);
}
