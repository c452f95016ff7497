import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { closeSqlite, openSqlite } from '../../src/store/sqlite.ts';
import { temporaryFolder } from './temporary-store.ts';

async function open() {
  const db = await openSqlite(join(temporaryFolder(), 'store.sqlite'));
  onTestFinished(() => closeSqlite(db));
  await sql`create table notes (id integer primary key, note text not null)`.execute(db);
  const add = (id: number, note: string | null = 'said') =>
    sql`insert into notes (id, note) values (${id}, ${note})`.execute(db);
  const ids = async () =>
    (await sql<{ id: number }>`select id from notes order by id`.execute(db)).rows.map(
      ({ id }) => id,
    );
  return { db, add, ids };
}

test('what is asked for in one turn is done, each in its order', async () => {
  const { add, ids } = await open();
  const seen = await Promise.all([add(1), add(2), ids(), add(3), ids()]);
  expect([seen[2], seen[4]]).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
});

test('one that fails, fails for itself', async () => {
  const { add, ids } = await open();
  const outcomes = await Promise.allSettled([add(1), add(1), add(2), add(3, null), add(4)]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(await ids()).toEqual([1, 2, 4]);
});

test('a transaction of its own is kept apart: what it takes back takes nothing else with it', async () => {
  const { db, add, ids } = await open();
  const taken = db.transaction().execute(async (trx) => {
    await sql`insert into notes (id, note) values (1, 'taken back')`.execute(trx);
    const beside = add(2);
    await new Promise(setImmediate);
    await sql`insert into notes (id, note) values (3, 'taken back')`.execute(trx);
    return Promise.reject(new Error('no')).finally(() => void beside);
  });
  await expect(Promise.all([taken, add(4)])).rejects.toThrow('no');
  await add(5);
  expect(await ids()).toEqual([2, 4, 5]);
});

test('two transactions at once come one after the other', async () => {
  const { db, ids } = await open();
  const both = [1, 2].map((id) =>
    db.transaction().execute(async (trx) => {
      await sql`insert into notes (id, note) values (${id}, 'one')`.execute(trx);
      await new Promise(setImmediate);
      await sql`insert into notes (id, note) values (${id + 10}, 'two')`.execute(trx);
    }),
  );
  await Promise.all(both);
  expect(await ids()).toEqual([1, 2, 11, 12]);
});
