import { expect, test } from 'vitest';
import type { Call, Evidence } from '../../src/evidence/evidence.ts';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { lexicon } from '../helpers/lexicon.ts';

/** What whole answers say that no single key says. */

const read = (text: string): Evidence =>
  readEvidence(text, { lexicon, redact: (part) => part.replaceAll('hunter2', '[redacted]') });
const failed = (text: string): readonly Call[] => read(text).calls.filter((call) => call.failed);
const ACCOUNT = '45355976281015164504';

const account = (status: string): string =>
  JSON.stringify({ id: ACCOUNT, provider: 'lever', status, status_reasons: [{ code: 'gone' }] });

test.each(['error', 'suspended', 'expired', 'inactive'])('an account that is %s', (status) => {
  const [call, ...others] = failed(account(status));
  expect(others).toEqual([]);
  expect(call).toMatchObject({
    accountId: ACCOUNT,
    platformStatus: null,
    message: `linked account has status ${status}: gone`,
  });
});

test.each([
  ['an active account', account('active')],
  ['an employee who is inactive', '{"data":{"id":"5","provider":"lever","status":"inactive"}}'],
  ['a job in an error state', '{"id":"7","status":"error","queue":"mail"}'],
  [
    'a write that went well',
    '{"statusCode":201,"message":"Created","timestamp":"2026-11-24T09:14:02.113Z","provider_errors":null}',
  ],
  [
    'no mapping errors',
    '{"data":{"status":200,"response":{"status_code":200,"custom_mapping_errors":[]}}}',
  ],
])('no failure: %s', (_, text) => {
  expect(failed(text)).toEqual([]);
});

test('an envelope is StackOne’s, another answer need not be', () => {
  const envelope = { statusCode: 404, message: 'Not Found', timestamp: '2026-11-24T09:14:02.113Z' };
  expect(read(JSON.stringify(envelope)).aboutPlatform).toBe(true);
  expect(read('{"statusCode":404,"message":"Not Found","error":"Not Found"}').aboutPlatform).toBe(
    false,
  );
});

test('a log of a good call with mapping errors', () => {
  const log = {
    status: 200,
    response: { status_code: 200, custom_mapping_errors: [{ id: 'cm', message: 'Invalid value' }] },
  };
  expect(failed(JSON.stringify({ data: log }))).toMatchObject([
    { platformStatus: null, message: expect.stringContaining('Invalid value') },
  ]);
});

test('steps that failed are the provider’s answers', () => {
  const log = {
    status: 502,
    step_requests: [
      { url: 'https://api.lever.co/v1/a', status: 200 },
      {
        url: 'https://api.lever.co/v1/b',
        status: 429,
        response: { body: { message: 'slow down' } },
      },
    ],
  };
  expect(failed(JSON.stringify(log))).toMatchObject([
    {
      platformStatus: 502,
      providerErrors: [{ status: 429, path: '/v1/b', message: 'slow down', provider: 'lever' }],
    },
  ]);
});

const BODY =
  '{"statusCode":502,"message":"Bad hunter2","provider_errors":[{"status":401,"url":"https://api.lever.co/v1/a"}]}';

test.each([
  [
    'a Buffer',
    JSON.stringify({ response: { stream: { type: 'Buffer', data: [...Buffer.from(BODY)] } } }),
  ],
  [
    'base64 in a HAR',
    JSON.stringify({ content: { encoding: 'base64', text: Buffer.from(BODY).toString('base64') } }),
  ],
])('%s is read, and redacted once more', (_, text) => {
  expect(failed(text)).toMatchObject([
    {
      platformStatus: 502,
      message: 'Bad [redacted]',
      providerErrors: [{ status: 401, provider: 'lever' }],
    },
  ]);
});

test.each([
  [
    'SOAP 1.1',
    '<s:Fault><faultcode>s:Client.auth</faultcode><faultstring xml:lang="en">no way</faultstring></s:Fault>',
  ],
  [
    'SOAP 1.2',
    '<env:Fault><env:Code><env:Value>s:Client.auth</env:Value></env:Code><env:Reason><env:Text xml:lang="en">no way</env:Text></env:Reason></env:Fault>',
  ],
])('a fault of %s', (_, text) => {
  expect(failed(text)).toMatchObject([
    { providerErrors: [{ code: 's:Client.auth', message: 'no way' }] },
  ]);
});

test('an XML text without a fault is none', () => {
  expect(failed('<report><Text>no way</Text><Value>Client.auth</Value></report>')).toEqual([]);
});

