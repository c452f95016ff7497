import { expect, test } from 'vitest';
import { entry, faultsOf, subject, temporaryTables, tip, vendor } from './temporary-tables.ts';

const TEXT = 'text (in quotes where it looks like a number)';

test('says every fault of every file at once, each with its place', () => {
  const dir = temporaryTables({
    'stackone.yml': subject('stakone', entry('stackone/400')),
    'providers/acme.yml': vendor('acme', {
      entries: entry('acme/one')
        .replace('customer-admin', 'nobdy')
        .replace('    check: Listing one employee returns 200.\n', ''),
    }),
    'providers/bolt.yml': vendor('bolt', { more: 'colour: red', entries: entry('other/one') }),
    'providers/coda.yml': vendor('cody', { entries: entry('cody/one') }),
    'providers/drum.yml': 'version: 1\nvendor: [unclosed',
  });
  expect(faultsOf({ dir })).toEqual([
    'stackone.yml:2 · subject · expected one of `stackone`, `provider`, `http`, `tip`',
    'providers/acme.yml:11 · acme/one · actor · expected one of `caller`, `project-admin`, `customer-admin`, `provider`, `stackone`, `nobody`, `unclear`',
    'providers/acme.yml:7 · acme/one · check · expected this field, which is missing',
    'providers/bolt.yml:5 · colour · expected no field `colour`',
    'providers/coda.yml:2 · vendor · expected the name of the file',
    expect.stringMatching(/^providers\/drum\.yml:2 · expected valid YAML: /),
  ]);
});

test.each([
  // what stands in the entry, what is said
  ['kind: error', 'kind: eror', '8 · acme/one · kind · expected one of `error`, `quirk`, `tip`'],
  ['    kind: error\n', '', '7 · acme/one · kind · expected this field, which is missing'],
  [
    'id: acme/one',
    'id: Acme One',
    '7 · Acme One · id · expected `<subject>/<slug>`, in small letters, digits and hyphens',
  ],
  [
    'title: Acme rejects the key',
    'title: Acme',
    '9 · acme/one · title · expected at least 5 characters',
  ],
  [
    'title: Acme rejects the key',
    'title: 401',
    `9 · acme/one · title · expected ${TEXT}, found the number 401`,
  ],
  [
    'title: Acme rejects the key',
    'title:',
    `9 · acme/one · title · expected ${TEXT}, found nothing`,
  ],
  [
    'escalate: never',
    'escalate: no',
    '16 · acme/one · escalate · expected one of `never`, `when-fix-fails`, `always`',
  ],
  [
    'fix: [{ who: You, do: Make a new key. }]',
    'fix: []',
    '14 · acme/one · fix · expected at least 1 item',
  ],
  [
    'fix: [{ who: You, do: Make a new key. }]',
    'fix: Make a new key',
    '14 · acme/one · fix · expected a list, found text',
  ],
  [
    'who: You',
    'whom: You',
    '14 · acme/one · fix[0].whom · expected no field `whom`; did you mean `who`?',
  ],
  [
    'providerStatus: 401',
    'providerStatus: 200',
    '10 · acme/one · when.providerStatus · expected at least 400',
  ],
  [
    'providerStatus: 401',
    'providerStatus: [401, 4O4]',
    '10 · acme/one · when.providerStatus[1] · expected a number, found text',
  ],
  [
    'providerStatus: 401',
    'providerstatuss: 401',
    '10 · acme/one · when.providerstatuss · expected no field `providerstatuss`; did you mean `providerStatus`?',
  ],
  [
    'advice:',
    'advise:',
    '12 · acme/one · retry.advise · expected no field `advise`; did you mean `advice`?',
  ],
  ['check:', 'chekc:', '15 · acme/one · chekc · expected no field `chekc`; did you mean `check`?'],
  [
    "seen: '2026-11-23'",
    'seen: 23.11.2026',
    '18 · acme/one · sources[0].seen · expected a day, as YYYY-MM-DD',
  ],
  ['https://', 'http://', '18 · acme/one · sources[0].url · expected an https address'],
])('%j written as %j is said', (right, wrong, fault) => {
  const entries = entry('acme/one').replace(right, wrong);
  const dir = temporaryTables({ 'providers/acme.yml': vendor('acme', { entries }) });
  expect(faultsOf({ dir })).toContain(`providers/acme.yml:${fault}`);
});

