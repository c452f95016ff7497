import { expect, test } from 'vitest';
import { answer, enrichReport, wantsLog } from '../src/answer.ts';
import { withoutLogs } from '../src/engine.ts';
import type { LogReader } from '../src/enrichment/lookups.ts';
import type { LogOutcome } from '../src/evidence/request-log.ts';
import type { Report } from '../src/report/report.ts';
import { draw } from './helpers/draw.ts';
import { knowledge } from './helpers/knowledge.ts';
import { arrange, REQUEST_ID } from './helpers/stackone-setting.ts';
import { linkedAccount, PLANTED, requestLog } from './helpers/stackone-stand-in.ts';

const ask = (text: string, logs: LogReader): Promise<Report> =>
  enrichReport(answer(text, { knowledge }), { knowledge, logs });
const says = (outcome: LogOutcome): LogReader => ({
  begin: () => ({ ...withoutLogs('offline').begin(), fetchRequestLog: async () => outcome }),
});
/** One space for every run of white space: where lines are wrapped is no matter here. */
const words = (report: Report): string => draw(report).replace(/\s+/g, ' ');

const FAILED = requestLog({
  requestId: REQUEST_ID,
  path: '/unified/ats/applications',
  provider: 'lever',
  accountId: '45355976281015164504',
  status: 502,
  durationMs: 1_200,
  steps: [
    { method: 'get', url: 'https://api.lever.co/v1/opportunities', status: 401, durationMs: 800 },
  ],
  providerErrors: [
    {
      status: 401,
      url: 'https://api.lever.co/v1/opportunities',
      raw: { code: 'Unauthorized', message: 'Invalid token' },
    },
  ],
});

test('a request ID alone: the log of a failed request decides', async () => {
  const { platform } = await arrange({ logs: [FAILED] });
  const report = await ask(REQUEST_ID, platform);
  expect(report.diagnoses[0]).toMatchObject({
    id: 'lever/401',
    relation: 'decisive',
    actor: 'customer-admin',
  });
  expect(report.diagnoses[1]).toMatchObject({ id: 'stackone/502', relation: 'wrapper' });
  expect(report.evidence.signals[0]).toMatchObject({ origin: expect.stringMatching(/^log:/) });
  expect(words(report)).toContain(
    `\`${REQUEST_ID}\` · \`GET /unified/ats/applications\` · 502 after 1.2 s · Lever · 2026-`,
  );
  expect(words(report)).toContain('`GET /v1/opportunities` 401 800 ms, 67 % of the time (Lever)');
});

test('the log decides where the paste shows only the wrapper', async () => {
  const { platform } = await arrange({ logs: [FAILED] });
  const paste = `HTTP/2 502\nx-request-id: ${REQUEST_ID}\n\n{"statusCode":502,"message":"Bad Gateway"}`;
  expect(answer(paste, { knowledge }).diagnoses[0]?.id).toBe('stackone/502');
  const report = await ask(paste, platform);
  expect(report.diagnoses.map(({ id }) => id)).toEqual(['lever/401', 'stackone/502']);
  expect(report.evidence.calls).toHaveLength(1);
});

test('nothing of a log comes out that must not', async () => {
  const { platform } = await arrange({ logs: [FAILED] });
  const report = await ask(REQUEST_ID, platform);
  const shown = JSON.stringify(report) + draw(report, 'private');
  expect(PLANTED.filter((secret) => shown.includes(secret))).toEqual([]);
});

test('a request that succeeded is said to have', async () => {
  const { platform } = await arrange({
    logs: [
      requestLog({
        requestId: REQUEST_ID,
        path: '/unified/hris/employees',
        status: 200,
        durationMs: 400,
        provider: 'hibob',
      }),
    ],
  });
  const report = await ask(REQUEST_ID, platform);
  expect(report.diagnoses).toEqual([]);
  expect(words(report)).toMatch(
    /^That request succeeded If the data looks wrong, tell me what is missing and from which provider\./,
  );
});