test('a body in which the vendor says that it failed, behind a 200', () => {
  const text = 'POST https://api.lever.co/v1/a 200\n{"success":false,"errors":["invalid_input"]}';
  expect(failed(text)).toMatchObject([
    {
      platformStatus: null,
      providerErrors: [{ status: 200, provider: 'lever' }],
    },
  ]);
  expect(failed(text.replace('false', 'true'))).toEqual([]);
});

test('headers behind a status are its own', () => {
  expect(failed("429\n{'content-type': 'application/json', 'retry-after': '60'}")).toMatchObject([
    { platformStatus: 429 },
  ]);
  const counted = read("page 429\n{'retries': '60'}").signals;
  expect(counted.filter(({ origin }) => origin === 'json:headers')).toEqual([]);
});

test.each([
  ['a number as status', 'hibob says {"error":"unauthorized","status":401}', 401],
  ['a status by its name', 'hibob: {"code":"Unauthorized","message":"Invalid API key"}', 401],
  ['a number as code', 'hibob {"code":404,"message":"no"}', 404],
])('a vendor’s bare answer with %s is no answer of StackOne’s', (_, text, status) => {
  expect(failed(text)).toMatchObject([{ platformStatus: null, providerErrors: [{ status }] }]);
});

test.each([
  ['in StackOne’s shape', 'hibob {"statusCode":401,"message":"Unauthorized"}'],
  ['of a tool of every day', 'github {"message":"Unauthorized","status":401,"code":"x"}'],
])('an answer %s is not the vendor’s for its name alone', (_, text) => {
  expect(failed(text)).toMatchObject([{ platformStatus: 401, providerErrors: [] }]);
});

test('an error beside its response is one call, told by the one that a depth limit did not cut', () => {
  const error = { status: 422, url: 'https://acme.workable.com/spi/v3/jobs' };
  const envelope = (raw: unknown) => ({
    statusCode: 422,
    message: 'Unprocessable Entity',
    provider_errors: [{ ...error, raw }],
  });
  const line = {
    level: 50,
    err: { message: 'failed', status: 422, response: { status: 422, data: envelope('[Object]') } },
    response: envelope({ error: 'candidate already exists' }),
  };
  expect(failed(JSON.stringify(line)).map(({ providerErrors }) => providerErrors)).toMatchObject([
    [{ status: 422, message: 'candidate already exists' }],
  ]);
});

test('a SOAP fault as a string keeps its code and its words', () => {
  const raw =
    '<E:Envelope><E:Body><E:Fault><faultcode>E:Client.authenticationError</faultcode><faultstring>invalid username or password</faultstring></E:Fault></E:Body></E:Envelope>';
  const answer = {
    statusCode: 502,
    message: 'Bad Gateway',
    provider_errors: [{ status: 500, raw }],
  };
  expect(failed(JSON.stringify(answer))[0]?.providerErrors[0]).toMatchObject({
    code: 'E:Client.authenticationError',
    message: 'invalid username or password',
  });
});

test('the address of a line is that line’s, and no neighbour’s', () => {
  const line = (path: string, status: number): string =>
    `09:14:02 GET https://api.stackone.com${path} ${status} 80ms\n`;
  const text =
    line('/unified/hris/employees', 200) +
    '09:14:03 stackone answered {"statusCode":502,"message":"Bad Gateway"}\n' +
    line('/unified/hris/groups', 200);
  expect(failed(text)).toMatchObject([{ method: null, path: null, platformStatus: 502 }]);
});

test('an address between the status and the answer is that call’s', () => {
  const body = JSON.stringify({
    statusCode: 502,
    message: 'Bad Gateway',
    provider_errors: [{ status: 401, url: 'https://api.lever.co/v1/users', raw: null }],
  });
  const text = `level=error method=POST status=502 url="https://api.stackone.com/unified/ats/jobs" account_id=${ACCOUNT} body=${JSON.stringify(body)}`;
  expect(failed(text)).toMatchObject([
    { method: 'POST', path: '/unified/ats/jobs', accountId: ACCOUNT, platformStatus: 502 },
  ]);
});

test('the ID inside a vendor’s error is no request of StackOne’s', () => {
  const ids = [
    'adbf752f-6457-4ddd-89b3-98ae2252b83b',
    '0c1d7a8e-8f5b-4c60-b2d5-34e0e1f6f7aa',
  ] as const;
  const error = { code: 'Authorization_RequestDenied', innerError: { 'request-id': ids[1] } };
  expect(read(JSON.stringify({ statusCode: 403, error })).requestIds).toEqual([]);
  expect(
    read(JSON.stringify({ statusCode: 403, requestId: ids[0], error: { message: 'x' } }))
      .requestIds,
  ).toEqual([ids[0]]);
});
