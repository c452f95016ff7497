import { expect, test } from 'vitest';
import { StoreInputError } from '../../src/store/errors.ts';
import { message, temporaryStore } from './temporary-store.ts';

test.each([
  ['the same delivery', message(1), 'known'],
  ['the same event about something else', { ...message(2), eventId: 'Ev1' }, 'known'],
  ['another event about the same post', { ...message(1), eventId: 'Ev2' }, 'known'],
  ['another event about another post', message(2), 'new'],
  ['the same keys in another team', { ...message(1), teamId: 'T0OTHER' }, 'new'],
])('knows %s', async (_what, second, outcome) => {
  const { store } = await temporaryStore();
  expect(await store.inbox.receive(message(1))).toBe('new');
  expect(await store.inbox.receive(second)).toBe(outcome);
});

test('knows an event again after it was worked on', async () => {
  const { store } = await temporaryStore();
  await store.inbox.receive(message(1));
  const held = await store.inbox.claim('here', 1_000);
  expect(held && (await store.inbox.finish(held))).toBe(true);
  expect(await store.inbox.receive(message(1))).toBe('known');
});

test('refuses a body of more than 512 KB', async () => {
  const { store } = await temporaryStore();
  const body = JSON.stringify('x'.repeat(512 * 1024));
  await expect(store.inbox.receive({ ...message(1), body })).rejects.toThrow(StoreInputError);
});

test('tells whoever takes a question over what was already answered', async () => {
  const { store, clock } = await temporaryStore();
  await store.inbox.receive(message(1));
  const crashed = await store.inbox.claim('crashed', 60_000);
  expect(crashed && (await store.inbox.markSent(crashed, '{"ts":"1"}'))).toBe(true);
  clock.now += 60_000;
  expect(await store.inbox.claim('next', 60_000)).toMatchObject({ result: '{"ts":"1"}' });
});

test('tells what became of an event', async () => {
  const { store } = await temporaryStore();
  const { teamId, dedupeKey } = message(1);
  expect(await store.inbox.find({ teamId, dedupeKey })).toBeUndefined();
  await store.inbox.receive(message(1));
  expect(await store.inbox.find({ teamId, dedupeKey })).toEqual({ state: 'pending', result: null });
  expect(await store.inbox.find({ teamId: 'T0OTHER', dedupeKey })).toBeUndefined();
  const job = await store.inbox.claim('here', 1_000);
  if (job === undefined) throw new Error('nothing was claimed');
  await store.inbox.markSent(job, '{"ts":"1"}');
  await store.inbox.finish(job);
  expect(await store.inbox.find({ teamId, dedupeKey })).toEqual({
    state: 'done',
    result: '{"ts":"1"}',
  });
});
