import { expect, test } from 'vitest';
import { httpTranscript } from '../../../src/evidence/formats/http-transcript.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };
const statuses = (text: string): readonly unknown[] =>
  httpTranscript.read(text, context).flatMap(({ platformStatus }) => platformStatus ?? []);

test.each([
  ['HTTP/2 401', [401]],
  ['HTTP/1.1 502 Bad Gateway\r\nx-request-id: 1', [502]],
  ['< HTTP/2 412 ', [412]],
  ['  HTTP/1.1 403 Forbidden', [403]],
  ['HTTP/1.1 100 Continue\n\nHTTP/1.1 409 Conflict', [409]],
  ['HTTP/2 200\n\nHTTP/2 503', [200, 503]],
  ['HTTP/1.1 50', []],
  ['the HTTP/2 401 page', []],
  ['HTTP is great, 500 times', []],
])('reads the heads of %j', (text, expected) => {
  expect(statuses(text)).toEqual(expected);
});

test.each([
  [
    '> GET /unified/ats/jobs?x=1 HTTP/1.1\n> Host: api.stackone.com\n',
    'GET',
    'https://api.stackone.com/unified/ats/jobs?x=1',
  ],
  [
    'GET /unified/ats/jobs HTTP/1.1\nHost: api.stackone.com',
    'GET',
    'https://api.stackone.com/unified/ats/jobs',
  ],
  [
    'curl -X DELETE https://api.stackone.com/unified/ats/jobs/1',
    'DELETE',
    'https://api.stackone.com/unified/ats/jobs/1',
  ],
  [
    'curl -d \'{"a":1}\' https://api.stackone.com/actions/rpc',
    'POST',
    'https://api.stackone.com/actions/rpc',
  ],
])('reads the request of %j', (text, method, url) => {
  expect(httpTranscript.read(text, context)).toMatchObject([{ kind: 'request', method, url }]);
});
