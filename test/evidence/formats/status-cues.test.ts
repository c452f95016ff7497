import { expect, test } from 'vitest';
import { statusCues } from '../../../src/evidence/formats/status-cues.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };
const status = (text: string): number | undefined =>
  statusCues.read(text, context)[0]?.platformStatus;

test.each([
  ['AxiosError: Request failed with status code 502', 502],
  ['curl: (22) The requested URL returned error: 401', 401],
  ['Failed to load resource: the server responded with a status of 412 ()', 412],
  ['urllib.error.HTTPError: HTTP Error 403: Forbidden', 403],
  ['HTTPError: 429 Client Error: Too Many Requests for url: x', 429],
  ["httpx.HTTPStatusError: Client error '404 Not Found' for url 'x'", 404],
  ["502, message='Bad Gateway', url='x'", 502],
  ['Response status code does not indicate success: 409 (Conflict).', 409],
  ['The remote server returned an error: (412) Precondition Failed.', 412],
  ['Server returned HTTP response code: 401 for URL: x', 401],
  ['HTTP status client error (412 Precondition Failed) for url (x)', 412],
  ['RestClient::TooManyRequests: 429 Too Many Requests', 429],
  ['> 409: Conflict', 409],
  ['level=error status=403 path=/x', 403],
  ['expected response to have status code 200 but got status 403', 403],
  ['we should see a 200. Status: 403', 403],
  ['http.status_code=404', 404],
  ['"Precondition Failed" (412 Precondition Failed)', 412],
])('reads the status of %j', (text, expected) => {
  expect(status(text)).toBe(expected);
});

test.each([
  'Completed 404 Not Found in 412ms (ActiveRecord: 4.0ms)',
  'exit status 502',
  '{"compilerOptions": {}, "code": 502}',
  'error code 502.5',
  '<-- END HTTP (502-byte body)',
  'expected response to have status code 404',
  'err: 404 files not copied',
  'returned 500 results',
  'code 412 lines long',
  'failed with 502 ms of delay',
  'status 200-404',
  '502 rows',
])('finds none in %j', (text) => {
  expect(status(text)).toBeUndefined();
});
