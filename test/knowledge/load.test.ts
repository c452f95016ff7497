import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { compileKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tables-'));
  mkdirSync(join(dir, 'providers'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (file: string, text: string): void => writeFileSync(join(dir, file), text);

const entry = (id: string, more = ''): string => `
  - id: ${id}
    kind: error
    title: Acme rejects the key
    when: { providerStatus: 401 }
    actor: customer-admin
    retry: { verdict: after-change, advice: Send it again after that. }
    cause: The key was revoked.
    fix: [{ who: You, do: Make a new key. }]
    check: Listing one employee returns 200.
    escalate: never
    examples: { hits: [acme 401], misses: [acme 402] }
    sources: [{ url: 'https://acme.example/errors', seen: '2026-11-23' }]
${more}`;

const vendor = (name: string, entries: string, more = ''): string => `version: 1
vendor: ${name}
name: ${name.toUpperCase()} HR
keys: [{ key: ${name}, name: ${name}, categories: [hris], source: test }]
hosts: [api.${name}.example]
${more}
entries:${entries}`;

function faultsOf(options: { extraDir?: string } = {}): readonly string[] {
  try {
    loadKnowledge({ dir, ...options });
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.faults.map(({ file, line, entry: id, field, expected }) =>
      [`${file}:${line}`, id, field, expected].filter((part) => part !== null).join(' · '),
    );
  }
}

test('loads subjects and vendors', () => {
  write('providers/acme.yml', vendor('acme', entry('acme/key-revoked')));
  const knowledge = loadKnowledge({ dir });
  expect([...knowledge.entries.keys()]).toEqual(['acme/key-revoked']);
  expect(knowledge.labels).toEqual({ acme: 'ACME HR' });
  expect(knowledge.lexicon.vendors[0]).toMatchObject({
    name: 'acme',
    keys: ['acme'],
    hosts: [{ host: 'api.acme.example' }],
    categories: ['hris'],
  });
});

test('says every fault of every file at once, each with its place', () => {
  write(
    'providers/acme.yml',
    vendor(
      'acme',
      entry('acme/one')
        .replace('customer-admin', 'nobdy')
        .replace('    check: Listing one employee returns 200.\n', ''),
    ),
  );
  write('providers/bolt.yml', vendor('bolt', entry('other/one'), 'colour: red'));
  write('providers/coda.yml', vendor('cody', entry('cody/one')));
  write('providers/drum.yml', 'version: 1\nvendor: [unclosed');
  expect(faultsOf()).toEqual([
    'providers/acme.yml:12 · acme/one · actor · expected one of `caller`, `project-admin`, `customer-admin`, `provider`, `stackone`, `nobody`, `unclear`',
    'providers/acme.yml:8 · acme/one · check · expected this field, which is missing',
    'providers/bolt.yml:6 · colour · expected no field `colour`',
    'providers/coda.yml:2 · vendor · expected the name of the file',
    expect.stringMatching(/^providers\/drum\.yml:\d+ · expected valid YAML: /),
  ]);
});

test("finds an id that stands twice, a subject that is another file's, and a tip that is not there", () => {
  write(
    'providers/acme.yml',
    vendor('acme', entry('acme/one') + entry('acme/one') + entry('bolt/one')),
  );
  expect(faultsOf()).toEqual([
    'providers/acme.yml:21 · acme/one · id · expected an id of its own; it is in providers/acme.yml:8 too',
    'providers/acme.yml:34 · bolt/one · id · expected an id that begins with `acme/`',
  ]);
  write('providers/acme.yml', vendor('acme', entry('acme/one', '    tips: [tip/none]\n')));
  expect(faultsOf()).toEqual([
    'all tables:null · acme/one · tips · expected the id of a tip; there is no `tip/none`',
  ]);
});

test("a team's tables replace and add", () => {
  const extraDir = mkdtempSync(join(tmpdir(), 'team-'));
  mkdirSync(join(extraDir, 'providers'));
  write('providers/acme.yml', vendor('acme', entry('acme/one') + entry('acme/two')));
  writeFileSync(
    join(extraDir, 'providers/acme.yml'),
    vendor(
      'acme',
      entry('acme/one').replace('rejects the key', 'is ours now'),
      'aliases: [Acme Cloud]',
    ),
  );
  writeFileSync(join(extraDir, 'providers/zeta.yml'), vendor('zeta', entry('zeta/one')));
  const { entries, lexicon } = loadKnowledge({ dir, extraDir });
  expect([...entries.keys()].toSorted()).toEqual(['acme/one', 'acme/two', 'zeta/one']);
  expect(entries.get('acme/one')?.title).toBe('Acme is ours now');
  expect(
    lexicon.vendors.map(({ name, aliases }) => [name, aliases.includes('Acme Cloud')]),
  ).toEqual([
    ['acme', true],
    ['zeta', false],
  ]);
  rmSync(extraDir, { recursive: true });
});

test('a folder that is not there is said in one line', () => {
  expect(faultsOf({ extraDir: join(dir, 'nowhere') })).toEqual([
    expect.stringContaining('expected a folder with tables that I can read'),
  ]);
});

test('what was read is kept by its content, and not believed when it was touched', () => {
  const cacheDir = join(dir, 'cache');
  write('providers/acme.yml', vendor('acme', entry('acme/one')));
  loadKnowledge({ dir, cacheDir });
  const [file = ''] = readdirSync(cacheDir);
  const kept = readFileSync(join(cacheDir, file), 'utf8');
  expect(loadKnowledge({ dir, cacheDir }).entries.size).toBe(1);
  writeFileSync(join(cacheDir, file), kept.replace('rejects the key', 'was changed by hand'));
  expect(loadKnowledge({ dir, cacheDir }).entries.get('acme/one')?.title).toBe(
    'Acme rejects the key',
  );
  write('providers/acme.yml', vendor('acme', entry('acme/two')));
  expect([...loadKnowledge({ dir, cacheDir }).entries.keys()]).toEqual(['acme/two']);
});

test('reads what the build compiled', () => {
  write('providers/acme.yml', vendor('acme', entry('acme/one')));
  const compiledFile = join(dir, 'knowledge.json');
  writeFileSync(compiledFile, compileKnowledge(dir));
  expect([...loadKnowledge({ dir: join(dir, 'gone'), compiledFile }).entries.keys()]).toEqual([
    'acme/one',
  ]);
});

test.each([
  ['a file of another coding', Buffer.from([0xff, 0xfe, 0x00, 0x41]), /UTF-8/],
  ['a file that is too large', 'a'.repeat(1_100_000), /at most 1048576/],
  [
    'anchors that blow up',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`)
      .join('\n')}`,
    /plain document|no field/,
  ],
  ['nothing', '', /expected/],
])('%s is a fault, not a crash', (_, content, expected) => {
  write('providers/acme.yml', content as string);
  expect(faultsOf().join('\n')).toMatch(expected);
});

test('a folder with the name of a file is a fault', () => {
  mkdirSync(join(dir, 'providers/acme.yml'));
  expect(faultsOf()).toEqual(['providers/acme.yml:null · expected a file']);
});
