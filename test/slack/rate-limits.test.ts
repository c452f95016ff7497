import { expect, test } from 'vitest';
import { createRateLimiter } from '../../src/slack/rate-limits.ts';

function limiter(limits: { perPerson: number; perChannel: number } | undefined) {
  const clock = { now: 0 };
  return { clock, ...createRateLimiter({ limits, clock: () => clock.now }) };
}

const kinds = (count: number, ask: () => { kind: string }) =>
  Array.from({ length: count }, () => ask().kind).join(' ');

test('a person is let in as often as set, and again a little later', () => {
  const { clock, admit } = limiter({ perPerson: 2, perChannel: 9 });
  expect(kinds(3, () => admit('U1', null))).toBe('in in over');
  expect(kinds(1, () => admit('U2', null))).toBe('in');
  clock.now += 30_000;
  expect(kinds(2, () => admit('U1', null))).toBe('in over');
});

test('a channel has its own limit, and does not slow another', () => {
  const { admit } = limiter({ perPerson: 9, perChannel: 1 });
  expect(kinds(2, () => admit('U1', 'C1'))).toBe('in over');
  expect(kinds(1, () => admit('U1', 'C2'))).toBe('in');
  expect(kinds(2, () => admit('U2', null))).toBe('in in');
});

test('somebody is told once a minute', () => {
  const { clock, admit } = limiter({ perPerson: 1, perChannel: 1 });
  admit('U1', null);
  expect(admit('U1', null)).toMatchObject({ kind: 'over', isFirst: true });
  expect(admit('U1', null)).toMatchObject({ kind: 'over', isFirst: false });
  clock.now += 60_000;
  admit('U1', null);
  expect(admit('U1', null)).toMatchObject({ isFirst: true });
});

test('without limits everybody is let in, and a flood of names takes no memory', () => {
  expect(kinds(3, () => limiter(undefined).admit('U1', 'C1'))).toBe('in in in');
  const { admit } = limiter({ perPerson: 1, perChannel: 1 });
  for (let at = 0; at < 25_000; at += 1) admit(`U${at}`, null);
  expect(admit('U-new', null).kind).toBe('in');
});
