import { expect, test } from 'vitest';
import { mergeDetails, type ReducedLog, reduceLog } from '../../src/enrichment/reduce-log.ts';

const ID = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';

const logOf = (wire: object) => read(reduceLog({ data: { request_id: ID, ...wire } }, ID));

function read(reduced: ReducedLog) {
  if (reduced.kind !== 'log') throw new Error(`Expected a log, got ${reduced.kind}.`);
  return reduced.log;
}

test('reads a log with and without `data` around it', () => {
  const wire = { request_id: ID, status: 200, path: '/unified/hris/employees' };
  expect(reduceLog({ data: wire }, ID)).toEqual(reduceLog(wire, ID));
  expect(read(reduceLog(wire, ID)).status).toBe(200);
});

test('reads camel case, as SDKs print it', () => {
  const log = read(
    reduceLog(
      {
        data: {
          requestId: ID,
          accountId: '45355976281015164504',
          httpMethod: 'post',
          eventDatetime: '2026-11-23T06:00:00+01:00',
          status: 502,
          stepRequests: [{ httpMethod: 'get', url: 'https://api.lever.co/v1/users', status: 403 }],
          response: {
            statusCode: 502,
            providerErrors: [{ status: 403, raw: { code: 'Forbidden' } }],
          },
        },
      },
      ID,
    ),
  );
  expect(log).toMatchObject({
    method: 'POST',
    accountId: '45355976281015164504',
    at: '2026-11-23T05:00:00.000Z',
    steps: [{ method: 'GET', host: 'api.lever.co', path: '/v1/users', status: 403 }],
    providerErrors: [{ status: 403, host: null, path: null, body: '{"code":"Forbidden"}' }],
  });
});

test.each([
  ['the same ID in capitals', { request_id: ID.toUpperCase(), status: 200 }, 'log'],
  ['an action run of that ID', { action_run_id: ID, log_id: 'another', status_code: 200 }, 'log'],
  ['no ID, but a request', { status: 200 }, 'log'],
  ['another ID', { request_id: '7f3c0000-6457-4ddd-89b3-98ae2252b83b', status: 200 }, 'other'],
  ['nothing known', {}, 'unreadable'],
  ['nulls', { request_id: null, status: null }, 'unreadable'],
])('of %s', (_what, wire, kind) => {
  expect(reduceLog({ data: wire }, ID).kind).toBe(kind);
});

test.each([
  null,
  undefined,
  '',
  'text',
  12,
  true,
  [],
  [{ request_id: ID }],
  { data: null },
  { data: [] },
])('takes %j for no log', (body) => {
  expect(reduceLog(body, ID).kind).toBe('unreadable');
});

test.each([
  [{ status: '502' }, { status: 502 }],
  [{ status: 0 }, { status: null }],
  [{ status: 99_999 }, { status: null }],
  [{ status: { code: 502 } }, { status: null }],
  [{ status: null, response: { status_code: 412 } }, { status: 412 }],
  [{ http_method: 'get' }, { method: 'GET' }],
  [{ http_method: 'BREW' }, { method: null }],
  [{ http_method: null, request: { method: 'put' } }, { method: 'PUT' }],
  [{ duration: 1_234.56 }, { durationMs: 1_235 }],
  [{ duration: -1 }, { durationMs: null }],
  [{ duration_ms: 7 }, { durationMs: 7 }],
  [{ account_id: 45_355_976 }, { accountId: '45355976' }],
  [{ account_id: Number('45355976281015164504') }, { accountId: null }],
  [{ account_id: 'no account <b>' }, { accountId: null }],
  [{ provider: 'google_drive' }, { provider: 'google_drive' }],
  [{ provider: 'Some words, not a key' }, { provider: null }],
  [{ connector_key: 'bamboohr' }, { provider: 'bamboohr' }],
  [{ event_datetime: '2026-11-23T05:00:00Z' }, { at: '2026-11-23T05:00:00.000Z' }],
  [{ event_datetime: 'yesterday' }, { at: null }],
  [{ event_datetime: '2026-99-99T05:00:00Z' }, { at: null }],
  [{ start_time: '2026-11-23T05:00:00Z' }, { at: '2026-11-23T05:00:00.000Z' }],
  [{ path: '/unified/hris/employees?filter=secret#part' }, { path: '/unified/hris/employees' }],
  [{ path: '/unified/hris/employees%3Ftoken=secret' }, { path: '/unified/hris/employees' }],
  [{ url: 'https://api.stackone.com/actions/rpc?x=1' }, { path: '/actions/rpc' }],
  [
    { path: '/unified/hris/employees/c28xIQFVAAVzbzEhMTIz' },
    { path: '/unified/hris/employees/c28xIQFVAAVzbzEhMTIz' },
  ],
  [{ step_requests: 'Account Tester' }, { steps: [] }],
  [{ step_requests: [null, 'text', {}, { status: null }] }, { steps: [] }],
])('reads %j as %j', (wire, expected) => {
  expect(logOf(wire)).toMatchObject(expected);
});

