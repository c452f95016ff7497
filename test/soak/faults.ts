import type { Fault } from '../../src/workspace/stand-in/index.ts';
import type { StackOneFault } from '../helpers/stackone-faults.ts';
import { pick } from './chance.ts';

/** One call in ten goes wrong. */
const SHARE = 0.1;

/** What Slack and the way to it do wrong, of which half leaves the caller without knowing what came of its call. */
const SLACK_FAULTS: readonly [Fault, ...Fault[]] = [
  { kind: 'rate-limited', retryAfterSeconds: 1 },
  { kind: 'rate-limited', retryAfterSeconds: 2 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'error', error: 'internal_error' },
  { kind: 'lost-answer' },
  { kind: 'lost-answer' },
  { kind: 'lost-answer' },
  { kind: 'delay', ms: 1_500 },
  { kind: 'silence', isPerformed: true },
  { kind: 'silence', isPerformed: false },
];

/** A process that starts asks who it is, and ends when it is not told: that is for whoever restarts it. */
const SPARED = new Set(['auth.test']);

export function slackFaults(chance: () => number): (target: string) => Fault | undefined {
  return (target) =>
    SPARED.has(target) || chance() >= SHARE ? undefined : pick(chance, SLACK_FAULTS);
}

const STACKONE_FAULTS: readonly [StackOneFault, ...StackOneFault[]] = [
  { status: 429, retryAfter: '1' },
  { status: 500 },
  { status: 503 },
  { drop: 'before' },
  { drop: 'midway' },
  { delayMs: 3_000 },
  { body: 'truncated' },
];

/** For so many calls, in their order. */
export function stackOneFaults(
  chance: () => number,
  calls: number,
): readonly (StackOneFault | null)[] {
  return Array.from({ length: calls }, () =>
    chance() < SHARE ? pick(chance, STACKONE_FAULTS) : null,
  );
}
