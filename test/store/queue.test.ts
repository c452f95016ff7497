import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { StoreInputError, StoreRowError } from '../../src/store/errors.ts';
import type { Job } from '../../src/store/store.ts';
import { message, NOON, TEAM, temporaryFolder, temporaryStore } from './temporary-store.ts';

const LEASE_MS = 60_000;

test('hands out what has been due longest, in the order of arrival', async () => {
  const { store, clock } = await temporaryStore();
  await store.outbox.add({ ...job('later'), runAt: NOON + 5 });
  for (const name of ['a', 'b', 'c']) await store.outbox.add(job(name));
  await store.outbox.add({ ...job('overdue'), runAt: NOON - 5 });
  const order: (string | undefined)[] = [];
  for (let turn = 0; turn < 5; turn += 1)
    order.push((await store.outbox.claim('here', LEASE_MS))?.dedupeKey);
  expect(order).toEqual(['overdue', 'a', 'b', 'c', undefined]);
  clock.now += 5;
  expect((await store.outbox.claim('here', LEASE_MS))?.dedupeKey).toBe('later');
});

test('hands out only the kinds that were asked for', async () => {
  const { store } = await temporaryStore();
  await store.inbox.receive(message(1, 'app_mention'));
  expect(await store.inbox.claim('here', LEASE_MS, ['message'])).toBeUndefined();
  expect(await store.inbox.claim('here', LEASE_MS, [])).toBeUndefined();
  const kinds = ['message', 'app_mention'];
  expect((await store.inbox.claim('here', LEASE_MS, kinds))?.kind).toBe('app_mention');
});

test('gives the whole job with its lease', async () => {
  const { store } = await temporaryStore();
  await store.inbox.receive(message(1));
  expect(await store.inbox.claim('here', LEASE_MS)).toEqual({
    id: expect.stringMatching(/^[\w-]{22,}$/),
    teamId: TEAM,
    kind: 'message',
    dedupeKey: 'C0EXAMPLE:1',
    body: '{"number":1}',
    attempt: 1,
    owner: 'here',
    result: null,
    lastError: null,
    createdAt: NOON,
  });
});

test('keeps inbox and outbox apart', async () => {
  const { store } = await temporaryStore();
  await store.inbox.receive(message(1));
  expect(await store.outbox.claim('here', LEASE_MS)).toBeUndefined();
  expect(await store.outbox.add({ ...job(message(1).dedupeKey) })).toBe(true);
});

test('is taken over when the lease has run out, not before', async () => {
  const { store, clock } = await temporaryStore();
  await store.inbox.receive(message(1));
  await claimed(store.inbox.claim('slow', LEASE_MS));
  clock.now += LEASE_MS - 1;
  expect(await store.inbox.claim('quick', LEASE_MS)).toBeUndefined();
  clock.now += 1;
  expect(await store.inbox.claim('quick', LEASE_MS)).toMatchObject({ owner: 'quick', attempt: 2 });
});

test.each(['quick', 'slow'])(
  'tells whoever lost the lease to %s, and lets them change nothing',
  async (taker) => {
    const { store, clock } = await temporaryStore();
    await store.inbox.receive(message(1));
    const lost = await claimed(store.inbox.claim('slow', LEASE_MS));
    clock.now += LEASE_MS;
    const held = await claimed(store.inbox.claim(taker, LEASE_MS));
    expect([
      await store.inbox.finish(lost),
      await store.inbox.retry(lost, { runAt: clock.now, error: 'late' }),
      await store.inbox.giveUp(lost, 'late'),
      await store.inbox.renew(lost, LEASE_MS),
    ]).toEqual([false, false, false, false]);
    expect(await store.inbox.backlog()).toMatchObject({ pending: 0, leased: 1, dead: 0 });
    expect(await store.inbox.finish(held)).toBe(true);
    expect(await store.inbox.finish(held)).toBe(false);
  },
);

test('finishes a job whose lease ran out while nobody else wanted it', async () => {
  const { store, clock } = await temporaryStore();
  await store.inbox.receive(message(1));
  const late = await claimed(store.inbox.claim('slow', LEASE_MS));
  clock.now += 2 * LEASE_MS;
  expect(await store.inbox.finish(late)).toBe(true);
  expect(await store.inbox.claim('quick', LEASE_MS)).toBeUndefined();
});

