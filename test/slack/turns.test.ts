import { expect, test } from 'vitest';
import { createTurns } from '../../src/slack/turns.ts';

const place = (channel: string, key: string) => ({ channel, key });

test('one message a second in each channel, and none waits for another channel', () => {
  const turns = createTurns(1_000);
  expect(['a', 'b', 'c'].map((key) => turns.take(place('C1', key), 0))).toEqual([0, 1_000, 2_000]);
  expect(turns.take(place('C2', 'd'), 0)).toBe(0);
});

test('whoever comes again is given the turn that was theirs', () => {
  const turns = createTurns(1_000);
  for (const key of ['a', 'b', 'c']) turns.take(place('C1', key), 0);
  expect(turns.take(place('C1', 'c'), 500)).toBe(1_500);
  expect(turns.take(place('C1', 'c'), 2_000)).toBe(0);
  expect(turns.take(place('C1', 'd'), 2_000)).toBe(1_000);
});

test('whoever comes late for a turn does not speak at the same time as somebody else', () => {
  const turns = createTurns(1_000);
  for (const key of ['a', 'b', 'c']) turns.take(place('C1', key), 0);
  expect(turns.take(place('C1', 'c'), 5_000)).toBe(0);
  expect(turns.take(place('C1', 'b'), 5_000)).toBe(1_000);
  expect(turns.take(place('C1', 'b'), 6_000)).toBe(0);
});

test('a quiet channel has no line, and without a pace there is none', () => {
  const turns = createTurns(1_000);
  turns.take(place('C1', 'a'), 0);
  expect(turns.take(place('C1', 'b'), 1_000)).toBe(0);
  const free = createTurns(0);
  expect([1, 2, 3].map((key) => free.take(place('C1', String(key)), 0))).toEqual([0, 0, 0]);
});
