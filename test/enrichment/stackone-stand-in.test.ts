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

test("StackOne's own SDK lists the logs", async () => {
  const { stackOne } = await arrange({ logs: fixtures.map(([, log]) => log) });
  const { unifiedLogsPaginated } = await sdkOf(stackOne).requestLogs.listLogs({ pageSize: 2 });
  expect(unifiedLogsPaginated?.data.map(({ status }) => status)).toEqual([502, 200]);
  expect(unifiedLogsPaginated?.next).toBe(null);
  expect(stackOne.requests.length).toBe(1);
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
