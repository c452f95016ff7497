import { expect, test } from 'vitest';
import { StoreInputError } from '../../src/store/errors.ts';
import { DAY_MS, NOON, TEAM, temporaryStore } from './temporary-store.ts';

const report = {
  teamId: TEAM,
  json: '{"schema":1,"words":"naïve 😀"}',
  version: 1,
  channelId: null,
  userId: 'U0EXAMPLE',
  audience: 'private',
};

test('gives back what was saved, under a random id that fits into a button', async () => {
  const { store } = await temporaryStore();
  const id = await store.reports.save(report);
  expect(id).toMatch(/^[\w-]{22,64}$/);
  expect(await store.reports.save(report)).not.toBe(id);
  expect(await store.reports.find(id, TEAM)).toEqual({ ...report, id, createdAt: NOON });
});

test('shows a report to its own team only', async () => {
  const { store } = await temporaryStore();
  const id = await store.reports.save(report);
  expect(await store.reports.find(id, 'T0OTHER')).toBeUndefined();
  expect(await store.reports.replace(id, 'T0OTHER', '{}')).toBe(false);
  expect((await store.reports.find(id, TEAM))?.json).toBe(report.json);
});

test('replaces a report, and does not make it younger', async () => {
  const { store, clock } = await temporaryStore({ retentionDays: 2 });
  const id = await store.reports.save(report);
  clock.now += 2 * DAY_MS - 1;
  expect(await store.reports.replace(id, TEAM, '{"schema":2}')).toBe(true);
  expect(await store.reports.find(id, TEAM)).toMatchObject({
    json: '{"schema":2}',
    createdAt: NOON,
  });
  clock.now += 1;
  expect(await store.reports.find(id, TEAM)).toBeUndefined();
  expect(await store.reports.replace(id, TEAM, '{}')).toBe(false);
});

test.each(["' or 1=1 --", '', '%', 'x'.repeat(10_000), '\0'])(
  'finds nothing under the id %j',
  async (id) => {
    const { store } = await temporaryStore();
    await store.reports.save(report);
    expect(await store.reports.find(id, TEAM)).toBeUndefined();
  },
);

test('takes JSON of up to 512 KB, counted as UTF-8', async () => {
  const { store } = await temporaryStore();
  const longest = JSON.stringify('é'.repeat(256 * 1024 - 1));
  const id = await store.reports.save({ ...report, json: longest });
  expect((await store.reports.find(id, TEAM))?.json).toBe(longest);
  const tooLong = JSON.stringify('é'.repeat(256 * 1024));
  await expect(store.reports.save({ ...report, json: tooLong })).rejects.toThrow(
    'Cannot be stored in reports: json: at most 512 KB',
  );
  await expect(store.reports.replace(id, TEAM, tooLong)).rejects.toThrow(StoreInputError);
});

test('names every field that does not fit, and repeats no value', async () => {
  const { store } = await temporaryStore();
  const wrong = { ...report, teamId: '', json: '{"cut of', channelId: 'secret\n', version: 1.5 };
  const error = await store.reports.save(wrong).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreInputError);
  expect(error).toMatchObject({
    table: 'reports',
    faults: [
      'teamId: must not be empty',
      'json: must be JSON',
      expect.stringMatching(/^version: /),
      'channelId: no control characters',
    ],
  });
  expect(String(error)).not.toMatch(/cut of|secret/);
});

test("lists somebody's own, newest first", async () => {
  const { store, clock } = await temporaryStore({ retentionDays: 2 });
  const first = await store.reports.save(report);
  clock.now += 1;
  const second = await store.reports.save(report);
  await store.reports.save({ ...report, userId: 'U0OTHER' });
  await store.reports.save({ ...report, teamId: 'T0OTHER' });
  const of = { teamId: TEAM, userId: 'U0EXAMPLE' };
  const ids = async (limit: number) =>
    (await store.reports.recent({ ...of, limit })).map(({ id }) => id);
  expect(await ids(9)).toEqual([second, first]);
  expect(await ids(1)).toEqual([second]);
  clock.now += 2 * DAY_MS - 1;
  expect(await ids(9)).toEqual([second]);
});
