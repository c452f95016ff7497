import { expect, test } from 'vitest';
import { API_KEY, arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import {
  actionLog,
  PLANTED,
  requestLog,
  type StackOneFault,
} from '../helpers/stackone-stand-in.ts';

/** Whatever StackOne says, nothing that was planted in its logs comes out, nor does the key. */

const SECRETS = [...PLANTED, API_KEY, Buffer.from(`${API_KEY}:`).toString('base64')];

const faults: readonly (StackOneFault | null)[] = [
  null,
  { status: 401 },
  { status: 404 },
  { status: 429, retryAfter: '60' },
  { status: 500 },
  { body: 'truncated' },
  { body: 'wrong-types' },
  { body: 'nulls' },
  { body: 'array' },
  { body: 'html' },
  { body: 'huge' },
];

const logs = [
  requestLog({ requestId: REQUEST_ID }),
  requestLog({ requestId: REQUEST_ID, status: 200 }),
  requestLog({
    requestId: REQUEST_ID,
    path: '/unified/hris/employees/wanda.planted@example.com',
    providerErrors: [
      { raw: 'Denied for wanda.planted@example.com, token=fake-raw-token-0004' },
      { raw: { error: JSON.stringify({ access_token: 'fake-raw-token-0004' }) } },
      { url: 'https://user:fake-raw-token-0004@api.lever.co/v1/users/wanda.planted@example.com' },
      { url: 'https://203.0.113.77/v1/users' },
    ],
    steps: [{ url: 'https://203.0.113.77/v1/users' }],
  }),
];

const cases = logs.flatMap((log, at) =>
  faults.map((fault) => [at, JSON.stringify(fault), log, fault] as const),
);

test.each(cases)('nothing leaks from log %i with fault %s', async (_at, _name, log, fault) => {
  const { platform, stackOne } = await arrange({ logs: [log] });
  stackOne.setFaults('*', fault);
  const printed = JSON.stringify([
    await platform.fetchRequestLog(REQUEST_ID),
    await platform.checkKey(),
  ]);
  expect(SECRETS.filter((secret) => printed.includes(secret))).toEqual([]);
});

test('nothing leaks from an action log', async () => {
  const { platform } = await arrange({ actionLogs: [actionLog({ requestId: REQUEST_ID })] });
  const printed = JSON.stringify(await platform.fetchRequestLog(REQUEST_ID));
  expect(printed).toContain('bamboohr');
  expect(SECRETS.filter((secret) => printed.includes(secret))).toEqual([]);
});

test('the planted secrets are all in what StackOne sends', () => {
  const sent = JSON.stringify([...logs, actionLog({ requestId: REQUEST_ID })]);
  expect(PLANTED.filter((secret) => !sent.includes(secret))).toEqual([]);
});

test('the key does not follow a redirect', async () => {
  const { stackOne: elsewhere } = await arrange();
  const { platform, stackOne } = await arrange();
  stackOne.setFaults('*', { status: 307, location: `${elsewhere.url}/requests/logs/x` });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({ kind: 'failed', status: 307 });
  expect(elsewhere.requests).toEqual([]);
});
