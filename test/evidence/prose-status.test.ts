import { expect, test } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { lexicon } from '../helpers/lexicon.ts';

/** Whose a status is when `provider_errors` are printed without the answer around them. */

const ERRORS =
  '[{"status": 401, "url": "https://api.lever.co/v1/postings", "raw": {"code": "Unauthorized"}}]';

const statuses = (text: string): readonly (readonly (number | null)[])[] =>
  readEvidence(text, { lexicon, redact: (part) => part })
    .calls.filter(({ failed }) => failed)
    .map((call) => [call.platformStatus, ...call.providerErrors.map(({ status }) => status)]);

test.each([
  `StackOne answered 502\n\n"provider_errors": ${ERRORS}`,
  `we got a 502 from stackone: {"provider_errors": ${ERRORS}}`,
  `got a 502 on the jobs sync, provider_errors=${ERRORS}`,
  `provider_errors: ${ERRORS} … and StackOne says Bad Gateway`,
  `{"message": "Request failed with status code 502", "provider_errors": ${ERRORS}}`,
])('the status in words is the platform’s: %j', (text) => {
  expect(statuses(text)).toEqual([[502, 401]]);
});

test.each([
  ['no status in words', `{"provider_errors": ${ERRORS}}`],
  ['a number that counts', `our sync of 500 jobs broke: {"provider_errors": ${ERRORS}}`],
  ['the number of the provider', `lever gave us a 401: {"provider_errors": ${ERRORS}}`],
  ['two numbers', `a 502, or was it a 503? {"provider_errors": ${ERRORS}}`],
  [
    'printed as an object',
    `{ provider_errors: [ { status: 401, url: 'https://api.lever.co/' } ] }`,
  ],
])('no platform status is shown: %s', (_, text) => {
  expect(statuses(text)).toEqual([[null, 401]]);
});

test('a sentence inside the answer is the platform’s', () => {
  expect(statuses(`{"message": "HTTP error! status: 401", "provider_errors": ${ERRORS}}`)).toEqual([
    [401, 401],
  ]);
});
