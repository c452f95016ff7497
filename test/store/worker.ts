import { openStore } from '../../src/store/open-store.ts';

/**
 * A process of its own on a shared file. Arguments: path, owner, clock (ms), and how many to claim; `all` also finishes
 * each. Reports what it claimed, and then hangs until it is killed.
 */
const [path = '', owner = '', now = '', count = ''] = process.argv.slice(2);
const store = await openStore({
  dataDir: '.',
  path,
  clock: () => Number(now),
  retentionDays: 30,
});
process.send?.({ opened: true });
const keys: string[] = [];
while (count === 'all' || keys.length < Number(count)) {
  const job = await store.inbox.claim(owner, 60_000);
  if (job === undefined) break;
  keys.push(job.dedupeKey);
  if (count === 'all') await store.inbox.finish(job);
  await new Promise(setImmediate);
}
process.send?.({ keys });
setInterval(() => undefined, 1_000);
