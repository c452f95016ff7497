import type { LogStep } from './request-log.ts';

/** The first steps and those that failed, in their order: where a sync of a thousand pages broke is at its end. */
export function tellingSteps(steps: readonly LogStep[], max: number): readonly LogStep[] {
  if (steps.length <= max) return steps;
  const isFailed = ({ status }: LogStep): boolean => status !== null && status >= 400;
  const failed = steps.filter(isFailed).slice(-max / 2);
  const others = steps.filter((step) => !failed.includes(step)).slice(0, max - failed.length);
  const kept = new Set([...failed, ...others]);
  return steps.filter((step) => kept.has(step));
}
