import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { vendorFileSchema } from '../../src/knowledge/schema.ts';

const folder = new URL('../../knowledge/providers/', import.meta.url);
const files = readdirSync(folder).map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const document = parseDocument(text);
  return { file, text, faults: document.errors, table: vendorFileSchema.parse(document.toJS()) };
});
const tables = files.map(({ table }) => table);
const entries = new Map(tables.flatMap((table) => table.entries.map((entry) => [entry.id, entry])));

/** As evidence compares names: letters and digits only. */
const squash = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

describe('the vendor tables', () => {
  test('hold 226 vendors, one file each, named for the vendor', () => {
    expect(files).toHaveLength(226);
    for (const { file, faults, text, table } of files) {
      expect(faults).toEqual([]);
      expect(basename(file, '.yml')).toBe(table.vendor);
      expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/vendor\.schema\.json\n/);
    }
  });

  test("hold each of StackOne's 249 provider keys once, 75 of them seen in use", () => {
    const keys = tables.flatMap((table) => table.keys);
    expect(keys).toHaveLength(249);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(249);
    expect(keys.filter(({ unverified }) => !unverified)).toHaveLength(75);
  });

  test('give no name, key or alias to two vendors', () => {
    const owner = new Map<string, string>();
    for (const { vendor, name, keys, aliases } of tables) {
      for (const said of [
        vendor,
        name,
        ...keys.flatMap((key) => [key.key, key.name]),
        ...aliases,
      ]) {
        expect([said, owner.get(squash(said)) ?? vendor]).toEqual([said, vendor]);
        owner.set(squash(said), vendor);
      }
    }
  });

  test('list an alias once, and none that is too short or too common to prove a vendor', () => {
    for (const { aliases } of tables) {
      expect(new Set(aliases.map((alias) => alias.toLowerCase())).size).toBe(aliases.length);
      for (const alias of aliases) expect(squash(alias).length).toBeGreaterThan(2);
    }
    const all = new Set(tables.flatMap(({ aliases }) => aliases.map(squash)));
    expect(['bob', 'drive', 'teams', 'toggle', 'forge', 'snow'].filter((w) => all.has(w))).toEqual(
      [],
    );
  });

  test.each(['lever', 'greenhouse', 'workable', 'cascadehr', 'slack', 'github', 'jira'])(
    'want context for %s, whose name proves nothing alone',
    (vendor) => {
      expect(tables.find((table) => table.vendor === vendor)?.needsContext).toBe(true);
    },
  );

  test('keep the plain host beside each host with a path', () => {
    for (const { hosts } of tables) {
      const plain = hosts.filter((host) => typeof host === 'string');
      for (const host of hosts) if (typeof host !== 'string') expect(plain).toContain(host.host);
    }
  });

  test.each([
    ['salesforce', '[0].errorCode', '[0].message'],
    ['bullhorn', 'errorMessageKey', 'errorMessage'],
    ['okta', 'errorCode', 'errorSummary'],
    ['successfactors', 'error.code', 'error.message.value'],
    ['hubspot', 'category', 'message'],
  ])('say where %s keeps its code and message', (vendor, code, message) => {
    const paths = tables.find((table) => table.vendor === vendor)?.errorPaths;
    expect([paths?.code[0], paths?.message[0]]).toEqual([code, message]);
  });
});

describe('the vendor entries', () => {
  test('bear ids of their vendor, and titles without the word error', () => {
    for (const { vendor, entries: own } of tables) {
      for (const { id, title } of own) {
        expect(id.startsWith(`${vendor}/`)).toBe(true);
        expect(title).not.toMatch(/\berror\b/i);
      }
    }
  });

  test('describe each quirk in 8 words or more that people use, told apart from its siblings', () => {
    for (const { entries: own } of tables) {
      const quirks = own.filter(({ kind }) => kind === 'quirk');
      const symptoms = quirks.flatMap((quirk) => quirk.symptoms);
      for (const quirk of quirks) expect(quirk.symptoms.length).toBeGreaterThanOrEqual(8);
      expect(new Set(symptoms).size).toBe(symptoms.length);
    }
  });
});

/** StackOne's connector guides (ATS, HRIS, LMS), row by row. */
const guide: readonly (readonly [id: string, ...facts: string[]])[] = [
  ['teamtailor/501', '[501]', 'API key', 'permission', 're-linked', 'Teamtailor guide'],
  ['teamtailor/hired-at', '`hired_at`', '*Hired*'],
  ['greenhouse/404', '[404]', 'user ID', 'linked', 'e-authenticate', 'Greenhouse guide', '/users/'],
  ['lever/400', '[400]', 'missing or malformed', 'API reference'],
  ['lever/401', '[401]', 'credentials', 'scopes', 'Lever guide'],
  ['lever/403', '[403]', 'setting', 'Super Admin', 'API settings'],
  ['lever/429', '[429]', 'rate limit', '`retryConfig`', 'retry'],
  ['lever/500', '[500]', 'StackOne support', '"escalate":"always"'],
  ['lever/503', '[503]', 'maintenance', 'exponential backoff'],
  ['lever/updated-after', 'any change', 'selected fields', '`updated_at`', 'not supported'],
  ['smartrecruiters/rate-limit', '[429]', '1 request per 5 minutes', '"afterSeconds":300'],
  ['smartrecruiters/no-listing', 'cannot list applications or interviews directly'],
  [
    'smartrecruiters/interview-status-filter',
    ...['INTERVIEW', 'OFFERED', 'HIRED', 'TRANSFERRED'].map((status) => `\`${status}\``),
    ...['REJECTED', 'WITHDRAWN', 'LEAD', 'IN_REVIEW'].map((status) => `\`${status}\``),
  ],
  ['bullhorn/note-invalid-candidate-id', '`candidate_id`', 'success', 'nowhere in its interface'],
  ['bullhorn/note-missing-author-id', '`author_id`', 'ID of the API user'],
  ['workable/talent-pool', 'without an application', 'talent pool', 'does not return'],
  ['hibob/403', '[403]', "View selected employees' Lifecycle sections"],
  ['hibob/lifecycle-fields-null', 'termination_date', 'employment_status', 'Lifecycle sections'],
  [
    'factorialhr/403',
    ...['[403]', 'OAuth', 'documents', 'employees', 'company_legal_entities'],
    ...['contracts', 'finance', 'company_locations'],
  ],
  ['personio/pay-rate', '`pay_rate`', '*Base Salary*', '*Legal Entity*'],
  ['cascadehr/no-entitlement-validation', 'entitlement'],
  ['cascadehr/no-key-person-blocking', 'key-person block'],
  ['cascadehr/no-overlap-rules', 'no overlap rules'],
  ['cascadehr/auto-approval', 'administrator', 'approved at once'],
  ['successfactors/ocn-rate-limit', '1 request per 5 minutes', '/unified/lms/content/batch'],
  ['successfactors/content-id-not-required', '`content_id`', 'completion', 'external reference'],
];

describe("StackOne's guide", () => {
  test.each(guide)('is kept whole in %s', (id, ...facts) => {
    const text = JSON.stringify(entries.get(id));
    for (const fact of facts) expect(text).toContain(fact);
  });
});