test('holds on to a renewed job, counted from the renewal', async () => {
  const { store, clock } = await temporaryStore();
  await store.inbox.receive(message(1));
  const held = await claimed(store.inbox.claim('slow', LEASE_MS));
  clock.now += LEASE_MS - 1;
  expect(await store.inbox.renew(held, LEASE_MS)).toBe(true);
  clock.now += LEASE_MS - 1;
  expect(await store.inbox.claim('quick', LEASE_MS)).toBeUndefined();
  clock.now += 1;
  expect(await store.inbox.claim('quick', LEASE_MS)).toMatchObject({ attempt: 2 });
});

test('tries again at the given time, and remembers what went wrong', async () => {
  const { store, clock } = await temporaryStore();
  await store.outbox.add(job('one'));
  const held = await claimed(store.outbox.claim('here', LEASE_MS));
  const error = `rate limited\0${'…'.repeat(5_000)}`;
  expect(await store.outbox.retry(held, { runAt: NOON + 30_000, error })).toBe(true);
  expect(await store.outbox.claim('here', LEASE_MS)).toBeUndefined();
  clock.now += 30_000;
  const again = await claimed(store.outbox.claim('here', LEASE_MS));
  expect(again.attempt).toBe(2);
  expect(again.lastError).toMatch(/^rate limited…+$/);
  expect(again.lastError).toHaveLength(1_000);
});

test('never hands out again what was given up', async () => {
  const { store, clock } = await temporaryStore();
  await store.outbox.add(job('one'));
  const held = await claimed(store.outbox.claim('here', LEASE_MS));
  expect(await store.outbox.giveUp(held, 'channel_not_found')).toBe(true);
  clock.now += 365 * LEASE_MS;
  expect(await store.outbox.claim('here', LEASE_MS)).toBeUndefined();
  expect(await store.outbox.add(job('one'))).toBe(false);
});

test('counts what is waiting, leased and dead, and since when the oldest waits', async () => {
  const { store } = await temporaryStore();
  const empty = { pending: 0, leased: 0, dead: 0, oldestDueAt: null };
  expect(await store.outbox.backlog()).toEqual(empty);
  for (const name of ['a', 'b', 'c', 'd']) await store.outbox.add(job(name));
  await store.outbox.finish(await claimed(store.outbox.claim('here', LEASE_MS)));
  await store.outbox.giveUp(await claimed(store.outbox.claim('here', LEASE_MS)), 'gone');
  await store.outbox.claim('here', LEASE_MS);
  expect(await store.outbox.backlog()).toEqual({
    pending: 1,
    leased: 1,
    dead: 1,
    oldestDueAt: NOON,
  });
  expect(await store.inbox.backlog()).toEqual(empty);
});

test('refuses a lease without end', async () => {
  const { store } = await temporaryStore();
  await store.inbox.receive(message(1));
  await expect(store.inbox.claim('here', Number.POSITIVE_INFINITY)).rejects.toThrow(
    StoreInputError,
  );
  await expect(store.inbox.claim('', LEASE_MS)).rejects.toThrow('owner: must not be empty');
  const held = await claimed(store.inbox.claim('here', LEASE_MS));
  await expect(store.inbox.retry(held, { runAt: Number.NaN, error: '' })).rejects.toThrow('dueAt');
});

test('lays a damaged row aside, and goes on with the next', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const { store } = await temporaryStore({ path });
  await store.inbox.receive(message(1));
  await store.inbox.receive(message(2));
  const connection = new Libsql(path);
  connection.exec(`update jobs set body = '{"cut of' where event_id = 'Ev1'`);
  connection.close();
  await expect(store.inbox.claim('here', LEASE_MS)).rejects.toThrow(StoreRowError);
  expect((await store.inbox.claim('here', LEASE_MS))?.body).toBe('{"number":2}');
  expect(await store.inbox.backlog()).toMatchObject({ leased: 1, dead: 1 });
});

function job(dedupeKey: string) {
  return { teamId: TEAM, kind: 'post', dedupeKey, body: '{}' };
}

async function claimed(claiming: Promise<Job | undefined>): Promise<Job> {
  const held = await claiming;
  if (held === undefined) throw new Error('nothing was claimed');
  return held;
}
