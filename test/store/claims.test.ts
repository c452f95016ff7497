import { expect, test } from 'vitest';
import { StoreInputError } from '../../src/store/errors.ts';
import { TEAM, temporaryStore } from './temporary-store.ts';

const click = { teamId: TEAM, key: 'trigger:1234.5678', ttlMs: 60_000 };

test('lets only the first caller through', async () => {
  const { store } = await temporaryStore();
  const calls = await Promise.all([click, click, click].map((one) => store.claims.claimOnce(one)));
  expect(calls).toEqual([true, false, false]);
  expect(await store.claims.claimOnce({ ...click, key: 'trigger:9' })).toBe(true);
  expect(await store.claims.claimOnce({ ...click, teamId: 'T0OTHER' })).toBe(true);
});

test('lets one more caller through when its time is over', async () => {
  const { store, clock } = await temporaryStore();
  await store.claims.claimOnce(click);
  clock.now += click.ttlMs - 1;
  expect(await store.claims.claimOnce(click)).toBe(false);
  clock.now += 1;
  expect(await store.claims.claimOnce(click)).toBe(true);
  expect(await store.claims.claimOnce(click)).toBe(false);
});

test('lets the next caller through when a claim is given back, and only then', async () => {
  const { store } = await temporaryStore();
  await store.claims.claimOnce(click);
  await store.claims.release({ teamId: 'T0OTHER', key: click.key });
  expect(await store.claims.claimOnce(click)).toBe(false);
  await store.claims.release(click);
  expect(await store.claims.claimOnce(click)).toBe(true);
  await store.claims.release({ teamId: TEAM, key: 'never claimed' });
});

test.each(['', 'x'.repeat(501), 'a\nb'])('refuses the key %j', async (key) => {
  const { store } = await temporaryStore();
  await expect(store.claims.claimOnce({ ...click, key })).rejects.toThrow(StoreInputError);
});
