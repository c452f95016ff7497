import { expect, test } from 'vitest';
import { withoutLogPrefixes } from '../../src/evidence/log-prefix.ts';

const BODY = ['{', '  "statusCode": 502,', '  "message": "Bad Gateway"', '}'];
const prefixed = (prefix: string): string => BODY.map((line) => prefix + line).join('\n');

test.each([
  ['docker compose', 'api-1    | '],
  ['Kubernetes CRI', '2026-11-20T09:14:02.113456789Z stderr F '],
  ['journald and RFC 3164', 'Nov 20 09:14:02 web-1 acme-sync[4044]: '],
  ['RFC 3164 with its number', '<11>Nov  2 09:14:02 web-1 acme-sync: '],
  ['RFC 5424', '<11>1 2026-11-20T09:14:02.113Z web-1 acme-sync 404 - - '],
  ['RFC 5424 with data', '<11>1 2026-11-20T09:14:02+00:00 web-1 sync - - [q tz="1" x="y"] '],
  ['GitHub Actions', '2026-11-20T09:14:02.4121234Z '],
  ['Heroku', '2026-11-20T09:14:02.113456+00:00 app[worker.1]: '],
])('takes the prefix of %s off every line', (_, prefix) => {
  expect(withoutLogPrefixes(prefixed(prefix))).toBe(BODY.join('\n'));
});

test('joins the parts of a long line', () => {
  const at = '2026-11-20T09:14:02.113456789Z';
  expect(withoutLogPrefixes(`${at} stdout P {"status\n${at} stdout F Code":502}\nnext`)).toBe(
    '{"statusCode":502}\nnext',
  );
});

test.each([
  'name | status',
  'name | status\nada  | 502',
  '502 | const x = y;\n503 | const z = y;',
  'Nov 20 is a Friday',
  '2026-11-20 was a Friday',
  '<11> is a number',
])('leaves %j alone', (text) => {
  expect(withoutLogPrefixes(text)).toBe(text);
});

test('joins what `curl --trace-ascii` cuts into lines of 64', () => {
  const line = 'x'.repeat(64);
  const trace = `<= Recv header, 10 bytes (0xa)\n0000: HTTP/2 409\n<= Recv data, 66 bytes (0x42)\n0000: ${line}\n0040: yy\n`;
  expect(withoutLogPrefixes(trace)).toBe(`HTTP/2 409\n${line}yy\n`);
});
