import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { bareHosts, speaksOfOther } from '../../src/evidence/other-voices.ts';
import { knowledge } from '../helpers/knowledge.ts';

const given = (text: string): readonly string[] =>
  answer(text, { knowledge }).diagnoses.flatMap(({ id, confidence }) =>
    confidence >= 0.5 ? [id] : [],
  );

test.each([
  ['fatal error: An error occurred (404) when calling the HeadObject operation: Not Found'],
  ['The push refers to repository [h/api]\nerror parsing HTTP 403 response body: ""'],
  [
    "AMQP close-reason, initiated by Peer, code=404, text='NOT_FOUND - no queue 'mail' in vhost '/''",
  ],
  ['Run actions/upload-artifact@v4\nError: Failed to CreateArtifact: (409) Conflict'],
  ['Uploading artifacts as "archive" to coordinator... 413 Request Entity Too Large'],
  ['CONFLICT (content): Merge conflict in src/a.ts\nAutomatic merge failed'],
  ['ERROR 40001: could not serialize access, conflict on relation "jobs"'],
  ['530 Login incorrect.\n421 Service not available, remote server has closed connection'],
  ['Error: expect(received).toBe(expected)\nExpected: 200\nReceived: 401'],
  ['SEV2: we see 500s since 10:02 UTC, next update at 10:30'],
  ['checkout is returning 500s since this morning'],
  ['- fix: return 404 for unknown orders\n- feat: 429 now carries Retry-After'],
  ["nit: I'd return 409 here rather than 400"],
  ['GraphqlQueryError: HTTP 429 from acme.myshopify.com/admin/api'],
  ['DOWN: acme shop (www.acme-shop.example). Reason: HTTP error 502 Bad Gateway'],
  ['[20/Nov/2026 10:11:12] "POST /accounts/login/ HTTP/1.1" 403 2506'],
  ['INFO: 127.0.0.1:51234 - "GET /orders HTTP/1.1" 500 Internal Server Error'],
  ["  return res.status(401).json({ error: 'x' });"],
  ['presented with gusto, nobody noticed the 403 slides'],
  ['not found a workable solution yet, it is not workable for 500 users'],
  ['they visited and the fans are failing again, conflict with the caretaker over it'],
  ['time="10:11:12" level=debug msg="\'502 Bad Gateway\' caused by: dial tcp: connection refused"'],
  ['tweepy.errors.Forbidden: 403 Forbidden\n453 - You have access to a subset of endpoints'],
  ['     ✗ status is 200\n      ↳  92% — ✓ 4604 / ✗ 401\n     http_req_duration: avg=412.2ms'],
  ['## What\nReturn 422 instead of a blanket 400 from POST /api/orders.'],
  ['pricing is the lever with the most effect, we tried 412 variants and 22 failed'],
  ['Our status site is showing a 503 page for visitors from Asia'],
])('has no answer to %j, which is somebody else’s', (text) => {
  expect(given(text)).toEqual([]);
});

test.each([
  ['SEV1: StackOne 502 everywhere', 'stackone/502'],
  ['checkout this 502 from StackOne', 'stackone/502'],
  ['Received: 412 on GET /unified/hris/employees, expect(received).toBe(200)', 'stackone/412'],
  ['why does it return 404 instead of 412?', 'stackone/404'],
  ['the 502 happens on every request', 'stackone/502'],
  ['the 403 keeps coming back', 'stackone/403'],
  ['these 403 errors again', 'stackone/403'],
  ['getting conflict on create employee', 'stackone/409'],
  ['The remote server returned an error: (502) Bad Gateway.', 'stackone/502'],
  ['api.stackone.com/unified/hris/employees says 422', 'stackone/422'],
  ['https://api.stackone.com:443 "GET /accounts HTTP/1.1" 401 None', 'stackone/401'],
  ['sync_test.go:412: POST https://api.stackone.com/unified/x: got status 409', 'stackone/409'],
  ['workable 404 on candidates', 'workable/404'],
  ['npm error errno 1\n412 Precondition Failed from api.stackone.com/accounts', 'stackone/412'],
  ['res.status(502) was what StackOne gave', 'stackone/502'],
  ['Error: 412 Precondition Failed\n    at main (/app/jobs.js:40:11)', 'stackone/412'],
  ['2026-11-20 ERROR employees job:\n502 Bad Gateway', 'stackone/502'],
  ['curl: (22) The requested URL returned error: 401\nexit', 'stackone/401'],
  ['we get 403 permissions errors', 'stackone/403'],
])('answers %j', (text, id) => {
  expect(given(text)[0]).toBe(id);
});

test('a failure of StackOne’s speaks of nobody else', () => {
  expect(speaksOfOther('AxiosError: Request failed with status code 502\n    at settle')).toBe(
    false,
  );
  expect(speaksOfOther('expected 200 but got 412 when listing employees')).toBe(false);
});

test.each([
  ['429 from acme.myshopify.com/admin', ['acme.myshopify.com']],
  ['see www.acme.example.', ['www.acme.example']],
  ['at com.acme.sync.app/Main socket.io Microsoft.AspNetCore.App kim@mail.acme.example', []],
  ['< via: 1.1 a.b.cloudfront.net (CloudFront)\nserver: edge.acme.example', []],
])('the hosts of %j', (text, hosts) => {
  expect(bareHosts(text)).toEqual(hosts);
});
