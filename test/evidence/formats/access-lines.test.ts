import { expect, test } from 'vitest';
import { accessLines } from '../../../src/evidence/formats/access-lines.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };
const read = (text: string): readonly unknown[] =>
  accessLines
    .read(text, context)
    .map(({ method, url, platformStatus }) => [method, url, platformStatus]);

test.each([
  // common log format, as nginx, Apache and morgan print it
  [
    '192.0.2.1 - - [20/Nov/2026:09:14:02 +0000] "GET /unified/hris/employees HTTP/1.1" 502 404',
    ['GET', '/unified/hris/employees', 502],
  ],
  // npm, and clients that print the status first
  [
    'npm ERR! 404 Not Found - GET https://registry.npmjs.org/@stackone/foo - Not found',
    ['GET', 'https://registry.npmjs.org/@stackone/foo', 404],
  ],
  // morgan's `short` and `tiny`
  [
    '192.0.2.1 - GET /unified/ats/jobs HTTP/1.1 401 82 - 4.04 ms',
    ['GET', '/unified/ats/jobs', 401],
  ],
  ['GET /unified/ats/jobs 401 82 - 4.04 ms', ['GET', '/unified/ats/jobs', 401]],
  // envoy
  [
    '[2026-11-20T09:14:02.113Z] "GET /unified/hris/companies HTTP/1.1" 412 - via_upstream - "-" 0 135 404 403',
    ['GET', '/unified/hris/companies', 412],
  ],
  // haproxy's httplog
  [
    'fe be/api1 0/0/0/0/0 412 359 - - ---- 1/1/0/0/0 0/0 "GET /unified/hris/companies HTTP/1.1"',
    ['GET', '/unified/hris/companies', 412],
  ],
  // AWS application load balancer
  [
    '10.0.0.5:80 0.001 0.404 0.000 429 429 34 366 "GET https://api.stackone.com:443/unified/ats/candidates HTTP/1.1" "x"',
    ['GET', 'https://api.stackone.com:443/unified/ats/candidates', 429],
  ],
  // IIS
  [
    '2026-11-20 09:14:03 10.0.0.5 GET /unified/hris/employees page_size=500 443 - 192.0.2.10 agent/1.0 - 502 0 0 412',
    ['GET', '/unified/hris/employees', 502],
  ],
  // clients
  ['POST /unified/lms/completions -> 409 (412 ms)', ['POST', '/unified/lms/completions', 409]],
  [
    'stackone returned HTTP 500 on POST /unified/lms/completions (took 2041 ms)',
    ['POST', '/unified/lms/completions', 500],
  ],
  ['POST /unified/lms/completions: 409', ['POST', '/unified/lms/completions', 409]],
  ['PUT /unified/ats/jobs/500 → 404 Not Found', ['PUT', '/unified/ats/jobs/500', 404]],
  [
    'FetchError: [GET] "https://api.stackone.com/unified/ats/candidates": 429 Too Many Requests',
    ['GET', 'https://api.stackone.com/unified/ats/candidates', 429],
  ],
  [
    'GET https://api.stackone.com/unified/ats/jobs [401 Unauthorized, 331B, 20ms]',
    ['GET', 'https://api.stackone.com/unified/ats/jobs', 401],
  ],
  [
    'Client error: `GET https://api.stackone.com/unified/ats/jobs` resulted in a `401 Unauthorized` response',
    ['GET', 'https://api.stackone.com/unified/ats/jobs', 401],
  ],
  // a client's sentence around the call: Go, java.util.logging, Python's logging, got, Spring
  [
    'GET https://api.stackone.com/unified/ats/jobs: unexpected status 429 Too Many Requests: {}',
    ['GET', 'https://api.stackone.com/unified/ats/jobs', 429],
  ],
  [
    'POST https://api.stackone.com/unified/ats/jobs failed for account 45355976281015164504: HTTP 502 body={}',
    ['POST', 'https://api.stackone.com/unified/ats/jobs', 502],
  ],
  ['PATCH /unified/crm/contacts/1 failed: status=423', ['PATCH', '/unified/crm/contacts/1', 423]],
  [
    'status code 404 (Not Found): POST https://api.stackone.com/actions/rpc',
    ['POST', 'https://api.stackone.com/actions/rpc', 404],
  ],
  [
    '422 Unprocessable Entity on POST request for "https://api.stackone.com/unified/ats/jobs": "{}"',
    ['POST', 'https://api.stackone.com/unified/ats/jobs', 422],
  ],
])('reads %j', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  'GET /unified/ats/jobs 412ms',
  'GET /unified/ats/jobs took 412 ms',
  'GET https://api.stackone.com:443/unified/ats/jobs',
  'GET /unified/ats/users/404',
  'GET /unified/ats/jobs 412.5 ms',
  'we GET 502 rows',
  '0/0/0/0/0 412 359 "GET is a method"',
  'GET https://api.stackone.com/unified/ats/jobs is expected to return status 412',
  'GET https://api.stackone.com/unified/ats/jobs queued, then POST /x with status 412',
  'POST https://api.stackone.com/unified/ats/jobs {"retries": 1} status 412',
  'POST https://api.stackone.com/unified/ats/jobs, worker done, exit code 412',
  'GET /jobs of our own: status 412',
])('finds no status in %j', (text) => {
  expect(read(text)).toEqual([]);
});

test('a path of another server is marked as somebody else’s', () => {
  const head = '192.0.2.1 - - [20/Nov/2026:09:14:02 +0000] ';
  const kinds = (path: string): readonly string[] =>
    accessLines
      .read(`${head}"GET ${path} HTTP/1.1" 404 162`, context)
      .flatMap(({ signals }) => signals.map(({ kind }) => kind));
  expect(kinds('/wp-login.php')).toEqual(['status', 'foreign']);
  expect(kinds('/proxy/unified/hris/employees')).toEqual(['status']);
});

test('takes the bytes behind the status with it: they are read by nobody else', () => {
  const line =
    '192.0.2.1 - - [20/Nov/2026:09:14:02 +0000] "GET /unified/ats/jobs HTTP/1.1" 200 502';
  expect(accessLines.read(line, context)[0]?.span[1]).toBe(line.length);
});
