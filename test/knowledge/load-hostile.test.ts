import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf, temporaryTables, vendor } from './temporary-tables.ts';

const many = (times: number, write: (at: number) => string): string =>
  Array.from({ length: times }, (_, at) => write(at)).join('\n');

const laughs = [
  'a0: &a0 [ha, ha, ha, ha, ha, ha]',
  many(7, (at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(6)}]`),
].join('\n');

test.each([
  ['brackets without end', '['.repeat(500_000), 'nested less deep'],
  ['brackets that close', `a: ${'['.repeat(2_000)}${']'.repeat(2_000)}`, 'nested less deep'],
  ['maps in maps', '{a: '.repeat(2_000), 'nested less deep'],
  ['dashes without end', '- '.repeat(400_000), 'nested less deep'],
  ['question marks', '? '.repeat(400_000), 'nested less deep'],
  ['a stair of keys', many(900, (at) => `${' '.repeat(at)}a:`), 'nested less deep'],
  ['100,000 fields', many(100_000, (at) => `k${at}: 1`), 'a smaller file'],
  ['100,000 faults', many(100_000, (at) => `k${at}: @`), 'a smaller file'],
  ['6,000 fields', many(6_000, (at) => `k${at}: 1`), 'expected no field `k0`'],
  ['a million lines', '\n'.repeat(1_000_000), 'a smaller file'],
  ['a million laughs', laughs, 'aliases|alias count'],
  ['one anchor many times', `a: &a [x]\nb: [${'*a, '.repeat(60)}]`, 'at most 50 aliases'],
  ['an anchor in itself', 'a: &a [*a]', 'expected no field `a`'],
  ['code in a tag', 'a: !!js/function "() => 1"', 'no tag'],
  ['a directive', '%YAML 1.1\n---\na: yes', 'no directive'],
  ['the name of a prototype', '__proto__: { vendor: acme }', 'expected no field `__proto__`'],
  ['a file that is too large', 'a'.repeat(1_100_000), 'at most 1048576 bytes, found 1100000'],
  ['a binary file', 'version\u0000: 1', 'expected UTF-8 text'],
  ['another coding', Buffer.from([0xff, 0xfe, 0x41, 0x41]), 'readable UTF-8 file'],
  ['nothing', '', 'expected a map, found nothing'],
  ['one word', 'acme', 'expected a map, found text'],
])('%s is a fault, soon', (_, content, expected) => {
  const dir = temporaryTables({ 'providers/acme.yml': content });
  const before = performance.now();
  const faults = faultsOf({ dir });
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(faults.join('\n')).toMatch(new RegExp(expected));
  expect(faults.length).toBeLessThanOrEqual(50);
});

test('a folder, a link to itself and a link to nothing in the place of a file are faults', () => {
  const dir = temporaryTables({ 'providers/acme.yml': vendor('acme') });
  mkdirSync(join(dir, 'folder.yml'));
  symlinkSync('loop.yml', join(dir, 'loop.yml'));
  symlinkSync('gone', join(dir, 'nowhere.yml'));
  expect(faultsOf({ dir })).toEqual([
    'folder.yml · expected a file',
    'loop.yml · expected a readable UTF-8 file (ELOOP)',
    'nowhere.yml · expected a readable UTF-8 file (ENOENT)',
  ]);
});

test('a pipe is not waited for', () => {
  const dir = temporaryTables({ 'providers/acme.yml': vendor('acme') });
  execFileSync('mkfifo', [join(dir, 'pipe.yml')]);
  expect(faultsOf({ dir })).toEqual(['pipe.yml · expected a file']);
});

test('a folder that is not there, has no tables or is a file is said in one line', () => {
  const dir = temporaryTables({ 'providers/acme.yml': vendor('acme'), 'README.md': 'words' });
  const [gone, empty] = [join(dir, 'gone'), temporaryTables({ 'notes.txt': 'words' })];
  const unreadable = 'expected a folder with tables that I can read';
  expect(faultsOf({ dir, extraDir: gone })).toEqual([`${gone} · ${unreadable} (ENOENT)`]);
  expect(faultsOf({ dir: join(dir, 'README.md') })).toEqual([
    `${join(dir, 'README.md')} · ${unreadable} (ENOTDIR)`,
  ]);
  expect(faultsOf({ dir, extraDir: empty })).toEqual([
    `${empty} · expected tables in it: \`*.yml\`, or \`providers/*.yml\``,
  ]);
});

test('what a file says cannot move the cursor of the terminal that shows it', () => {
  const dir = temporaryTables({
    'providers/acme.yml': vendor('acme', { more: '"\\e[2J\\u202Ex": 1' }),
  });
  expect(faultsOf({ dir })).toEqual([
    'providers/acme.yml:5 · \uFFFD[2J\uFFFDx · expected no field `\uFFFD[2J\uFFFDx`',
  ]);
});
