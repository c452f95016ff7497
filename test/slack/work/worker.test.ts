import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createAcksFirst } from '../../../src/slack/acks-first.ts';
import type { Work } from '../../../src/slack/deps.ts';
import { createWorker, LEASE_MS } from '../../../src/slack/work/worker.ts';
import { silentLogger } from '../../helpers/slack-app.ts';
import { message, temporaryStore } from '../../store/temporary-store.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A worker on a store with one job in it, whose work ends when the test says so. */
async function arrange() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { store, clock } = await temporaryStore();
  await store.inbox.receive(message(1));
  const seen = { handled: [] as Work[], lost: [] as Work[] };
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const worker = createWorker({
    deps: {
      clock,
      newReference: () => 'REF-1',
      logger: silentLogger,
      acksFirst: createAcksFirst(),
    },
    owner: 'here',
    lines: [
      {
        queue: store.inbox,
        kinds: {
          message: {
            async handle(job) {
              seen.handled.push(job);
              await ended;
            },
            async lost(job) {
              seen.lost.push(job);
            },
          },
        },
      },
    ],
  });
  onTestFinished(async () => {
    end();
    await worker.stop();
  });
  return { store, clock, seen, worker, end };
}

test('who lives keeps its work, however long it takes, and nobody else begins it', async () => {
  const { store, clock, seen, worker, end } = await arrange();
  worker.start();
  await vi.waitFor(() => expect(seen.handled).toHaveLength(1));
  for (let second = 0; second < 60; second += 1) {
    clock.now += 1_000;
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise(setImmediate);
  }
  expect(await store.inbox.claim('other', LEASE_MS)).toBeUndefined();
  end();
  await worker.stop();
  expect(await store.inbox.backlog()).toMatchObject({ leased: 0, pending: 0, dead: 0 });
  expect(seen.handled).toHaveLength(1);
});

test('work that every process died of is given up at last, and whoever waits for it is told', async () => {
  const { store, clock, seen, worker } = await arrange();
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    expect(await store.inbox.claim(`dead-${attempt}`, LEASE_MS)).toMatchObject({ attempt });
    clock.now += LEASE_MS;
  }
  worker.start();
  await vi.waitFor(() => expect(seen.lost).toHaveLength(1));
  expect(seen.handled).toEqual([]);
  expect((await store.inbox.backlog()).dead).toBe(1);
});
