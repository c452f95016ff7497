import { expect, test } from 'vitest';
import { createAcksFirst } from '../../src/slack/acks-first.ts';

const turns = async (count: number) => {
  for (let at = 0; at < count; at += 1) await new Promise(setImmediate);
};

test('work begins when no delivery waits for its acknowledgement, in the order in which it came', async () => {
  const acksFirst = createAcksFirst();
  const begun: string[] = [];
  const over = acksFirst.arrived();
  const both = ['one', 'two'].map((name) => acksFirst.calm().then(() => begun.push(name)));
  await turns(5);
  expect(begun).toEqual([]);
  over();
  await Promise.all(both);
  expect(begun).toEqual(['one', 'two']);
});

test('a delivery that never ends does not hold work up for good', async () => {
  const acksFirst = createAcksFirst();
  acksFirst.arrived();
  expect(await acksFirst.inCalm(async () => 'done')).toBe('done');
});

test('only so much is begun at once, and whatever fails makes room for the next', async () => {
  const acksFirst = createAcksFirst();
  let [now, most] = [0, 0];
  const all = Array.from({ length: 200 }, (_, at) =>
    acksFirst.inCalm(async () => {
      now += 1;
      most = Math.max(most, now);
      await turns(3);
      now -= 1;
      if (at % 2 === 0) throw new Error('as it happens');
    }),
  );
  const outcomes = await Promise.allSettled(all);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(100);
  expect(most).toBeLessThanOrEqual(32);
  expect(now).toBe(0);
});
