import { expect, test } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { lexicon } from '../helpers/lexicon.ts';

const statuses = (text: string): readonly number[] =>
  readEvidence(text, { lexicon, redact: (part) => part }).statuses;

test.each([
  [
    'java.lang.RuntimeException: answered HTTP 500\n\tat a.B.c(B.java:404)\nCaused by: a.HttpException: HTTP 412\n\tat d.E.f(E.java:502)\n\t... 2 more',
    [412],
  ],
  [
    'x.Outer: HTTP 500\n\tat a.B.c(B.java:1)\nCaused by: x.Middle: HTTP 502\n\tat a.B.c(B.java:2)\nCaused by: x.Inner: HTTP 401\n\tat a.B.c(B.java:3)',
    [401],
  ],
  // The cause says nothing of a status: what the outer one says stands.
  ['x.Outer: HTTP 503\n\tat a.B.c(B.java:1)\nCaused by: java.net.SocketException: closed', [503]],
  // Two stacks, not a chain.
  ['x.One: HTTP 409\n\tat a.B.c(B.java:1)\nx.Two: HTTP 401\n\tat a.B.c(B.java:2)', [409, 401]],
  [
    'acme.HTTPError: HTTP 429\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "a.py", line 404, in b\nRuntimeError: giving up, HTTP 500',
    [429],
  ],
])('the innermost cause of %j decides', (text, expected) => {
  expect(statuses(text)).toEqual(expected);
});
