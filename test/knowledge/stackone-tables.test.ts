import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { type Entry, type ErrorEntry, subjectFileSchema } from '../../src/knowledge/schema.ts';

const subjects = { stackone: 'stackone', provider: 'provider', http: 'http', tips: 'tip' } as const;

const tables = Object.entries(subjects).map(([file, subject]) => {
  const url = new URL(`../../knowledge/${file}.yml`, import.meta.url);
  const document = parseDocument(readFileSync(url, 'utf8'));
  return {
    file,
    subject,
    faults: [...document.errors, ...document.warnings],
    table: subjectFileSchema.parse(document.toJS()),
  };
});
const all = tables.flatMap(({ table }) => table.entries);
const errors = all.filter((entry): entry is ErrorEntry => entry.kind === 'error');

function entryOf(id: string): Entry {
  const entry = all.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`no entry ${id}`);
  return entry;
}

function errorOf(id: string): ErrorEntry {
  const entry = entryOf(id);
  if (entry.kind !== 'error') throw new Error(`${id} is no error entry`);
  return entry;
}

const idsOf = (subject: string) =>
  tables.find((one) => one.subject === subject)?.table.entries.map(({ id }) => id);

/** What people read of an entry, its variants included; not what is matched. */
function textsOf(entry: Entry): readonly string[] {
  const variants = entry.kind === 'error' ? entry.variants : [];
  const own = entry.kind === 'tip' ? [] : [entry.check, entry.retry.advice];
  return [
    entry.title,
    entry.cause,
    entry.note ?? '',
    ...own,
    ...[entry, ...variants].flatMap(({ fix }) => (fix ?? []).map((step) => step.do)),
    ...variants.flatMap(({ title, cause, check, retry }) => [
      title ?? '',
      cause,
      check ?? '',
      retry?.advice ?? '',
    ]),
  ];
}

const squash = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const STACKONE = [400, 401, 403, 404, 408, 409, 412, 422, 429, 500, 501, 502];
const PROVIDER = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504];

