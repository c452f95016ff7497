import { expect, test } from 'vitest';
import { StoreConflictError, StoreInputError } from '../../src/store/errors.ts';
import { NOON, TEAM, temporaryStore } from './temporary-store.ts';

const wanted = {
  teamId: TEAM,
  reference: 'K7QX',
  dedupeKey: 'report-1:V0EXAMPLE',
  reportId: 'report-1',
  channelId: 'C0EXAMPLE',
  userId: 'U0EXAMPLE',
  json: '{"title":"Lever rejects this account\'s credentials"}',
  outbox: { kind: 'escalation', dedupeKey: 'case:K7QX', body: '{"reference":"K7QX"}' },
};
const { dedupeKey: _key, outbox: _job, ...facts } = wanted;
const stored = { ...facts, state: 'open', result: null, createdAt: NOON, updatedAt: NOON };

test('opens a case together with the job that delivers it', async () => {
  const { store } = await temporaryStore();
  expect(await store.cases.open(wanted)).toEqual({ case: stored, isNew: true });
  expect(await store.cases.find('K7QX', TEAM)).toEqual(stored);
  expect(await store.outbox.claim('here', 1_000)).toMatchObject({
    teamId: TEAM,
    ...wanted.outbox,
  });
});

test('gives the first case to a second submit, and sends nothing twice', async () => {
  const { store } = await temporaryStore();
  await store.cases.open(wanted);
  const second = {
    ...wanted,
    reference: 'ZZZZ',
    outbox: { ...wanted.outbox, dedupeKey: 'case:ZZZZ' },
  };
  expect(await store.cases.open(second)).toEqual({ case: stored, isNew: false });
  expect(await store.cases.find('ZZZZ', TEAM)).toBeUndefined();
  expect(await store.outbox.backlog()).toMatchObject({ pending: 1 });
});

test('opens one case when two submits come at once', async () => {
  const { store } = await temporaryStore();
  const opened = await Promise.all([wanted, wanted, wanted].map((one) => store.cases.open(one)));
  expect(opened.map(({ isNew }) => isNew)).toEqual([true, false, false]);
});

test.each([
  ['its job is a known one', wanted.outbox, StoreConflictError],
  ['its job is too long', { ...wanted.outbox, body: '"' }, StoreInputError],
])('opens no case when %s', async (_why, outbox, failure) => {
  const { store } = await temporaryStore();
  await store.outbox.add({ ...wanted.outbox, teamId: TEAM, kind: 'other' });
  await expect(store.cases.open({ ...wanted, outbox })).rejects.toThrow(failure);
  expect(await store.cases.find('K7QX', TEAM)).toBeUndefined();
  expect(await store.outbox.backlog()).toMatchObject({ pending: 1 });
});

test('refuses a reference that names another case', async () => {
  const { store } = await temporaryStore();
  await store.cases.open(wanted);
  await expect(store.cases.open({ ...wanted, dedupeKey: 'report-2:V0EXAMPLE' })).rejects.toThrow(
    'UNIQUE',
  );
  expect(await store.cases.find('K7QX', TEAM)).toEqual(stored);
});

test('follows a case, and keeps its result when only the state changes', async () => {
  const { store, clock } = await temporaryStore();
  await store.cases.open(wanted);
  clock.now += 5;
  const result = '{"ts":"1768478400.000100"}';
  expect(await store.cases.update('K7QX', TEAM, { state: 'sent', result })).toBe(true);
  clock.now += 5;
  expect(await store.cases.update('K7QX', TEAM, { state: 'closed' })).toBe(true);
  expect(await store.cases.find('K7QX', TEAM)).toEqual({
    ...stored,
    state: 'closed',
    result,
    updatedAt: NOON + 10,
  });
});

test('shows and changes a case in its own team only', async () => {
  const { store } = await temporaryStore();
  await store.cases.open(wanted);
  expect(await store.cases.find('K7QX', 'T0OTHER')).toBeUndefined();
  expect(await store.cases.update('K7QX', 'T0OTHER', { state: 'sent' })).toBe(false);
  const elsewhere = await store.cases.open({ ...wanted, teamId: 'T0OTHER' });
  expect(elsewhere.isNew).toBe(true);
});
