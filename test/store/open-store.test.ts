import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { StoreOpenError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NOON, TEAM, temporaryFolder, temporaryStore } from './temporary-store.ts';

const FILE_NAME = 'stackone-error-bot.sqlite';
const report = {
  teamId: TEAM,
  json: '{"schema":1}',
  version: 1,
  channelId: 'C0EXAMPLE',
  userId: 'U0EXAMPLE',
  audience: 'private',
};

function open(dataDir: string, url?: string) {
  return openStore({ url, dataDir, clock: () => NOON, retentionDays: 30 });
}

async function failure(opening: Promise<unknown>): Promise<StoreOpenError> {
  const error = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StoreOpenError)) throw new Error('no StoreOpenError', { cause: error });
  return error;
}

test('makes the folder and the file for their owner only', async () => {
  const dataDir = join(temporaryFolder(), 'deep', 'data');
  const store = await open(dataDir);
  await store.reports.save(report);
  const modes = [dataDir, join(dataDir, FILE_NAME), join(dataDir, `${FILE_NAME}-wal`)].map(
    (path) => statSync(path).mode & 0o777,
  );
  await store.close();
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});

test('finds what was stored before, after it was closed and opened again', async () => {
  const dataDir = temporaryFolder();
  const before = await open(dataDir);
  const id = await before.reports.save(report);
  await before.close();
  await (await open(dataDir)).close();
  const after = await open(dataDir, '');
  expect(await after.reports.find(id, TEAM)).toEqual({ ...report, id, createdAt: NOON });
  await after.close();
});

test('closes twice, and answers no ping after that', async () => {
  const { store } = await temporaryStore();
  await expect(store.ping()).resolves.toBeUndefined();
  await store.close();
  await store.close();
  await expect(store.ping()).rejects.toThrow();
});

test.each([
  ['postgres://bot:fake-password@db.example.com/bot', /PostgreSQL.*later version/],
  ['postgresql://bot:fake-password@db.example.com/bot', /PostgreSQL.*later version/],
  ['mysql://bot:fake-password@db.example.com/bot', /not understood/],
])('refuses %s without repeating its password', async (url, words) => {
  const dataDir = join(temporaryFolder(), 'data');
  const error = await failure(open(dataDir, url));
  expect(error.message).toMatch(words);
  expect(error.message).not.toContain('fake-password');
  expect(error).toMatchObject({ reason: 'unsupported-url', file: null });
  expect(existsSync(dataDir)).toBe(false);
});

test('names a file that is no database, and leaves it as it is', async () => {
  const dataDir = temporaryFolder();
  const file = join(dataDir, FILE_NAME);
  writeFileSync(file, 'meeting notes, not a database. '.repeat(300));
  const error = await failure(open(dataDir));
  expect(error).toMatchObject({ reason: 'damaged', file });
  expect(error.message).toContain(file);
  expect(error.message).toContain('Move it away');
  expect(readFileSync(file, 'utf8')).toContain('meeting notes');
});

test.each([
  ['in the middle', 4_096],
  ['in its last page only', -4_096],
])('names a file that was overwritten %s', async (_where, from) => {
  const dataDir = temporaryFolder();
  const file = join(dataDir, FILE_NAME);
  const store = await open(dataDir);
  for (let number = 0; number < 50; number += 1)
    await store.reports.save({ ...report, json: JSON.stringify('x'.repeat(3_000)) });
  await store.close();
  const bytes = readFileSync(file);
  bytes.subarray(from).fill(0xff);
  writeFileSync(file, bytes);
  expect(await failure(open(dataDir))).toMatchObject({ reason: 'damaged', file });
});

test('names a file that is a folder', async () => {
  const dataDir = temporaryFolder();
  const file = join(dataDir, FILE_NAME);
  mkdirSync(file);
  const error = await failure(open(dataDir));
  expect(error).toMatchObject({ reason: 'unusable', file });
  expect(error.cause).toBeInstanceOf(Error);
});

test('names the file when the folder cannot be made', async () => {
  const dataDir = join(temporaryFolder(), 'taken');
  writeFileSync(dataDir, '');
  chmodSync(dataDir, 0o600);
  expect(await failure(open(dataDir))).toMatchObject({
    reason: 'unusable',
    file: join(dataDir, FILE_NAME),
  });
});

test('refuses a database that a newer version has written, and changes nothing in it', async () => {
  const dataDir = temporaryFolder();
  const file = join(dataDir, FILE_NAME);
  const store = await open(dataDir);
  const id = await store.reports.save(report);
  await store.close();
  change(file, "insert into kysely_migration values ('9999-from-the-future', '2031-01-01')");

  const error = await failure(open(dataDir));
  expect(error).toMatchObject({ reason: 'newer', file });
  expect(error.message).toContain('9999-from-the-future');

  change(file, "delete from kysely_migration where name = '9999-from-the-future'");
  const again = await open(dataDir);
  expect((await again.reports.find(id, TEAM))?.json).toBe(report.json);
  await again.close();
});

function change(file: string, statement: string): void {
  const connection = new Libsql(file);
  connection.exec(statement);
  connection.close();
}
