import { expect, test } from 'vitest';
import { clean } from '../../src/evidence/clean.ts';

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['\u001b[31mERROR\u001b[0m 502', 'ERROR 502'],
  ['[31mERROR[39m 502', 'ERROR 502'],
  ['４０１　', '401　'],
  ['“401”', '"401"'],
  ['4\u200b29', '429'],
  ['HTTP/2\u00a0401', 'HTTP/2 401'],
  ['&lt; HTTP/2 502 &amp; more', '< HTTP/2 502 & more'],
  ['<https://api.stackone.com/x|api.stackone.com/x> 404', 'https://api.stackone.com/x 404'],
  ['> HTTP/2 502\n> x: y', 'HTTP/2 502\nx: y'],
  ['so:\n> > HTTP/2 502\n> ok', 'so:\nHTTP/2 502\nok'],
  ['  ┌ json\n  │ {"status\n  │ Code":502}\n  └', '  ┌ json\n{"statusCode":502}\n  └'],
])('cleans %j', (text, expected) => {
  expect(clean(text)).toBe(expected);
});

test.each([
  '> GET /x HTTP/1.1\n< HTTP/1.1 502 Bad Gateway',
  '┌────┐\n│ 502 │\n│ 404 │\n└────┘',
  'a > b',
  '[404] and [12]',
])('leaves %j alone', (text) => {
  expect(clean(text)).toBe(text);
});

test.each([
  ['GET /unified/ats/jobs → *412*', 'GET /unified/ats/jobs → 412'],
  ['_502 Bad Gateway_ again', '502 Bad Gateway again'],
  ['2*412*3', '2*412*3'],
  ['{*"status code"*: 502, "x": *"y"*}', '{"status code": 502, "x": "y"}'],
  ['a*"b"*c', 'a*"b"*c'],
  ['t,"status 502 {""statusCode"":502,""a"":[]}"', 't,"status 502 {"statusCode":502,"a":[]}"'],
  ['{"first":"","second":"","third":""}', '{"first":"","second":"","third":""}'],
  [
    '{"log":"{\\n","stream":"stderr"}\n{"log":"  a: 502\\n","stream":"stderr"}\n{"log":"}\\n","time":"x"}',
    '{\n  a: 502\n}',
  ],
  ['{"log":"a: 502\\n","stream":"stderr"}', '{"log":"a: 502\\n","stream":"stderr"}'],
  ['/jobs/*404*/x', '/jobs/*404*/x'],
  ['state=%7B%22statusCode%22%3A412%7D&x=1', 'state={"statusCode":412}&x=1'],
  ['%7B%22cut%E2%82', '%7B%22cut%E2%82'],
])('cleans %j', (text, cleaned) => {
  expect(clean(text)).toBe(cleaned);
});
