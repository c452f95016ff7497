import { expect, test } from 'vitest';
import { DAY_MS, NOON, TEAM, temporaryStore } from './temporary-store.ts';

const channel = { teamId: TEAM, channelId: 'C0' };
const settings = { ...channel, version: 1, json: '{"a":1}', userId: 'U0' };

test('one row for each channel, the last one saved', async () => {
  const { store, clock } = await temporaryStore();
  expect(await store.channelSettings.find(channel)).toBeUndefined();
  await store.channelSettings.save(settings);
  clock.now += 1;
  await store.channelSettings.save({ ...settings, json: '{"a":2}', userId: 'U1' });
  expect(await store.channelSettings.find(channel)).toEqual({
    ...settings,
    json: '{"a":2}',
    userId: 'U1',
    updatedAt: NOON + 1,
  });
});

test('another team, and another channel, have their own', async () => {
  const { store } = await temporaryStore();
  await store.channelSettings.save(settings);
  expect(await store.channelSettings.find({ ...channel, teamId: 'T0OTHER' })).toBeUndefined();
  expect(await store.channelSettings.find({ ...channel, channelId: 'C1' })).toBeUndefined();
});

test('they outlive the retention, and go with their team', async () => {
  const { store, clock } = await temporaryStore({ retentionDays: 1 });
  await store.channelSettings.save(settings);
  await store.channelSettings.save({ ...settings, teamId: 'T0OTHER' });
  clock.now += 100 * DAY_MS;
  await store.sweep();
  expect(await store.channelSettings.find(channel)).toBeDefined();
  await store.deleteTeam(TEAM);
  expect(await store.channelSettings.find(channel)).toBeUndefined();
  expect(await store.channelSettings.find({ ...channel, teamId: 'T0OTHER' })).toBeDefined();
});

test.each([{ channelId: '' }, { json: 'no json' }, { version: -1 }, { userId: 'x'.repeat(201) }])(
  'what does not fit is refused: %j',
  async (wrong) => {
    const { store } = await temporaryStore();
    await expect(store.channelSettings.save({ ...settings, ...wrong })).rejects.toThrow(
      Object.keys(wrong)[0],
    );
  },
);