test.each([
  [
    'hosts: [API.acme.example]',
    '5 · hosts[0] · expected a host in small letters, such as `api.lever.co` or `*.workable.com`',
  ],
  [
    'hosts: [{ host: acme.example, path: v1 }]',
    '5 · hosts[0].path · expected a path that begins with `/`',
  ],
  [
    'needscontext: true',
    '5 · needscontext · expected no field `needscontext`; did you mean `needsContext`?',
  ],
  ['needsContext: 1', '5 · needsContext · expected `true` or `false`, found the number 1'],
  ['name: Twice', '5 · expected `name` once; it stands twice here'],
  ['aliases: [*gone]', '5 · expected an anchor `&gone` above; there is none'],
  ['aliases: [!secret x]', '5 · expected no tag such as `!secret`: tables hold plain values'],
  ['? [a, b]\n: c', '1 · expected a plain name for each field'],
  ['---\nversion: 1', '5 · expected one document; a second one begins here'],
])('a vendor with %j is refused', (more, fault) => {
  const dir = temporaryTables({ 'providers/acme.yml': vendor('acme', { more }) });
  expect(faultsOf({ dir })).toContain(`providers/acme.yml:${fault}`);
});

test("finds an id that stands twice, and one that is another file's", () => {
  const dir = temporaryTables({
    'a.yml': subject('tip', tip('tip/logs')),
    'b.yml': subject('tip', tip('tip/logs')),
    'providers/acme.yml': vendor('acme', { entries: entry('acme/one') + entry('bolt/one') }),
  });
  expect(faultsOf({ dir })).toEqual([
    'b.yml:4 · tip/logs · id · expected an id of its own; it is in a.yml:4 too',
    'providers/acme.yml:19 · bolt/one · id · expected an id that begins with `acme/`',
  ]);
});

test('finds a tip that is not there, and an entry that is no tip', () => {
  const dir = temporaryTables({
    'tips.yml': subject('tip', tip('tip/logs')),
    'providers/acme.yml': vendor('acme', {
      entries: entry('acme/one', 'tips: [tip/logs, tip/none, acme/one]'),
    }),
  });
  expect(faultsOf({ dir })).toEqual([
    'providers/acme.yml:19 · acme/one · tips[1] · expected the id of a tip; there is no `tip/none`',
    'providers/acme.yml:19 · acme/one · tips[2] · expected the id of a tip; there is no `acme/one`',
  ]);
});

test('does not miss the tips of a file that could not be read', () => {
  const dir = temporaryTables({
    'tips.yml': 'version: 2',
    'providers/acme.yml': vendor('acme', { entries: entry('acme/one', 'tips: [tip/logs]') }),
  });
  expect(faultsOf({ dir }).filter((fault) => !fault.startsWith('tips.yml'))).toEqual([]);
});

test('finds a name that two vendors claim, however it is written, and a vendor without a key', () => {
  const dir = temporaryTables({
    'providers/acme.yml': vendor('acme', { more: 'aliases: [Acme Cloud]' }),
    'providers/bolt.yml': vendor('bolt', { more: 'aliases: [Bolt HR, acme-cloud]' }),
    'providers/coda.yml': vendor('coda').replace(/keys: .*/, 'keys: []'),
  });
  expect(faultsOf({ dir })).toEqual([
    'providers/bolt.yml:5 · aliases[1] · expected a name of its own; `acme-cloud` is the name of acme already',
    "providers/coda.yml:4 · keys · expected one of StackOne's provider keys at least",
  ]);
});

test('finds a vendor that has two files', () => {
  const dir = temporaryTables({
    'providers/acme.yaml': vendor('acme'),
    'providers/acme.yml': vendor('acme'),
  });
  expect(faultsOf({ dir })).toEqual([
    'providers/acme.yml:2 · vendor · expected one file for each vendor; it is in providers/acme.yaml too',
  ]);
});