describe("the tables of StackOne's and HTTP's statuses", () => {
  test.each(tables)('$file.yml is whole and about its subject', ({ table, subject, faults }) => {
    expect(faults).toEqual([]);
    expect(table.subject).toBe(subject);
    for (const { id } of table.entries) expect(id.split('/')[0]).toBe(subject);
  });

  // The user's table "Error Code Reference": every row, by its name and what it says of the cause.
  test.each<[number, string, RegExp]>([
    [400, 'Bad Request', /parameters.*malformed/],
    [401, 'Unauthorized', /API key is missing, mistyped.*token has expired/],
    [403, 'Forbidden', /credentials are valid, but/],
    [404, 'Not Found', /No record.*deleted/],
    [408, 'Request Timeout', /after 60 seconds/],
    [409, 'Conflict', /conflicts with the current state/],
    [412, 'Precondition Failed', /linked account belongs to an integration that is disabled/],
    [422, 'Unprocessable Entity', /failed validation/],
    [429, 'Too Many Requests', /rate limit was reached.*1,000 requests per minute per API key/],
    [500, 'Internal Server Error', /unexpected/],
    [501, 'Not Implemented', /does not offer this operation for this provider/],
    [502, 'Bad Gateway', /the provider's answer was a failure/],
  ])('explains %i %s', (status, name, cause) => {
    const entry = errorOf(`stackone/${status}`);
    expect(entry.when).toEqual({ platformStatus: [status] });
    expect(entry.names.map(squash)).toContain(squash(name));
    expect([entry, ...entry.variants].map((one) => one.cause).join(' ')).toMatch(cause);
  });

  // The user's "Debugging Tips".
  test.each<[string, RegExp]>([
    ['tip/request-logs', /under \*Logs\* in the StackOne dashboard/],
    ['tip/request-logs', /kept 90 days.*\*Advanced Logs\*, which is off by default/],
    ['tip/provider-errors', /4xx or 5xx.*`provider_errors`/],
    ['tip/playground', /https:\/\/app\.stackone\.com\/playground/],
    ['tip/permissions', /403 come from permissions that are missing on the provider's side/],
  ])('%s says %s', (id, fact) => {
    expect(entryOf(id).kind).toBe('tip');
    expect(textsOf(entryOf(id)).some((text) => fact.test(text))).toBe(true);
  });

  test('hold the ids of the contract, and nothing else', () => {
    expect(idsOf('stackone')).toEqual(STACKONE.map((status) => `stackone/${status}`));
    expect(idsOf('provider')).toEqual(PROVIDER.map((status) => `provider/${status}`));
    expect(idsOf('tip')?.toSorted()).toEqual([
      'tip/permissions',
      'tip/playground',
      'tip/provider-errors',
      'tip/request-logs',
    ]);
  });

  test('know every other registered 4xx and 5xx status by its number and name, and 499', () => {
    const unregistered = [418, 509]; // unused and unassigned at IANA; Node lists them
    const rest = Object.keys(STATUS_CODES)
      .map(Number)
      .filter((status) => status >= 400 && ![...STACKONE, ...unregistered].includes(status));
    expect(idsOf('http')).toEqual([...rest, 499].toSorted().map((status) => `http/${status}`));
    for (const status of rest) {
      const { names, when, sources } = errorOf(`http/${status}`);
      const reason = squash(STATUS_CODES[status] ?? '');
      expect(names.map((name) => squash(name).replace(/^\d+/, ''))).toContain(reason);
      expect(when).toEqual({ platformStatus: [status] });
      expect(sources[0]?.url).toMatch(
        /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+\.html#section-/,
      );
      expect(sources[1]?.url).toContain('iana.org');
    }
  });

  test('read a provider status from the provider, by whatever name it has', () => {
    for (const status of PROVIDER) {
      const entry = errorOf(`provider/${status}`);
      expect(entry.when).toEqual({ providerStatus: [status] });
      expect(entry.title).toMatch(/^\{provider\} /);
    }
    const others = all.filter(({ id }) => !id.startsWith('provider/'));
    for (const entry of others) expect(textsOf(entry).join(' ')).not.toMatch(/\{(?!id\})/);
  });
});

describe('signals of those tables', () => {
  test.each([
    [400, 'BadRequest'],
    [401, 'Unauthorized'],
    [403, 'Forbidden'],
    [404, 'NotFound'],
    [408, 'RequestTimedOut'],
    [409, 'Conflict'],
    [412, 'PreconditionFailed'],
    [422, 'UnprocessableEntity'],
    [429, 'TooManyRequests'],
    [500, 'InternalServerError'],
    [501, 'NotImplemented'],
    [502, 'BadGateway'],
  ])('%i has the SDK classes of every language', (status, stem) => {
    const classes = ['', 'Exception', 'Throwable'].map((end) => `${stem}Response${end}`);
    expect(errorOf(`stackone/${status}`).identifiers).toEqual(expect.arrayContaining(classes));
  });

  test.each([
    ['stackone/401', 'AccountInvalidCredentialsError', 'customer-admin'],
    ['stackone/401', 'AccountExpiredCredentialsError', 'customer-admin'],
    ['stackone/401', 'AccountAuthenticationFailedError', 'customer-admin'],
    ['stackone/412', 'AccountIntegrationInactiveError', 'project-admin'],
    ['stackone/400', 'COMPOSITE_ID_MISSING_HEADER_ERROR', 'caller'],
    ['stackone/400', 'COMPOSITE_ID_MISSING_BODY_ERROR', 'caller'],
    ['stackone/400', 'COMPOSITE_ID_UNKNOWN_IDENTIFIER_ERROR', 'caller'],
    ['stackone/400', 'COMPOSITE_ID_UNSUPPORTED_VERSION_ERROR', 'caller'],
  ])('%s takes %s for a cause of its own, with %s to move', (id, code, actor) => {
    const { identifiers, variants, actor: usual } = errorOf(id);
    const fitting = variants.filter(({ when = [] }) =>
      [when].flat().some(({ codes }) => codes?.includes(code)),
    );
    expect(identifiers).toContain(code);
    expect(fitting.map((variant) => variant.actor ?? usual)).toEqual([actor]);
  });

  test('leave ValidationError to the answers of StackOne: many libraries have a class of that name', () => {
    expect(errors.flatMap(({ identifiers }) => identifiers)).not.toContain('ValidationError');
    const codes = errorOf('stackone/400')
      .variants.flatMap(({ when = [] }) => when)
      .flatMap((when) => when.codes ?? []);
    expect(codes).toContain('ValidationError');
  });

  test('let words stand for an entry without its status only where nobody but StackOne says them', () => {
    const alone = errors
      .filter(({ id }) => id.startsWith('stackone/'))
      .flatMap(({ variants }) => variants.flatMap(({ when }) => when ?? []))
      .filter(({ platformStatus }) => platformStatus === undefined);
    expect(alone.flatMap(({ phrases }) => phrases ?? [])).toEqual([
      'Missing x-account-id header',
      'Invalid compositeId',
      'Trying to decode an ID without',
      'Cannot decode ID, unsupported version',
      'path.id is missing',
      'Invalid authentication token',
      'Max Wait Time Exceeded',
      'InterceptorMaxWaitTimeExceeded',
      'linked account has status inactive',
    ]);
    expect(alone.flatMap(({ paths }) => paths ?? [])).toEqual([]);
  });

  test.each([408, 429])('%i waits 60 seconds where no Retry-After was seen', (status) => {
    expect(errorOf(`stackone/${status}`).retry).toMatchObject({ verdict: 'yes', afterSeconds: 60 });
  });

  test('408 names the header that keeps a long action alive', () => {
    const steps = errorOf('stackone/408').fix.map((step) => step.do);
    expect(steps.some((step) => step.includes('`Prefer: heartbeat`'))).toBe(true);
  });

  test('401, 403, 412, 429 and 502 name their rival causes, each with the check that decides', () => {
    for (const status of [401, 403, 412, 429, 502]) {
      const rivals = errorOf(`stackone/${status}`).variants.filter(
        ({ check }) => check !== undefined,
      );
      expect(rivals.length).toBeGreaterThan(0);
    }
  });

  test('give no name, class or example to two statuses', () => {
    const owners = new Map<string, string>();
    for (const { id, names, identifiers, examples } of errors) {
      for (const said of [...names, ...identifiers].map(squash).concat(examples.hits)) {
        expect([said, owners.get(said) ?? id]).toEqual([said, id]);
        owners.set(said, id);
      }
      expect(examples.misses.filter((miss) => examples.hits.includes(miss))).toEqual([]);
    }
  });
});

describe('the wording of those tables', () => {
  test.each(all.map((entry) => [entry.id, entry] as const))('%s reads calmly', (_, entry) => {
    expect(entry.title).not.toMatch(/\berrors?\b|[.!]$/i);
    for (const text of textsOf(entry)) {
      expect(text).not.toMatch(/\b(?:just|simply|oops|sorry|illegal|please|obviously)\b|!/i);
      expect(text.split('`').length % 2).toBe(1);
    }
  });

  test('each entry has 3 to 8 symptoms, and none is shared', () => {
    const symptoms = all.flatMap((entry) => entry.symptoms.map(squash));
    expect(new Set(symptoms).size).toBe(symptoms.length);
    for (const entry of all) expect([3, 4, 5, 6, 7, 8]).toContain(entry.symptoms.length);
  });

  test('each tip that an entry names is there', () => {
    const tips = new Set(idsOf('tip'));
    for (const { id, tips: named } of errors)
      for (const tip of named) expect([id, tips.has(tip)]).toEqual([id, true]);
  });
});
