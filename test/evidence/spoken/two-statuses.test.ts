import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/evidence/read-evidence.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const statuses = (text: string): readonly unknown[] =>
  readEvidence(text, { lexicon, redact: (part) => part }).calls.map(
    ({ platformStatus, providerErrors }) => [
      platformStatus,
      ...providerErrors.map(({ status, provider }) => `${provider} ${status}`),
    ],
  );

test.each([
  ['stackone 502 (lever 401)', [[502, 'lever 401']]],
  ['lever returned 401, stackone shows 502', [[502, 'lever 401']]],
  ['StackOne 502 Bad Gateway (lever: 429)', [[502, 'lever 429']]],
  ['stackone gives 502 but in its log lever has a 429', [[502, 'lever 429']]],
  ['StackOne GET /unified/ats/jobs returned 502: provider lever 401', [[502, 'lever 401']]],
  ['status=502 provider_status=401 provider=lever', [[502, 'lever 401']]],
  ['{"status":502,"providerStatusCode":401,"provider":"lever"}', [[502, 'lever 401']]],
  // whose the second status is does not show
  ['stackone 429 and then 502, lever', [[429], [502]]],
  ['502 and sometimes 504 from stackone for lever', [[502], [504]]],
  ['lever 401, hibob 403, stackone 502', [[401], [403], [502]]],
])('tells in %j the vendor’s status from StackOne’s', (text, expected) => {
  expect(statuses(text)).toEqual(expected);
});

test('gives each vendor the status of its half of the sentence', () => {
  const { calls } = readEvidence('hibob gives 404 and lever gives 401', {
    lexicon,
    redact: (part) => part,
  });
  expect(calls.map(({ provider, platformStatus }) => [provider, platformStatus])).toEqual([
    ['hibob', 404],
    ['lever', 401],
  ]);
});
