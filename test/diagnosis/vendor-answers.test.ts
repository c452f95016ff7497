import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { entry, subject, temporaryTables, vendor } from '../knowledge/temporary-tables.ts';

/** Which entry a vendor's own words lead to, with tables made for the purpose. */

const told = (id: string, when: string, more = ''): string =>
  entry(id, more).replace('when: { providerStatus: 401 }', `when: ${when}`);

function tables(): Knowledge {
  return loadKnowledge({
    dir: temporaryTables({
      'providers/acme.yml': vendor('acme', {
        more: 'hosts: [api.acme.example]',
        entries: [
          entry('acme/401'),
          told('acme/revoked', '{ codes: [KEY_REVOKED] }', "until: '2026-09-16'"),
          told(
            'acme/403',
            '{ providerStatus: 403 }',
            'variants: [{ when: { codes: [DOOR_SHUT] }, cause: The door is shut. }]',
          ),
          told('acme/locked', '{ phrases: [the vault is locked for now] }'),
        ].join(''),
      }),
      'stackone.yml': subject(
        'stackone',
        [
          told('stackone/502', '{ platformStatus: 502 }'),
          told('stackone/popup', '{ phrases: [the login popup was blocked] }'),
        ].join(''),
      ),
    }),
  });
}

const envelope = (raw: unknown): string =>
  JSON.stringify({
    statusCode: 502,
    message: 'Bad Gateway',
    provider_errors: [{ status: 401, url: 'https://api.acme.example/v1/people', raw }],
  });

test.each<[string, string, readonly string[]]>([
  ['by a code', envelope({ error: { code: 'KEY_REVOKED' } }), ['acme/revoked', 'stackone/502']],
  [
    'by a code in the second of its errors',
    envelope({ errors: [{ code: 'X' }, { code: 'KEY_REVOKED' }] }),
    ['acme/revoked', 'stackone/502'],
  ],
  [
    'by words that no path leads to',
    envelope({ meta: { why: ['Sorry, the vault is locked for now.'] } }),
    ['acme/locked', 'stackone/502'],
  ],
  ['by a cause’s code, bare beside the name', 'acme {"error":{"code":"DOOR_SHUT"}}', ['acme/403']],
  ['by a cause’s code in words', 'our sync says DOOR_SHUT for acme', ['acme/403']],
  [
    'by the status that is shown, not by a cause of another one',
    envelope({ error: { code: 'DOOR_SHUT' } }),
    ['acme/401', 'stackone/502'],
  ],
  ['by the status alone', envelope({ error: 'no' }), ['acme/401', 'stackone/502']],
  ['by quoted words', 'Acme says “The vault is locked for now”', ['acme/locked']],
  ['by quoted words beside its status', 'acme 401 key_revoked', ['acme/revoked', 'acme/401']],
  [
    "by StackOne's own words, without any status",
    'The login popup was blocked',
    ['stackone/popup'],
  ],
])('an answer is told %s', (_, paste, ids) => {
  const given = answer(paste, { knowledge: tables() }).diagnoses;
  expect(given.map(({ id }) => id).slice(0, ids.length)).toEqual(ids);
  expect(given[0]?.confidence).toBeGreaterThanOrEqual(0.5);
});

test.each([
  'the vault is locked for now', // nobody says whose
  'npm ERR! the login popup was blocked',
])('%j proves nothing', (paste) => {
  const [first] = answer(paste, { knowledge: tables() }).diagnoses;
  expect(first?.confidence ?? 0).toBeLessThan(0.5);
});

test('a fact that has ended says so', () => {
  const [first] = answer(envelope({ code: 'KEY_REVOKED' }), { knowledge: tables() }).diagnoses;
  expect(first?.note).toBe('This held until 2026-09-16.');
});
