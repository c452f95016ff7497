import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/store/store.ts';
import { message, NOON, temporaryFolder, temporaryStore } from './temporary-store.ts';

vi.setConfig({ testTimeout: 60_000 }); // each process compiles its sources first; a busy machine takes its time

const LEASE_MS = 60_000; // the worker's
const numbers = Array.from({ length: 200 }, (_, index) => index);
const everyKey = numbers.map((number) => message(number).dedupeKey).sort();

test('two stores on one file claim each of 200 once', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const { store: left } = await temporaryStore({ path });
  const { store: right } = await temporaryStore({ path });
  for (const number of numbers) await left.inbox.receive(message(number));
  const [ofLeft, ofRight] = await Promise.all([claimAll(left, 'left'), claimAll(right, 'right')]);
  expect(ofLeft.length).toBeGreaterThan(0);
  expect(ofRight.length).toBeGreaterThan(0);
  expect([...ofLeft, ...ofRight].sort()).toEqual(everyKey);
});

test('three processes on one file claim each of 200 once', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const { store } = await temporaryStore({ path });
  for (const number of numbers) await store.inbox.receive(message(number));
  const workers = ['left', 'right'].map((owner) => startWorker({ path, owner, count: 'all' }));
  await Promise.all(workers.map((worker) => reported(worker, openedMessage)));
  const shares = await Promise.all([
    claimAll(store, 'here'),
    ...workers.map(async (worker) => (await reported(worker, keysMessage)).keys),
  ]);
  expect(shares.flat().sort()).toEqual(everyKey);
  expect(await store.inbox.backlog()).toMatchObject({ pending: 0, leased: 0, dead: 0 });
});

test('processes that make the same new file at once all open it', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const workers = ['one', 'two', 'three'].map((owner) => startWorker({ path, owner, count: '0' }));
  const opened = await Promise.all(workers.map((worker) => reported(worker, openedMessage)));
  expect(opened).toHaveLength(3);
});

test('what a killed process had claimed is taken over when its lease runs out', async () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  const { store, clock } = await temporaryStore({ path });
  await store.inbox.receive(message(1));
  const worker = startWorker({ path, owner: 'killed', count: '1' });
  expect(await reported(worker, keysMessage)).toEqual({ keys: [message(1).dedupeKey] });
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  expect(await store.inbox.claim('here', LEASE_MS)).toBeUndefined();
  clock.now += LEASE_MS;
  expect(await store.inbox.claim('here', LEASE_MS)).toMatchObject({
    dedupeKey: message(1).dedupeKey,
    attempt: 2,
    owner: 'here',
  });
});

const openedMessage = z.object({ opened: z.literal(true) });
const keysMessage = z.object({ keys: z.array(z.string()) });

function startWorker({ path, owner, count }: { path: string; owner: string; count: string }) {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [path, owner, String(NOON), count], {
    execArgv: ['--import', 'tsx'],
  });
  onTestFinished(() => {
    worker.kill('SIGKILL');
  });
  return worker;
}

/** The next message of this shape; fails when the worker ends first. */
function reported<T>(worker: ChildProcess, shape: z.ZodType<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.on('message', (sent) => {
      const parsed = shape.safeParse(sent);
      if (parsed.success) resolve(parsed.data);
    });
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code}.`)));
  });
}

async function claimAll(store: Store, owner: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for (;;) {
    const job = await store.inbox.claim(owner, LEASE_MS);
    if (job === undefined) return keys;
    keys.push(job.dedupeKey);
    await store.inbox.finish(job);
    await new Promise(setImmediate);
  }
}
