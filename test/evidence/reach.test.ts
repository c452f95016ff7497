import { expect, test } from 'vitest';
import { operationOf, type Reach, readReach } from '../../src/evidence/reach.ts';
import type { RecentRequest } from '../../src/evidence/recent-requests.ts';

/** How far a failure reaches. A row as `minute account provider path status`, newest first in the order given. */

const START = Date.parse('2026-11-23T05:00:00Z');
const rows = (...lines: readonly string[]): readonly RecentRequest[] =>
  lines.map((line, at) => {
    const [minute = '0', accountId = '', provider = '', path = '', status = '200'] =
      line.split(' ');
    return {
      requestId: `request-${at}`,
      method: 'GET',
      path,
      provider,
      accountId,
      status: Number(status),
      at: new Date(START + Number(minute) * 60_000).toISOString(),
    };
  });
const asked = { method: 'GET', path: '/jobs', provider: 'lever', accountId: 'a1' };
const times = (count: number, line: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => line(at));

test.each<[string, readonly string[], Reach['scope'] | undefined]>([
  ['nothing to go by', [], undefined],
  ['two rows are too few', ['1 a1 lever /jobs 502', '0 a1 lever /jobs 502'], undefined],
  [
    'one operation of the account',
    [
      '5 a1 lever /jobs 502',
      '4 a1 lever /users 200',
      '3 a1 lever /jobs 502',
      '2 a1 lever /jobs 502',
      '1 a1 lever /users 200',
    ],
    'operation',
  ],
  [
    'the account, while other accounts are fine',
    [
      ...times(4, (at) => `${9 - at} a1 lever /jobs 502`),
      ...times(4, (at) => `${5 - at} a${at + 2} lever /jobs 200`),
    ],
    'account',
  ],
  [
    'the provider, while another provider is fine',
    [
      ...times(3, (at) => `${9 - at} a1 lever /jobs 503`),
      ...times(3, (at) => `${6 - at} a${at + 2} lever /jobs 503`),
      ...times(4, (at) => `${3 - at} b1 ashby /jobs 200`),
    ],
    'provider',
  ],
  [
    'everything',
    [
      ...times(4, (at) => `${9 - at} a1 lever /jobs 500`),
      ...times(4, (at) => `${5 - at} b${at} ashby /jobs 500`),
    ],
    'everything',
  ],
  [
    'an account that mostly succeeds',
    [
      ...times(1, () => '9 a1 lever /jobs 502'),
      ...times(6, (at) => `${8 - at} a1 lever /jobs 200`),
    ],
    undefined,
  ],
])('tells %s', (_, lines, scope) => {
  expect(readReach(asked, rows(...lines))?.scope).toBe(scope);
});

test('says how many failed, since when, and what succeeded last', () => {
  const found = readReach(
    asked,
    rows(
      ...times(5, (at) => `${20 - at} a1 lever /jobs 502`),
      '10 a1 lever /jobs 200',
      '9 a2 lever /jobs 200',
      '8 a3 lever /jobs 401',
    ),
  );
  expect(found).toMatchObject({
    scope: 'account',
    failed: 5,
    total: 6,
    otherAccounts: 2,
    otherAccountsFailing: 1,
    since: '2026-11-23T05:16:00.000Z',
    lastSuccess: { requestId: 'request-5', at: '2026-11-23T05:10:00.000Z' },
    intervalMinutes: 1,
  });
  expect(found?.intervals.map(({ failed, ok }) => `${failed}/${ok}`)).toEqual([
    '0/1',
    '0/0',
    '0/0',
    '0/0',
    '0/0',
    '0/0',
    '1/0',
    '1/0',
    '1/0',
    '1/0',
    '1/0',
  ]);
});

test.each([
  ['/unified/ats/jobs/12345', 'GET /unified/ats/jobs/{id}'],
  ['/unified/hris/employees/c28xIQaBcD/documents', 'GET /unified/hris/employees/{id}/documents'],
  ['/unified/ats/jobs', 'GET /unified/ats/jobs'],
])('%s is the operation %s', (path, operation) => {
  expect(operationOf({ method: 'GET', path })).toBe(operation);
});
