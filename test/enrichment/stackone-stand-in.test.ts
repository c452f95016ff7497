import { StackOne } from '@stackone/stackone-client-ts';
import { QueryParamInclude } from '@stackone/stackone-client-ts/sdk/models/operations/index.js';
import { expect, test } from 'vitest';
import { API_KEY, arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { linkedAccount, requestLog, type StackOneStandIn } from '../helpers/stackone-stand-in.ts';

/** The stand-in is held against StackOne's own SDK, which checks every answer. */

const sdkOf = (stackOne: StackOneStandIn, key = API_KEY) =>
  new StackOne({
    security: { username: key, password: '' },
    serverURL: stackOne.url,
    retryConfig: { strategy: 'none' },
  });

const fixtures = [
  ['a failed request', requestLog({ requestId: REQUEST_ID })],
  ['a request that succeeded', requestLog({ requestId: REQUEST_ID, status: 200 })],
  ['a log without details', requestLog({ requestId: REQUEST_ID, steps: [], advancedLogs: false })],
  [
    'many steps and an unusual provider error',
    requestLog({
      requestId: REQUEST_ID,
      steps: Array.from({ length: 60 }, () => ({})),
      providerErrors: [{ status: null, url: null, raw: {} }],
    }),
  ],
] as const;

test.each(fixtures)("StackOne's own SDK accepts %s", async (_name, log) => {
  const { stackOne } = await arrange({ logs: [log] });
  const { requestLogs } = sdkOf(stackOne);
  for (const include of [undefined, QueryParamInclude.StepLogs, QueryParamInclude.AdvancedLogs]) {
    const { unifiedLogResult } = await requestLogs.getLog({ id: REQUEST_ID, include });
    expect(unifiedLogResult?.data.requestId).toBe(REQUEST_ID);
    expect(unifiedLogResult?.data.status).toBe(log['status']);
    expect(unifiedLogResult?.data.response !== null).toBe(
      include === QueryParamInclude.AdvancedLogs && log['response'] !== null,
    );
    const steps = include === QueryParamInclude.StepLogs ? log['step_requests'] : null;
    expect(unifiedLogResult?.data.stepRequests?.length).toBe(
      Array.isArray(steps) ? steps.length : undefined,
    );
  }
});

test("StackOne's own SDK lists the logs, page by page", async () => {
  const { stackOne } = await arrange({
    logs: fixtures.map(([, log], at) => ({
      ...log,
      event_datetime: `2026-11-23T05:00:0${9 - at}.000Z`,
    })),
  });
  const { requestLogs } = sdkOf(stackOne);
  const first = (await requestLogs.listLogs({ pageSize: 2 })).unifiedLogsPaginated;
  const next = first?.next ?? null;
  const second = (await requestLogs.listLogs({ pageSize: 2, next })).unifiedLogsPaginated;
  expect([first, second].map((page) => page?.data.map(({ status }) => status))).toEqual([
    [502, 200],
    [502, 502],
  ]);
  expect(second?.next).toBe(null);
  expect(stackOne.requests.map(({ query }) => query['next'])).toEqual([undefined, 'cursor-2']);
});

test("StackOne's own SDK filters the logs", async () => {
  const { stackOne } = await arrange({ logs: fixtures.map(([, log]) => log) });
  const list = await sdkOf(stackOne).requestLogs.listLogs({
    filter: { statusCodes: '200', accountIds: '45355976281015164504' },
  });
  expect(list.unifiedLogsPaginated?.data.map(({ status }) => status)).toEqual([200]);
});

test("StackOne's own SDK lists steps and platform logs", async () => {
  const { stackOne } = await arrange({ logs: [requestLog({ requestId: REQUEST_ID })] });
  const { requestLogs } = sdkOf(stackOne);
  const steps = await requestLogs.listStepLogs({});
  expect(steps.stepLogsPaginated?.data.map(({ status }) => status)).toEqual([401]);
  const platform = await requestLogs.listPlatformLogs({});
  expect(platform.platformLogsPaginated?.data).toEqual([]);
});

test("StackOne's own SDK lists and gets accounts", async () => {
  const { stackOne } = await arrange({ accounts: [linkedAccount()] });
  const { accounts } = sdkOf(stackOne);
  const list = await accounts.listLinkedAccounts({});
  expect(list.classes?.map(({ provider }) => provider)).toEqual(['lever']);
  const one = await accounts.getAccount({ id: '45355976281015164504' });
  expect(one.linkedAccount?.status).toBe('active');
});

test("StackOne's own SDK reads the refusals as what they are", async () => {
  const { stackOne } = await arrange();
  const missing = sdkOf(stackOne).requestLogs.getLog({ id: REQUEST_ID });
  await expect(missing).rejects.toMatchObject({ name: 'NotFoundResponse', statusCode: 404 });
  const stranger = sdkOf(stackOne, 'v1.eu1.another-fake-key').requestLogs.getLog({
    id: REQUEST_ID,
  });
  await expect(stranger).rejects.toMatchObject({ name: 'UnauthorizedResponse', statusCode: 401 });
  stackOne.setFaults('*', { status: 429, retryAfter: '60' });
  const limited = sdkOf(stackOne).requestLogs.getLog({ id: REQUEST_ID });
  await expect(limited).rejects.toMatchObject({ name: 'TooManyRequestsResponse', statusCode: 429 });
});

test('faults are used up in their order, and the last one stays', async () => {
  const { stackOne } = await arrange({ logs: [requestLog({ requestId: REQUEST_ID })] });
  const path = `/requests/logs/${REQUEST_ID}`;
  stackOne.setFaults(path, { status: 503 }, null, { status: 500 });
  const statuses: number[] = [];
  for (let times = 0; times < 4; times += 1) {
    const { status } = await fetch(`${stackOne.url}${path}`, {
      headers: { authorization: `Basic ${Buffer.from(`${API_KEY}:`).toString('base64')}` },
    });
    statuses.push(status);
  }
  expect(statuses).toEqual([503, 200, 500, 500]);
});
