import { expect, test } from 'vitest';
import { NOON, TEAM, temporaryStore } from './temporary-store.ts';

const LEASE_MS = 60_000;
const job = { teamId: TEAM, kind: 'post', dedupeKey: 'case:K7', body: '{"text":"first"}' };

test('takes a job once, and leaves the first one as it is', async () => {
  const { store } = await temporaryStore();
  expect(await store.outbox.add(job)).toBe(true);
  expect(await store.outbox.add({ ...job, body: '{"text":"second"}' })).toBe(false);
  expect((await store.outbox.claim('here', LEASE_MS))?.body).toBe(job.body);
  expect(await store.outbox.claim('here', LEASE_MS)).toBeUndefined();
});

test('tells whoever takes over that it was sent, and as what', async () => {
  const { store, clock } = await temporaryStore();
  await store.outbox.add(job);
  const crashed = await store.outbox.claim('crashed', LEASE_MS);
  const result = '{"channel":"C0EXAMPLE","ts":"1768478400.000100"}';
  expect(crashed && (await store.outbox.markSent(crashed, result))).toBe(true);
  clock.now += LEASE_MS;
  const taken = await store.outbox.claim('next', LEASE_MS);
  expect(taken).toMatchObject({ result, attempt: 2 });
  expect(taken && (await store.outbox.finish(taken))).toBe(true);
});

test('believes a late word that it was sent, but only the first', async () => {
  const { store, clock } = await temporaryStore();
  await store.outbox.add(job);
  const slow = await store.outbox.claim('slow', LEASE_MS);
  clock.now += LEASE_MS;
  const quick = await store.outbox.claim('quick', LEASE_MS);
  if (slow === undefined || quick === undefined) throw new Error('nothing was claimed');
  expect(await store.outbox.markSent(slow, '{"ts":"1"}')).toBe(true);
  expect(await store.outbox.markSent(quick, '{"ts":"2"}')).toBe(false);
  await store.outbox.retry(quick, { runAt: NOON, error: 'sent twice' });
  expect((await store.outbox.claim('quick', LEASE_MS))?.result).toBe('{"ts":"1"}');
});
