import { expect, test } from 'vitest';
import { API_KEY, arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { actionLog, requestLog, type StackOneFault } from '../helpers/stackone-stand-in.ts';

const OLDER = `/requests/logs/${REQUEST_ID}`;
const NEWER = `/logs/actions/${REQUEST_ID}`;
const failedLog = requestLog({ requestId: REQUEST_ID });

test('finds the log of a failed request, with its steps and what the provider answered', async () => {
  const { platform } = await arrange({ logs: [failedLog] });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'found',
    requestId: REQUEST_ID,
    log: {
      requestId: REQUEST_ID,
      method: 'GET',
      path: '/unified/ats/applications',
      provider: 'lever',
      accountId: '45355976281015164504',
      status: 502,
      durationMs: 1_200,
      at: '2026-11-23T05:00:00.000Z',
      steps: [
        {
          method: 'GET',
          path: '/v1/opportunities',
          host: 'api.lever.co',
          status: 401,
          durationMs: 800,
          provider: 'lever',
        },
      ],
      providerErrors: [
        {
          status: 401,
          host: 'api.lever.co',
          path: '/v1/opportunities',
          body: expect.stringMatching(
            /^\{"code":"Unauthorized","message":"The credentials are not accepted\.","access_token":"\[redacted:/,
          ),
        },
      ],
      detailsMissing: false,
    },
  });
});

test('says who it is and which key it has', async () => {
  const { platform, stackOne } = await arrange({ logs: [failedLog] });
  await platform.fetchRequestLog(REQUEST_ID);
  expect(stackOne.requests.map(({ method, path, query }) => [method, path, query])).toEqual([
    ['GET', OLDER, { include: 'step_logs' }],
    ['GET', OLDER, { include: 'advanced_logs' }],
  ]);
  for (const { headers } of stackOne.requests) {
    expect(headers['user-agent']).toBe('stackone-error-bot/0.0.0-test');
    expect(headers['authorization']).toBe(`Basic ${Buffer.from(`${API_KEY}:`).toString('base64')}`);
  }
});

test('asks once for a request that succeeded', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
  });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    kind: 'found',
    log: { status: 200, providerErrors: [], detailsMissing: false },
  });
  expect(stackOne.requests.length).toBe(1);
});

test('says that details are missing where Advanced Logs is off', async () => {
  const log = requestLog({ requestId: REQUEST_ID, status: 412, steps: [], advancedLogs: false });
  const { platform } = await arrange({ logs: [log] });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    kind: 'found',
    log: { status: 412, steps: [], providerErrors: [], detailsMissing: true },
  });
});

test.each<[string, StackOneFault]>([
  ['is refused', { status: 403 }],
  ['breaks', { drop: 'midway' }],
  ['is no JSON', { body: 'html' }],
  ['is of another kind', { body: 'array' }],
])('keeps what it has when the advanced log %s', async (_how, fault) => {
  const { platform, stackOne } = await arrange({ logs: [failedLog] });
  stackOne.setFaults(OLDER, null, fault);
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    kind: 'found',
    log: { status: 502, steps: [{ status: 401 }], providerErrors: [], detailsMissing: false },
  });
});

test('finds an action run in the newer logs when the older ones do not know it', async () => {
  const { platform } = await arrange({ actionLogs: [actionLog({ requestId: REQUEST_ID })] });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'found',
    requestId: REQUEST_ID,
    log: {
      requestId: REQUEST_ID,
      method: 'POST',
      path: '/actions/rpc',
      provider: 'bamboohr',
      accountId: '47187425466113776871',
      status: 403,
      durationMs: 640,
      at: '2026-11-23T05:00:00.000Z',
      steps: [],
      providerErrors: [],
      detailsMissing: true,
    },
  });
});

test('says not found when both kinds of logs answer 404', async () => {
  const { platform, stackOne } = await arrange();
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'not-found',
    requestId: REQUEST_ID,
  });
  expect(stackOne.requests.map(({ path }) => path)).toEqual([OLDER, NEWER]);
});

test('takes a log of another request for none', async () => {
  const other = requestLog({ requestId: '7f3c0000-6457-4ddd-89b3-98ae2252b83b' });
  const { platform } = await arrange({}, { fetch: async () => Response.json({ data: other }) });
  expect((await platform.fetchRequestLog(REQUEST_ID)).kind).toBe('not-found');
});

test.each([
  '',
  'steps',
  '..',
  '../accounts',
  `${REQUEST_ID}/../../accounts`,
  'id with blanks',
  'x'.repeat(200),
])('does not ask for %j, which is no request ID', async (id) => {
  const { platform, stackOne } = await arrange();
  expect(await platform.fetchRequestLog(id)).toEqual({ kind: 'not-found', requestId: id });
  expect(stackOne.requests).toEqual([]);
});

test.each([401, 403] as const)('says that the key was refused with %i', async (status) => {
  const { platform, stackOne } = await arrange({ logs: [failedLog] });
  stackOne.setFaults('*', { status });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'refused',
    requestId: REQUEST_ID,
    status,
  });
  expect(stackOne.requests.length).toBe(1);
});

test('a key that may not read the newer logs still gets the answer of the older ones', async () => {
  const { platform, stackOne } = await arrange();
  stackOne.setFaults(NEWER, { status: 403 });
  expect((await platform.fetchRequestLog(REQUEST_ID)).kind).toBe('not-found');
});

test.each<[string, StackOneFault, number | null]>([
  ['400', { status: 400 }, 400],
  ['500', { status: 500 }, 500],
  ['a redirect', { status: 302, location: 'https://elsewhere.example/' }, 302],
  ['HTML', { body: 'html' }, 200],
  ['JSON that was cut off', { body: 'truncated' }, 200],
  ['an empty body', { body: 'empty' }, 200],
  ['an array', { body: 'array' }, 200],
  ['more than 2 MB', { body: 'huge' }, 200],
  ['nothing but nulls', { body: 'nulls' }, 200],
  ['nothing but wrong types', { body: 'wrong-types' }, 200],
])('says that it failed when StackOne answers with %s', async (_what, fault, status) => {
  const { platform, stackOne } = await arrange({ logs: [failedLog] });
  stackOne.setFaults('*', fault);
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'failed',
    requestId: REQUEST_ID,
    status,
  });
  expect(stackOne.requests.length).toBe(1);
});

test('the newer logs being out of order is not the same as there being no log', async () => {
  const { platform, stackOne } = await arrange();
  stackOne.setFaults(NEWER, { status: 500 });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'failed',
    requestId: REQUEST_ID,
    status: 500,
  });
});

test('says that it failed when nobody is there', async () => {
  const { platform, stackOne, clock } = await arrange();
  await stackOne.close();
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  await clock.skip(2);
  expect(await asked).toEqual({ kind: 'failed', requestId: REQUEST_ID, status: null });
});

test('an address that is none is an outcome too', async () => {
  const { platform, clock } = await arrange({}, { rootUrl: 'not an address' });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  await clock.skip(2);
  expect(await asked).toEqual({ kind: 'failed', requestId: REQUEST_ID, status: null });
});
