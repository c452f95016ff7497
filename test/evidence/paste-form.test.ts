import { expect, test } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { lexicon } from '../helpers/lexicon.ts';

const formOf = (text: string): string =>
  readEvidence(text, { lexicon, redact: (same) => same }).paste.form;

test.each([
  ['412', 'status'],
  ['stackone 412?', 'status'],
  ['we get 412 for every account since nine', 'question'],
  ['{"statusCode":412,"message":"Precondition failed"}', 'response'],
  ['HTTP/2 412\ncontent-type: application/json', 'transcript'],
  ['GET /unified/ats/jobs 412', 'transcript'],
  ['2026-11-20T09:14:02.113Z ERROR GET /unified/ats/jobs -> 412', 'log'],
  ['Nov 20 09:14:02 web-1 sync[44]: WARN stackone 412 Precondition Failed', 'log'],
  ['[09:14:02 ERR] stackone answered 412', 'log'],
  ['sync-1  | [09:14:02] stackone GET /unified/ats/jobs 412', 'log'],
  ['0|sync  | 2026-11-20T09:14:02: GET /unified/ats/jobs 412', 'log'],
  ['E, [2026-11-20T09:14:02.113 #7] ERROR -- : stackone answered 412', 'log'],
  ['10.0.3.7 - - [20/Nov/2026:09:14:02 +0000] "GET /unified/ats/jobs HTTP/1.1" 412 12', 'log'],
  ['time="2026-11-20T09:14:02Z" level=error status=412', 'log'],
  ['ERROR: stackone returned HTTP 412', 'log'],
  ['good morning', 'question'],
  ['', 'empty'],
])('calls %j a %s', (text, form) => {
  expect(formOf(text)).toBe(form);
});
