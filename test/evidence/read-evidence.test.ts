import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { MAX_CHARS, readEvidence } from '../../src/evidence/read-evidence.ts';
import { lexicon } from '../helpers/lexicon.ts';

const read = (text: string): Evidence => readEvidence(text, { lexicon, redact: (part) => part });
const ID = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
const ACCOUNT = '45355976281015164504';
const ENVELOPE = {
  statusCode: 502,
  message: 'Bad Gateway',
  provider_errors: [
    {
      status: 401,
      url: 'https://api.lever.co/v1/postings?limit=5',
      raw: { code: 'Unauthorized', message: 'Invalid token' },
    },
  ],
};

test.each([
  ['412', 'status', [412], []],
  ['err 429', 'status', [429], []],
  ['HTTP 422 ?', 'status', [422], []],
  ['precondtion faild', 'status', [412], []],
  ['too mny requests', 'status', [429], []],
  ['Conflict?', 'status', [409], []],
  ['BadGatewayResponse', 'status', [502], []],
  ['Wir bekommen 401', 'status', [401], []],
  ['levr 401', 'status', [401], ['lever']],
  ['smart recruiters 429', 'status', [429], ['smartrecruiters']],
  ['lever: forbidden', 'status', [403], ['lever']],
  ['got a 502 from StackOne for HiBob, why?', 'question', [502], ['hibob']],
])('reads %j', (text, form, statuses, providers) => {
  const evidence = read(text);
  expect(evidence.paste.form).toBe(form);
  expect(evidence.statuses).toEqual(statuses);
  expect(evidence.providers).toEqual(providers);
});

test.each([
  ['the import needed 429 ms'],
  ['listening on port 4090'],
  ['listening on port 404'],
  ['see ticket #501'],
  ['it costs €500'],
  ['we have 500 employees'],
  ['at map (/app/index.js:404:12)'],
  ['on 2026-04-12 at 12:404'],
  ['version 4.0.412'],
  ['just pull the lever, 400 times if needed'],
  ['sounds like a workable solution'],
  ['HTTP/2 200 \ncontent-type: application/json\n\n{"data":[]}'],
  ['{"statusCode":201,"message":"Record created successfully."}'],
])('finds no failed call in %j', (text) => {
  expect(read(text).calls.filter(({ failed, certainty }) => failed && certainty >= 0.5)).toEqual(
    [],
  );
});

test.each([
  ['as it is', JSON.stringify(ENVELOPE)],
  ['pretty', JSON.stringify(ENVELOPE, null, 2)],
  ['fenced', `\`\`\`json\n${JSON.stringify(ENVELOPE)}\n\`\`\``],
  [
    'as a string in JSON',
    JSON.stringify({ severity: 'ERROR', text: `StackOne said: ${JSON.stringify(ENVELOPE)}` }),
  ],
  ['escaped in a text', `payload=${JSON.stringify(JSON.stringify(ENVELOPE)).slice(1, -1)}`],
  ['with curly quotes', JSON.stringify(ENVELOPE).replaceAll('"', '“')],
  ['quoted', JSON.stringify(ENVELOPE, null, 2).replace(/^/gm, '> ')],
  ["with Slack's escapes", `<@U0AAAA1> ${JSON.stringify(ENVELOPE).replaceAll('&', '&amp;')}`],
  ["with Slack's links", JSON.stringify(ENVELOPE).replace(/https:[^"]+/, '<$&|$&>')],
  ['with Windows line ends', JSON.stringify(ENVELOPE, null, 2).replaceAll('\n', '\r\n')],
  ['in colour', `\u001b[31m${JSON.stringify(ENVELOPE)}\u001b[0m`],
  ['with zero-width spaces', JSON.stringify(ENVELOPE).replaceAll(',', ',\u200b')],
])('reads an envelope %s', (_, text) => {
  const { calls, statuses, providers } = read(text);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    platformStatus: 502,
    provider: 'lever',
    failed: true,
    message: 'Bad Gateway',
  });
  expect(calls[0]?.providerErrors).toEqual([
    {
      status: 401,
      host: 'api.lever.co',
      path: '/v1/postings',
      code: 'Unauthorized',
      message: 'Invalid token',
      marks: [],
      provider: 'lever',
    },
  ]);
  expect(statuses).toEqual([401, 502]);
  expect(providers).toEqual(['lever']);
});

test.each([[40], [60], [90], [120]])(
  'reads what is left of an envelope that was cut off after %i characters',
  (length) => {
    expect(read(JSON.stringify(ENVELOPE).slice(0, length)).calls[0]).toMatchObject({
      platformStatus: 502,
      failed: true,
    });
  },
);

test('reads method, path, ids and status of a curl transcript as one call', () => {
  const { calls, requestIds, accountIds, paste } = read(
    `$ curl -s -i -H "x-account-id: ${ACCOUNT}" "https://api.stackone.com/unified/hris/companies?page_size=5"\nHTTP/2 401 \nx-request-id: ${ID}\nvia: 1.1 github\n\n{"statusCode":401,"message":"Unauthorized"}`,
  );
  expect(paste.form).toBe('transcript');
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    method: 'GET',
    path: '/unified/hris/companies',
    platformStatus: 401,
    requestId: ID,
    accountId: ACCOUNT,
    provider: null,
  });
  expect([requestIds, accountIds]).toEqual([[ID], [ACCOUNT]]);
});

