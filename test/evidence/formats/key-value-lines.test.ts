import { expect, test } from 'vitest';
import { keyValueLines } from '../../../src/evidence/formats/key-value-lines.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };

test.each([
  // logrus
  [
    'time="2026-11-19T08:12:03Z" level=error msg=x method=GET status=502 url="https://api.stackone.com/unified/ats/jobs" body="{}"',
    { method: 'GET', url: 'https://api.stackone.com/unified/ats/jobs', platformStatus: 502 },
  ],
  // structlog
  [
    '[error] call_failed method=put path=/unified/hris/employees/9 provider=lever status=502',
    { method: 'PUT', url: '/unified/hris/employees/9', platformStatus: 502, provider: 'lever' },
  ],
  [
    'status_code=429 uri=https://api.lever.co/v1/users method="POST"',
    { method: 'POST', url: 'https://api.lever.co/v1/users', platformStatus: 429 },
  ],
])('reads %j', (text, expected) => {
  expect(keyValueLines.read(text, context)).toMatchObject([expected]);
});

test.each([
  'method=GET path=/unified/ats/jobs duration=412ms',
  'method=GET status=412',
  'method=GET path=/unified/ats/jobs\nstatus=412',
  'a method=nothing path=/unified/ats/jobs status=412',
  'method=GET path=/sync provider=lever status=502',
  'stackone sync: method=GET path=/sync status=502',
])('leaves %j to others', (text) => {
  expect(keyValueLines.read(text, context)).toEqual([]);
});

test.each([
  // Heroku's router, lograge
  'at=error code=H12 method=GET path="/orders" host=app.example.com status=503 bytes=0',
  'method=GET path=/orders/5 format=html controller=OrdersController status=404 duration=58.33',
])('%j is a web server’s own', (text) => {
  const kinds = keyValueLines
    .read(text, context)
    .flatMap(({ signals }) => signals.map(({ kind }) => kind));
  expect(kinds).toContain('foreign');
});