test.each([
  ['https://203.0.113.77/v1/users', { host: null, path: '/v1/users' }],
  ['https://API.Lever.co:8443/v1/users?key=x', { host: 'api.lever.co', path: '/v1/users' }],
  ['https://jane:secret@api.lever.co/v1/users', { host: 'api.lever.co', path: '/v1/users' }],
  [`https://jane:${'s'.repeat(300)}@api.lever.co/v1/users`, { host: null, path: null }],
  ['/v1/users?key=x', { host: null, path: '/v1/users' }],
])('reads the place of a step from %s', (url, place) => {
  expect(logOf({ step_requests: [{ url, status: 200 }] }).steps).toMatchObject([place]);
});

test('keeps fifty steps, the failed ones among them, in their order', () => {
  const steps = Array.from({ length: 300 }, (_, page) => ({
    path: `/v1/pages/${page}`,
    status: page === 299 ? 500 : 200,
  }));
  const kept = logOf({ status: 502, step_requests: steps }).steps.map(({ path }) => path);
  expect(kept.length).toBe(50);
  expect(kept.slice(0, 2)).toEqual(['/v1/pages/0', '/v1/pages/1']);
  expect(kept.at(-1)).toBe('/v1/pages/299');
});

test('fifty steps that all failed are the last ones and the first of the rest', () => {
  const steps = Array.from({ length: 80 }, (_, page) => ({ path: `/p/${page}`, status: 500 }));
  const { steps: kept } = logOf({ status: 502, step_requests: steps });
  expect(kept.length).toBe(50);
  expect(kept.at(-1)?.path).toBe('/p/79');
});

test('takes provider errors of the log and of its steps, each once, at most twenty', () => {
  const error = {
    status: 401,
    url: 'https://api.lever.co/v1/users',
    raw: { code: 'Unauthorized' },
  };
  const log = logOf({
    status: 502,
    response: { provider_errors: [error, null, 'text', {}] },
    step_requests: [{ status: 401, response: { provider_errors: [error, { status: 500 }] } }],
  });
  expect(log.providerErrors.map(({ status }) => status)).toEqual([401, 500]);
  const many = Array.from({ length: 90 }, (_, at) => ({ status: 400 + at }));
  expect(logOf({ response: { provider_errors: many } }).providerErrors.length).toBe(20);
});

test.each([
  [{ status: 412 }, true],
  [{ status: null, success: false }, true],
  [{ status: 502, step_requests: [{ status: 401 }] }, false],
  [{ status: 502, response: { provider_errors: [{ status: 401 }] } }, false],
  [{ status: 200 }, false],
  [{ status: null, success: null, path: '/x' }, false],
])('of %j the details are missing: %s', (wire, missing) => {
  expect(logOf(wire).detailsMissing).toBe(missing);
});

test('details of a second answer are added where the first had none', () => {
  const bare = logOf({ status: 502 });
  const full = logOf({ status: 502, response: { provider_errors: [{ status: 401 }] } });
  expect(mergeDetails(bare, full)).toEqual({
    ...bare,
    providerErrors: full.providerErrors,
    detailsMissing: false,
  });
  expect(mergeDetails(bare, bare)).toEqual(bare);
  expect(mergeDetails(full, bare)).toEqual(full);
});
