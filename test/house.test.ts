import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

/** The walls of the house, read from the files themselves. */

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const sources = filesBelow(src).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'),
);

/** Left to right: a room imports only from rooms to its left. */
const CHAIN = ['redaction', 'evidence', 'knowledge', 'diagnosis', 'escalation', 'report'];
const SURFACES = ['slack', 'terminal', 'workspace'];

/** Which rooms a room may import from, itself aside. */
function allowed(room: string): readonly string[] {
  if (SURFACES.includes(room)) return ['report', 'escalation'];
  if (room === 'enrichment') return ['redaction', 'evidence'];
  if (room === 'store' || room === 'ops') return [];
  return CHAIN.slice(0, CHAIN.indexOf(room));
}

/** The one exception: both sides of Slack's door keep to the same limits. */
const EXCEPTIONS = new Set([
  'workspace -> slack/limits.ts',
  'workspace -> slack/block-kit/index.ts',
]);

const rooms = [...new Set(sources.map(roomOf).filter((room) => room !== ''))];

test.each(rooms)('the room %s is one that the house knows', (room) => {
  expect([...CHAIN, ...SURFACES, 'enrichment', 'store', 'ops']).toContain(room);
});

test.each(rooms)('%s imports only from the rooms that it may', (room) => {
  const crossed = sources
    .filter((file) => roomOf(file) === room)
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => target.startsWith(src))
    .filter(
      ({ target }) =>
        roomOf(target) !== room && roomOf(target) !== '' && !allowed(room).includes(roomOf(target)),
    )
    .filter(
      ({ target }) => !EXCEPTIONS.has(`${room} -> ${relative(src, target).split(sep).join('/')}`),
    )
    .map(({ file, target }) => `${relative(root, file)} -> ${relative(root, target)}`);
  expect(crossed).toEqual([]);
});

test('rooms import nothing from the top but the errors', () => {
  const crossed = sources
    .filter((file) => roomOf(file) !== '')
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(
      ({ target }) =>
        target.startsWith(src) && roomOf(target) === '' && relative(src, target) !== 'errors.ts',
    )
    .map(({ file, target }) => `${relative(root, file)} -> ${relative(root, target)}`);
  expect(crossed).toEqual([]);
});

test.each([
  ['@slack/', ['slack', 'workspace']],
  ['openapi-fetch', ['enrichment']],
  ['kysely', ['store']],
  ['libsql', ['store']],
])('only its own rooms know %s', (library, owners) => {
  const strangers = sources.filter(
    (file) =>
      packagesOf(file).some((name) => name.startsWith(library)) && !owners.includes(roomOf(file)),
  );
  expect(strangers.map((file) => relative(root, file))).toEqual([]);
});

test('only config.ts and the entry points touch the process environment', () => {
  const readers = sources
    .filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file));
  expect(readers).toEqual(['config.ts']);
});

test('evidence, diagnosis, escalation and report know no clock, no chance and no network', () => {
  const impure = sources
    .filter((file) => ['evidence', 'diagnosis', 'escalation', 'report'].includes(roomOf(file)))
    .filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|\bfetch\(|\basync\b/.test(
        readFileSync(file, 'utf8'),
      ),
    );
  expect(impure.map((file) => relative(root, file))).toEqual([]);
});

test('shared code never asks for a vendor by name', () => {
  const vendors = readdirSync(join(root, 'knowledge/providers')).map((file) =>
    file.replace(/\.yml$/, ''),
  );
  const asking = sources
    .filter((file) => roomOf(file) !== 'workspace')
    .flatMap((file) => {
      const compared = [
        ...readFileSync(file, 'utf8').matchAll(/[=!]==\s*'([a-z0-9-]+)'|case '([a-z0-9-]+)'/g),
      ].map((match) => match[1] ?? match[2] ?? '');
      return compared
        .filter((word) => vendors.includes(word))
        .map((word) => `${relative(root, file)} asks for ${word}`);
    });
  expect(asking).toEqual([]);
});

test('an answer from the tables loads no package that it does not need', () => {
  const loaded = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(file, 'utf8');
    // What is imported later, or for its types alone, costs the start nothing.
    for (const [, name = ''] of text.matchAll(
      /^(?:import|export)(?! type\b)(?:[^;'"()]*? from)? '([^']+)';/gm,
    ))
      if (name.startsWith('.')) visit(resolve(dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(name);
  };
  visit(join(src, 'cli.ts'));
  visit(join(src, 'knowledge/load-kept.ts'));
  expect([...packages].toSorted()).toEqual(['fast-string-width', 'fast-wrap-ansi', 'fuse.js']);
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function roomOf(file: string): string {
  const parts = relative(src, file).split(sep);
  return parts.length > 1 ? (parts[0] ?? '') : '';
}

function importsOf(file: string): readonly string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(dirname(file), name));
}

function packagesOf(file: string): readonly string[] {
  return specifiersOf(file).filter((name) => !name.startsWith('.'));
}

function specifiersOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
}