test("a request ID in a provider's headers is the provider's own", () => {
  const body = {
    statusCode: 502,
    message: 'Bad Gateway',
    provider_errors: [{ status: 500, url: '/v1/x', headers: { 'x-request-id': ID } }],
  };
  expect(read(JSON.stringify(body)).requestIds).toEqual([]);
});

test.each([
  [ID, [ID]],
  [`request ${ID} failed`, [ID]],
  [`x-request-id: ${ID}`, [ID]],
  [`what happened to ${ID.toUpperCase()}?`, [ID]],
  [`employee id ${ID}`, []],
  [`correlation-id: ${ID}`, []],
  [`GET https://api.stackone.com/unified/hris/employees/${ID}`, []],
  [`{"data":{"id":"${ID}"}}`, []],
])('finds the request IDs of %j', (text, expected) => {
  expect(read(text).requestIds).toEqual(expected);
});

test('each call of a paste keeps its own evidence', () => {
  const { calls } = read(
    [
      { time: 1, statusCode: 412, account: '45000111222333444000', message: 'Precondition failed' },
      { time: 2, statusCode: 200, account: '46000111222333444000', message: 'ok' },
      { time: 3, statusCode: 403, account: '47000111222333444000', message: 'Forbidden' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  expect(
    calls.map(({ platformStatus, accountId, failed }) => [platformStatus, accountId, failed]),
  ).toEqual([
    [412, '45000111222333444000', true],
    [200, '46000111222333444000', false],
    [403, '47000111222333444000', true],
  ]);
});

test.each([
  ['https://api.acme.example/one/users', 'acme-one'],
  ['https://api.acme.example/two/users', 'acme-two'],
  ['https://northwind.workable.com/spi/v3/jobs', 'workable'],
  ['https://workable.com.evil.example/spi', null],
  ['/api/v1/people', null],
])('knows whose %s is', (url, provider) => {
  expect(
    read(JSON.stringify({ statusCode: 502, message: 'x', provider_errors: [{ status: 500, url }] }))
      .calls[0]?.provider,
  ).toBe(provider);
});

test.each([
  [
    'npm ERR! 404 Not Found - GET https://npm.example.com/left-padd',
    { aboutPlatform: false, aboutOther: true },
  ],
  ['psql: FATAL 502', { aboutPlatform: false, aboutOther: true }],
  ['nginx says 502', { aboutPlatform: false, aboutOther: true }],
  ['our server: nginx gives 404 for a page', { aboutPlatform: false, aboutOther: true }],
  ['{StatusCode:502 Header:map[Server:[nginx] Date:[x]]}', { aboutOther: false }],
  ["{ status: 502, headers: { server: 'cloudflare' } }", { aboutOther: false }],
  ['{"status":502,"headers":{"Server":"nginx/1.25"}}', { aboutOther: false }],
  ['Response{status=502, headers={server=[nginx]}}', { aboutOther: false }],
  ['HTTP/1.1 502 Bad Gateway\nServer: nginx/1.25.3 (Ubuntu)\n', { aboutOther: false }],
  ['GET /unified/ats/jobs 502', { aboutPlatform: true, aboutOther: false }],
])('tells whose system %j is about', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test('says what was not read', () => {
  const { paste, gaps } = read('a '.repeat(MAX_CHARS));
  expect(paste.truncated).toBe(true);
  expect(gaps).toHaveLength(1);
});

test('never throws, and says the same twice', () => {
  const parts = fc.constantFrom(
    '412',
    'lever',
    '{"statusCode":',
    '502',
    '}',
    'HTTP/2 401',
    '\n',
    ' ',
    ID,
    ACCOUNT,
    '"',
    '<',
    '&lt;',
    'x-request-id: ',
    'curl ',
    '\ud800',
    'too many requests',
    '[',
    ']',
    '\\"',
    'é',
    '\u200b',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (list) => {
      const text = list.join('');
      expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
    }),
    { numRuns: 300 },
  );
});

test('the order of keys does not matter', () => {
  const entries = Object.entries({
    ...ENVELOPE,
    timestamp: '2026-11-23T05:00:00.000Z',
    requestId: ID,
  });
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      const { calls } = read(JSON.stringify(Object.fromEntries(shuffled)));
      expect(calls[0]).toMatchObject({ platformStatus: 502, provider: 'lever', requestId: ID });
    }),
  );
});

test.each([
  ['can I retry a POST after 500?', 'POST'],
  ['is it the GET or the POST that gives 500?', null],
  ['the post office answered 500', null],
])('reads of %j the method %j', (text, method) => {
  expect(readEvidence(text, { lexicon, redact: (same) => same }).calls[0]?.method ?? null).toBe(
    method,
  );
});
