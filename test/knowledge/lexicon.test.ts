import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { entry, subject, temporaryTables, vendor } from './temporary-tables.ts';

test('a vendor is known by name, keys, aliases and hosts', () => {
  const dir = temporaryTables({
    'providers/acme.yml': `version: 1
vendor: acme
name: Acme HR
keys:
  - { key: acme_ats, name: Acme Recruit, categories: [ats, iam], source: test }
  - { key: acme_hris, name: Acme People, categories: [hris, iam], source: test }
aliases: [Acme Cloud]
hosts: [api.acme.example, { host: shared.example, path: /acme }]
errorPaths: { message: ['errors[0].message'] }
`,
  });
  expect(loadKnowledge({ dir }).lexicon).toEqual({
    vendors: [
      {
        name: 'acme',
        label: 'Acme HR',
        keys: ['acme_ats', 'acme_hris'],
        aliases: ['Acme Cloud', 'Acme Recruit', 'Acme People'],
        nicknames: [],
        hosts: [{ host: 'api.acme.example' }, { host: 'shared.example', path: '/acme' }],
        categories: ['ats', 'iam', 'hris'],
        needsContext: false,
        errorPaths: { code: [], message: ['errors[0].message'] },
        marks: { codes: [], phrases: [] },
      },
    ],
    statusNames: [],
  });
});

test("names of statuses come from StackOne's and HTTP's entries, never from a provider's", () => {
  const named = (id: string, status: string) =>
    entry(id, "names: ['bad luck']\n    identifiers: [BadLuckError]").replace(
      'providerStatus: 401',
      status,
    );
  const dir = temporaryTables({
    'http.yml': subject('http', named('http/418', 'platformStatus: 418')),
    'provider.yml': subject('provider', named('provider/401', 'providerStatus: 401')),
    'providers/acme.yml': vendor('acme', { entries: named('acme/one', 'platformStatus: 400') }),
  });
  expect(loadKnowledge({ dir }).lexicon.statusNames).toEqual([
    { status: 418, name: 'bad luck', kind: 'phrase' },
    { status: 418, name: 'BadLuckError', kind: 'code' },
  ]);
});

test.each([
  [412, 'Precondition Failed', 'phrase'],
  [502, 'BadGatewayResponse', 'code'],
  [412, 'AccountIntegrationInactiveError', 'code'],
  [418, 'teapot', undefined],
])('the shipped tables name %i %j as %j', (status, name, kind) => {
  const found = knowledge.lexicon.statusNames.find(
    (one) => one.status === status && one.name.toLowerCase() === name.toLowerCase(),
  );
  expect(found?.kind).toBe(kind);
});
