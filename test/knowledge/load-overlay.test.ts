import { expect, test } from 'vitest';
import { compileKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';
import { entry, faultsOf, subject, temporaryTables, tip, vendor } from './temporary-tables.ts';

const ours = {
  'tips.yml': subject('tip', tip('tip/logs')),
  'providers/acme.yml': vendor('acme', {
    more: 'aliases: [Acme Cloud]\nhosts: [api.acme.example]\nneedsContext: true\nerrorPaths: { code: [code], message: [] }',
    entries: entry('acme/one') + entry('acme/two'),
  }),
};

test('a known id is replaced, what is new is added, what is not named stays', () => {
  const dir = temporaryTables(ours);
  const extraDir = temporaryTables({
    'providers/acme.yml': vendor('acme', {
      entries: entry('acme/one').replace('rejects the key', 'is ours now'),
    }),
    'providers/zeta.yml': vendor('zeta', { entries: entry('zeta/one', 'tips: [tip/logs]') }),
    'more.yml': subject('tip', tip('tip/ours')),
  });
  const { entries, labels, vendors, tip: tipOf } = loadKnowledge({ dir, extraDir });
  expect([...entries.values()].map(({ id, title }) => [id, title]).toSorted()).toEqual([
    ['acme/one', 'Acme is ours now'],
    ['acme/two', 'Acme rejects the key'],
    ['tip/logs', 'Look at the log'],
    ['tip/ours', 'Look at the log'],
    ['zeta/one', 'Acme rejects the key'],
  ]);
  expect(labels).toEqual({ acme: 'ACME', zeta: 'ZETA' });
  expect([...vendors.keys()]).toEqual(['acme', 'zeta']);
  expect(tipOf('tip/ours')?.kind).toBe('tip');
});

test('a known vendor gets more names and hosts, keeps its own, and needs no key again', () => {
  const dir = temporaryTables(ours);
  const extraDir = temporaryTables({
    'providers/acme.yml': `version: 1
vendor: acme
name: Acme HR
aliases: [AcmeTeam, Acme Cloud]
hosts: [acme.internal.example]
errorPaths: { code: [error.code, code] }
`,
  });
  expect(loadKnowledge({ dir, extraDir }).lexicon.vendors).toEqual([
    {
      name: 'acme',
      label: 'Acme HR',
      keys: ['acme'],
      aliases: ['Acme Cloud', 'AcmeTeam', 'acme'],
      nicknames: [],
      hosts: [{ host: 'api.acme.example' }, { host: 'acme.internal.example' }],
      categories: ['hris'],
      needsContext: true,
      errorPaths: { code: ['error.code', 'code'], message: [] },
      marks: { codes: [], phrases: [] },
    },
  ]);
});

test('a team may say that the name of a vendor is proof enough', () => {
  const extraDir = temporaryTables({
    'providers/acme.yml': vendor('acme', { more: 'needsContext: false' }),
  });
  const { lexicon } = loadKnowledge({ dir: temporaryTables(ours), extraDir });
  expect(lexicon.vendors[0]?.needsContext).toBe(false);
});

test.each(['from the files', 'from the cache', 'compiled'])(
  "what contradicts our tables, %s, is placed in the team's files",
  (how) => {
    const dir = temporaryTables(ours);
    const cacheDir = how === 'from the cache' ? temporaryTables({}) : undefined;
    const compiledFile = `${temporaryTables({ 'knowledge.json': compileKnowledge(dir) })}/knowledge.json`;
    const extraDir = temporaryTables({
      'providers/zeta.yml': vendor('zeta', {
        more: 'aliases: [acmecloud]',
        entries: entry('zeta/one', 'tips: [tip/gone]'),
      }),
    });
    const options = { dir, extraDir, cacheDir, ...(how === 'compiled' ? { compiledFile } : {}) };
    if (cacheDir !== undefined) loadKnowledge({ dir, cacheDir });
    expect(faultsOf(options)).toEqual([
      'providers/zeta.yml:5 · aliases[0] · expected a name of its own; `acmecloud` is the name of acme already',
      'providers/zeta.yml:19 · zeta/one · tips[0] · expected the id of a tip; there is no `tip/gone`',
    ]);
  },
);

test('a new vendor of a team needs a key', () => {
  const dir = temporaryTables(ours);
  const extraDir = temporaryTables({
    'providers/zeta.yml': 'version: 1\nvendor: zeta\nname: Zeta\n',
  });
  expect(faultsOf({ dir, extraDir })).toEqual([
    "providers/zeta.yml:1 · keys · expected one of StackOne's provider keys at least",
  ]);
});

test('the faults of both folders are said together', () => {
  const dir = temporaryTables({ 'providers/acme.yml': 'version: 2' });
  const extraDir = temporaryTables({ 'providers/zeta.yml': 'version: 3' });
  const files = faultsOf({ dir, extraDir }).map((fault) => fault.split(':')[0]);
  expect(new Set(files)).toEqual(new Set(['providers/acme.yml', 'providers/zeta.yml']));
});
