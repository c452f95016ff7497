import { expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { DAY_MS, message, TEAM, temporaryStore } from './temporary-store.ts';

const nothing = { reports: 0, cases: 0, jobs: 0, unfinishedJobs: 0, claims: 0, feedback: 0 };

test('deletes each kind of row when its own time is over', async () => {
  const { store, clock } = await temporaryStore({ retentionDays: 30 });
  await fill(store);
  expect(await store.sweep()).toEqual(nothing);
  clock.now += DAY_MS;
  expect(await store.sweep()).toEqual({ ...nothing, claims: 1 });
  clock.now += DAY_MS;
  expect(await store.sweep()).toEqual({ ...nothing, jobs: 1 }); // the done one
  clock.now += 28 * DAY_MS - 1;
  expect(await store.sweep()).toEqual(nothing);
  clock.now += 1;
  expect(await store.sweep()).toEqual({
    reports: 1,
    cases: 1,
    jobs: 1, // the dead one
    unfinishedJobs: 2, // the case's, and one leased
    claims: 0,
    feedback: 1,
  });
  expect(await store.sweep()).toEqual(nothing);
});

test('knows an event again for two days after it was done', async () => {
  const { store, clock } = await temporaryStore({ retentionDays: 1 });
  await fill(store);
  clock.now += 2 * DAY_MS - 1;
  await store.sweep();
  expect(await store.inbox.receive(message(1))).toBe('known');
  clock.now += 1;
  await store.sweep();
  expect(await store.inbox.receive(message(1))).toBe('new');
});

test('deletes more than one step holds', async () => {
  const { store, clock } = await temporaryStore();
  for (let number = 0; number < 450; number += 1)
    await store.claims.claimOnce({ teamId: TEAM, key: `click:${number}`, ttlMs: 1 });
  clock.now += 1;
  expect(await store.sweep()).toEqual({ ...nothing, claims: 450 });
});

test('forgets a team, and no other', async () => {
  const { store, clock } = await temporaryStore();
  const id = await fill(store);
  const otherId = await fill(store, 'T0OTHER');
  await store.deleteTeam(TEAM);
  expect(await store.reports.find(id, TEAM)).toBeUndefined();
  expect(await store.cases.find('K7QX', TEAM)).toBeUndefined();
  expect(await store.feedback.list({ teamId: TEAM, kind: 'helped' })).toEqual([]);
  expect(await store.inbox.receive(message(1))).toBe('new');
  expect(await store.reports.find(otherId, 'T0OTHER')).toBeDefined();
  await store.deleteTeam(TEAM);
  clock.now += 30 * DAY_MS;
  expect(await store.sweep()).toEqual({
    reports: 1,
    cases: 1,
    jobs: 2,
    unfinishedJobs: 2,
    claims: 1,
    feedback: 1,
  });
});

/** One of each; in the inbox a done, a dead and a leased one. */
async function fill(store: Store, teamId = TEAM): Promise<string> {
  const facts = { teamId, json: '{}', channelId: null, userId: null };
  const id = await store.reports.save({ ...facts, version: 1, audience: 'private' });
  await store.cases.open({
    ...facts,
    reference: 'K7QX',
    dedupeKey: 'submit-1',
    reportId: id,
    outbox: { kind: 'escalation', dedupeKey: 'case:K7QX', body: '{}' },
  });
  await store.feedback.add({ teamId, reportId: id, userId: 'U0', kind: 'helped', json: '{}' });
  await store.claims.claimOnce({ teamId, key: 'click', ttlMs: DAY_MS });
  for (const number of [1, 2, 3]) await store.inbox.receive({ ...message(number), teamId });
  const [done, dead] = [
    await store.inbox.claim('here', 1_000),
    await store.inbox.claim('here', 1_000),
    await store.inbox.claim('here', 1_000),
  ];
  if (done === undefined || dead === undefined) throw new Error('nothing was claimed');
  await store.inbox.finish(done);
  await store.inbox.giveUp(dead, 'gone');
  return id;
}