test('a log that is not there is said to be', async () => {
  const { platform } = await arrange({ logs: [] });
  const report = await ask(REQUEST_ID, platform);
  expect(words(report)).toContain(
    `I looked for request \`${REQUEST_ID}\` and found no log. Logs are kept 90 days`,
  );
  expect(report.evidence.gaps).toEqual([
    { wanted: `request log ${REQUEST_ID}`, because: expect.stringContaining('90 days') },
  ]);
});

test('a failed request without details says so', async () => {
  const { platform } = await arrange({
    logs: [
      requestLog({
        requestId: REQUEST_ID,
        status: 502,
        provider: 'lever',
        steps: [],
        providerErrors: [],
        advancedLogs: false,
      }),
    ],
  });
  const report = await ask(REQUEST_ID, platform);
  expect(report.diagnoses[0]?.id).toBe('stackone/502');
});

test.each<[LogOutcome, RegExp]>([
  [{ kind: 'no-key', requestId: REQUEST_ID }, /I can't read logs: no StackOne key is configured\./],
  [{ kind: 'offline', requestId: REQUEST_ID }, /stay offline/],
  [{ kind: 'timeout', requestId: REQUEST_ID, afterMs: 8_000 }, /did not answer within 8\.0 s/],
  [{ kind: 'refused', requestId: REQUEST_ID, status: 401 }, /refused my key \(401\)/],
  [{ kind: 'refused', requestId: REQUEST_ID, status: 403 }, /refused my key \(403\)/],
  [
    { kind: 'rate-limited', requestId: REQUEST_ID, retryAfterSeconds: 30 },
    /limiting my look-ups for 30 s/,
  ],
  [{ kind: 'failed', requestId: REQUEST_ID, status: 500 }, /could not be read \(it answered 500\)/],
  [
    { kind: 'not-allowed', requestId: REQUEST_ID, ask: 'Ask Kim for access.' },
    /Ask Kim for access\./,
  ],
])(
  'a look-up that came to %j is said calmly, alone and beside an answer',
  async (outcome, expected) => {
    expect(words(await ask(REQUEST_ID, says(outcome)))).toMatch(expected);
    const beside = await ask(`412 ${REQUEST_ID}`, says(outcome));
    expect(beside.diagnoses[0]?.id).toBe('stackone/412');
    expect(words(beside)).toMatch(expected);
  },
);

test('what is asked of the log once is not asked again', () => {
  const report = answer(REQUEST_ID, { knowledge });
  expect(wantsLog(report)).toBe(true);
  expect(wantsLog(answer('412', { knowledge }))).toBe(false);
});

test('the same paste gives the same bytes', async () => {
  const logs = withoutLogs('no-key');
  for (const paste of [
    'lever 429',
    REQUEST_ID,
    '{"statusCode":502,"provider_errors":[{"status":401,"url":"https://api.lever.co/v1"}]}',
  ]) {
    expect(JSON.stringify(await ask(paste, logs))).toBe(JSON.stringify(await ask(paste, logs)));
  }
});

test.each([
  ['POST', 502, 'check-first'],
  ['POST', 500, 'check-first'],
  ['POST', 408, 'check-first'],
  ['GET', 502, expect.not.stringContaining('check')],
  ['POST', 412, 'after-change'],
])('a %s that ended with %i: retry is %s', (method, status, verdict) => {
  const paste = JSON.stringify({
    method,
    url: 'https://api.stackone.com/unified/hris/employees',
    statusCode: status,
    message: 'x',
  });
  expect(answer(paste, { knowledge }).diagnoses[0]?.retry.verdict).toEqual(verdict);
});

test('a Retry-After in the paste is how long to wait', () => {
  const report = answer(
    'HTTP/2 429\nretry-after: 17\n\n{"statusCode":429,"message":"Too many requests"}',
    { knowledge },
  );
  expect(report.evidence.retryAfterSeconds).toBe(17);
  expect(report.diagnoses[0]?.retry).toMatchObject({ verdict: 'yes', afterSeconds: 17 });
});

test('secrets are counted, and only the person who pasted a live key is told to rotate it', () => {
  const key = `v1.eu1.${'aB3dE5fG7hJ9'.repeat(3)}`;
  const report = answer(
    `curl -u "${key}:" https://api.stackone.com/accounts -> 401 {"statusCode":401,"message":"Unauthorized"}`,
    { knowledge },
  );
  expect(JSON.stringify(report)).not.toContain(key);
  expect(report.redactions.length).toBeGreaterThan(0);
  expect(draw(report, 'private')).toContain('Rotate that key');
  expect(draw(report, 'shared')).not.toContain('Rotate that key');
  expect(draw(report)).toContain('I removed 1 ');
});

test('several failed calls are a table, the decisive one in full', () => {
  const report = answer(
    '{"statusCode":412,"message":"Precondition failed","path":"/unified/ats/jobs"}\n{"statusCode":403,"message":"Forbidden","path":"/unified/ats/users"}',
    { knowledge },
  );
  expect(draw(report)).toContain('I saw 2 calls, 2 of them failed');
  expect(report.diagnoses.map(({ relation }) => relation)).toEqual(['decisive', 'other']);
});

test('every claim of the report can be traced', () => {
  const [first] = answer(
    '{"statusCode":502,"provider_errors":[{"status":401,"url":"https://api.lever.co/v1/x","raw":{"code":"Unauthorized"}}]}',
    { knowledge },
  ).diagnoses;
  expect(first?.because).toEqual([
    'provider_errors[0] has status 401',
    "api.lever.co is Lever's",
    'its code is `Unauthorized`',
  ]);
  expect(first?.sources[0]).toMatchObject({
    url: expect.stringMatching(/^https:/),
    seen: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

/** What StackOne says of the account settles what the status alone leaves open. */
test.each([
  ['inactive', "The linked account's integration is switched off"],
  ['suspended', 'The linked account is suspended'],
  ['expired', 'The linked account has expired'],
])('a 412 of an account that is %s is settled by it', async (status, title) => {
  const { platform } = await arrange({ accounts: [linkedAccount({ status })] });
  const report = await ask(
    '{"statusCode":412,"message":"Precondition failed","account_id":"45355976281015164504"}',
    platform,
  );
  expect(report.diagnoses[0]).toMatchObject({ id: 'stackone/412', title, possible: [] });
  expect(report.diagnoses[0]?.because).toContain(`StackOne says that the account is \`${status}\``);
});

test('an account ID alone shows the account and its latest failures', async () => {
  const { platform } = await arrange({
    logs: [FAILED],
    accounts: [
      linkedAccount({
        status: 'error',
        reasons: [{ code: 'invalid_grant', timestamp: '2026-11-23T04:58:00.000Z' }],
      }),
    ],
  });
  const said = words(await ask('45355976281015164504', platform));
  expect(said).toContain('That Lever account is error');
  expect(said).toContain('since 2026-11-23 04:58:00 UTC · `invalid_grant`');
  expect(said).toMatch(/1 +502 +Lever/);
  for (const planted of PLANTED) expect(said).not.toContain(planted);
});

test('a failed request says how far its failure reaches', async () => {
  const others = Array.from({ length: 6 }, (_, at) =>
    requestLog({
      requestId: `7f3c1d52-6457-4ddd-89b3-98ae2252b83${at}`,
      accountId: at < 3 ? '45355976281015164504' : `4535597628101516450${at + 2}`,
      status: at < 3 ? 502 : 200,
      at: `2026-11-23T04:5${at}:00.000Z`,
    }),
  );
  const { platform } = await arrange({
    logs: [FAILED, ...others],
    accounts: [linkedAccount({ status: 'error' })],
  });
  const said = words(await ask(REQUEST_ID, platform));
  expect(said).toContain('4 of the last 4 calls of this account failed');
  expect(said).toContain('3 other Lever accounts are fine');
  expect(said).toContain('Account `45355976281015164504`: error');
});
