import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';
import { loadKept } from '../../src/knowledge/load-kept.ts';
import { seal } from '../../src/knowledge/sealed-file.ts';
import { entry, faultsOf, temporaryTables, vendor } from './temporary-tables.ts';

const acme = (id = 'acme/one') => ({
  'providers/acme.yml': vendor('acme', { entries: entry(id) }),
});

function arrange() {
  const dir = temporaryTables(acme());
  const cacheDir = join(temporaryTables({}), 'deep', 'cache');
  loadKnowledge({ dir, cacheDir });
  const [name = ''] = readdirSync(cacheDir);
  return { dir, cacheDir, file: join(cacheDir, name) };
}

const titleOf = (dir: string, cacheDir: string) =>
  loadKnowledge({ dir, cacheDir }).entries.get('acme/one')?.title;

test('what was read is kept, for its owner only, and read from there', () => {
  const { dir, cacheDir, file } = arrange();
  expect(readdirSync(cacheDir)).toHaveLength(1);
  expect(statSync(file).mode & 0o077).toBe(0);
  // A cache with the right seal is believed: this shows that it was read.
  const json = readFileSync(file, 'utf8').slice(65).replace('rejects the key', 'is from the cache');
  writeFileSync(file, seal(json));
  expect(titleOf(dir, cacheDir)).toBe('Acme is from the cache');
});

test.each<[string, (text: string) => string]>([
  ['touched', (text) => text.replace('rejects the key', 'was changed by hand')],
  ['cut off', (text) => text.slice(0, -20)],
  ['emptied', () => ''],
  ['foreign', () => '{"vendors":[],"entries":[]}'],
  ['sealed by a shorter hash', (text) => text.slice(1)],
])('a cache that was %s is not believed, and is written again', (_, spoil) => {
  const { dir, cacheDir, file } = arrange();
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, spoil(kept));
  expect(titleOf(dir, cacheDir)).toBe('Acme rejects the key');
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('a file that changed is read again', () => {
  const { dir, cacheDir } = arrange();
  writeFileSync(join(dir, 'providers/acme.yml'), acme('acme/two')['providers/acme.yml']);
  expect([...loadKnowledge({ dir, cacheDir }).entries.keys()]).toEqual(['acme/two']);
});

test('the same text under other names is something else', () => {
  const { dir, cacheDir } = arrange();
  const moved = temporaryTables({
    'providers/bolt.yml': readFileSync(join(dir, 'providers/acme.yml')),
  });
  expect(faultsOf({ dir: moved, cacheDir })).toEqual([
    'providers/bolt.yml:2 · vendor · expected the name of the file',
  ]);
});

test('tables with faults are not kept', () => {
  const cacheDir = temporaryTables({});
  const dir = temporaryTables({ 'providers/bolt.yml': vendor('acme') });
  expect(
    [faultsOf({ dir, cacheDir }), faultsOf({ dir, cacheDir })].map((all) => all.length),
  ).toEqual([1, 1]);
  expect(readdirSync(cacheDir)).toEqual([]);
});

test('a cache that cannot be written is no fault', () => {
  const file = join(temporaryTables({ 'a-file': '' }), 'a-file');
  expect(titleOf(temporaryTables(acme()), join(file, 'cache'))).toBe('Acme rejects the key');
});

test('of what was kept the last eight stay', () => {
  const { dir, cacheDir, file } = arrange();
  utimesSync(file, 1, 1);
  for (let at = 0; at < 9; at += 1) {
    writeFileSync(join(dir, 'providers/acme.yml'), acme(`acme/v${at}`)['providers/acme.yml']);
    loadKnowledge({ dir, cacheDir });
  }
  expect(readdirSync(cacheDir)).toHaveLength(8);
});

test('reads what the build compiled, and the tables where that is spoilt', () => {
  const dir = temporaryTables(acme());
  const compiled = compileKnowledge(dir);
  const [whole, spoilt] = [compiled, compiled.slice(0, -1)].map(
    (text) => `${temporaryTables({ 'knowledge.json': text })}/knowledge.json`,
  );
  const other = temporaryTables(acme('acme/two'));
  const idsOf = (compiledFile: string | undefined) => [
    ...loadKnowledge({ dir: other, compiledFile }).entries.keys(),
  ];
  expect([idsOf(whole), idsOf(spoilt), idsOf(join(other, 'none'))]).toEqual([
    ['acme/one'],
    ['acme/two'],
    ['acme/two'],
  ]);
});

test('what was kept is taken without reading it again, and is the same', () => {
  const { dir, cacheDir } = arrange();
  expect(loadKept({ dir, cacheDir })?.entries).toEqual(loadKnowledge({ dir, cacheDir }).entries);
});

test('what is new, touched or at odds with the rest is left to the reader that says why', () => {
  const { dir, cacheDir, file } = arrange();
  const extraDir = temporaryTables({ 'providers/bolt.yml': vendor('bolt') });
  expect(loadKept({ dir, cacheDir, extraDir })).toBeUndefined();
  loadKnowledge({ dir, cacheDir, extraDir });
  expect(loadKept({ dir, cacheDir, extraDir })?.labels).toEqual({ acme: 'ACME', bolt: 'BOLT' });
  const same = temporaryTables({
    'providers/bolt.yml': vendor('bolt', { more: 'aliases: [acme]' }),
  });
  expect(() => loadKnowledge({ dir, cacheDir, extraDir: same })).toThrow(/acme/i);
  expect(loadKept({ dir, cacheDir, extraDir: same })).toBeUndefined();
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -1));
  expect(loadKept({ dir, cacheDir })).toBeUndefined();
});
