import { expect, test } from 'vitest';
import { labels } from '../../../src/evidence/formats/labels.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };
const A = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
const B = '1b0e45fe-2a18-4bc5-989e-9843432fc567';
const ids = (text: string): readonly string[] =>
  labels.read(text, context).flatMap(({ requestId }) => requestId ?? []);

test.each([
  [`x-request-id: ${A}`, [A]],
  [`< X-Request-Id: ${A.toUpperCase()}`, [A]],
  [`request_id=${A} level=error`, [A]],
  [`"requestId":"${A}"`, [A]],
  [`stackone-request-id: ${A}`, [A]],
  [`requests ${A} and ${B} failed`, [A, B]],
  [`request_ids: ${A}, ${B}`, [A, B]],
  [`ctx=map[rid:${A}] status=502`, [A]],
  [`{Err:{StatusCode:502} Ctx:{RID:${A}}}`, [A]],
  [`map[string]interface {}{"rid":"${A}"}`, [A]],
  [`{\n  name: 'x-request-id',\n  value: '${A}'\n}`, [A]],
  [`what about ${A}?`, [A]],
  [`error: ${A}`, [A]],
])('finds the requests of %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test.each([
  `START RequestId: ${A} Version: $LATEST`,
  `REPORT RequestId: ${A}\tDuration: 404 ms`,
  `x-amzn-requestid: ${A}`,
  `x-amz-request-id: ${A}`,
  `x-ms-request-id: ${A}`,
  `x-correlation-id: ${A}`,
  `trace_id=${A}`,
  `{ grid: '${A}' }`,
  `traceId: ${A}`,
  `employee ${A}`,
  `https://api.stackone.com/unified/hris/employees/${A}`,
])('finds no request in %j', (text) => {
  expect(ids(text)).toEqual([]);
});

test.each([
  ['account_id=45355976281015164504 status=412', ['45355976281015164504']],
  ['x-account-id: 45355976281015164504', ['45355976281015164504']],
  ['412 on 45355976281015164504', ['45355976281015164504']],
  ['order 4535597628101516450', []],
  ['1763629442113502404.5', []],
])('finds the accounts of %j', (text, expected) => {
  expect(labels.read(text, context).flatMap(({ accountId }) => accountId ?? [])).toEqual(expected);
});

test.each([
  ['Endpoint: POST https://api.stackone.com/actions/rpc', 'POST'],
  ['on PUT request for "https://api.stackone.com/unified/ats/jobs"', 'PUT'],
  ['method=patch status=502 url="https://api.stackone.com/unified/ats/jobs"', 'PATCH'],
  ['[GET] "https://api.stackone.com/unified/ats/jobs"', 'GET'],
  ['"method": "POST", "url": "https://api.stackone.com/unified/ats/jobs"', 'POST'],
  ['GET it from\nhttps://api.stackone.com/unified/ats/jobs', undefined],
  ['the TARGET https://api.stackone.com/unified/ats/jobs', undefined],
  ['method=connect url=https://api.stackone.com/unified/ats/jobs', undefined],
])('the method beside the address in %j is %s', (text, expected) => {
  expect(labels.read(text, context).map(({ method }) => method)).toEqual([expected]);
});
