import { expect, test } from 'vitest';
import { DAY_MS, NOON, TEAM, temporaryStore } from './temporary-store.ts';

const said = { teamId: TEAM, reportId: 'r1', userId: 'U0', kind: 'missed', json: '{"a":1}' };

test('each person is counted once for each answer and kind', async () => {
  const { store } = await temporaryStore();
  expect(await store.feedback.add(said)).toBe(true);
  expect(await store.feedback.add({ ...said, json: '{"a":2}' })).toBe(false);
  expect(await store.feedback.add({ ...said, kind: 'helped' })).toBe(true);
  expect(await store.feedback.add({ ...said, userId: 'U1' })).toBe(true);
  expect(await store.feedback.add({ ...said, reportId: 'r2' })).toBe(true);
  expect(await store.feedback.add({ ...said, teamId: 'T0OTHER' })).toBe(true);
  expect(await store.feedback.list({ teamId: TEAM, kind: 'missed' })).toHaveLength(3);
});

test('newest first, and none that is past its time', async () => {
  const { store, clock } = await temporaryStore({ retentionDays: 1 });
  await store.feedback.add(said);
  clock.now += 1;
  await store.feedback.add({ ...said, userId: 'U1' });
  const list = await store.feedback.list({ teamId: TEAM, kind: 'missed' });
  expect(list).toEqual([
    { ...said, userId: 'U1', createdAt: NOON + 1 },
    { ...said, createdAt: NOON },
  ]);
  clock.now += DAY_MS - 1;
  expect(await store.feedback.list({ teamId: TEAM, kind: 'missed' })).toHaveLength(1);
});
