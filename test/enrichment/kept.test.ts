import { expect, test } from 'vitest';
import { createKept } from '../../src/enrichment/kept.ts';
import { createTestClock } from '../helpers/stackone-clock.ts';

test('forgets what was not used for longest', () => {
  const kept = createKept<number>({ max: 2, clock: createTestClock() });
  kept.set('one', 1);
  kept.set('two', 2);
  expect(kept.get('one')).toBe(1);
  kept.set('three', 3);
  expect(['one', 'two', 'three'].map((key) => kept.get(key))).toEqual([1, undefined, 3]);
});

test('forgets what is older than it may be, however often it was used', () => {
  const clock = createTestClock();
  const kept = createKept<number>({ max: 2, ttlMs: 1_000, clock });
  kept.set('one', 1);
  clock.advance(600);
  expect(kept.get('one')).toBe(1);
  clock.advance(400);
  expect(kept.get('one')).toBeUndefined();
});
