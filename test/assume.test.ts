import { expect, test } from 'vitest';
import { answer } from '../src/answer.ts';
import { assumeReport } from '../src/assume.ts';
import { knowledge } from './helpers/knowledge.ts';

const ACCOUNT = '45355976281015164504';
const firstOf = (text: string, provider: string) => {
  const report = assumeReport(answer(text, { knowledge }), { provider }, { knowledge });
  return report.diagnoses[0]?.id;
};

test.each([
  ['401', 'lever/401'],
  ['we get 429 since noon', 'lever/429'],
  ['{"statusCode":502,"provider_errors":[{"status":401}]}', 'lever/401'],
  // A provider is named, by its name or by its host.
  ['workday 429', 'workday/429'],
  [
    '{"statusCode":502,"provider_errors":[{"status":401,"url":"https://api.example.com"}]}',
    'provider/401',
  ],
  // StackOne itself is meant, or nobody else gives that status.
  ['stackone 401', 'stackone/401'],
  ['{"statusCode":401,"message":"Unauthorized"}', 'stackone/401'],
  ['412', 'stackone/412'],
  ['hello', undefined],
])('takes Lever for what %j leaves open: %s', (text, id) => {
  expect(firstOf(text, 'lever')).toBe(id);
});

test('is less sure than when somebody names the provider, and says why', () => {
  const [assumed] = assumeReport(
    answer('401', { knowledge }),
    { provider: 'lever' },
    { knowledge },
  ).diagnoses;
  const [named] = answer('lever 401', { knowledge }).diagnoses;
  expect(assumed?.confidence).toBeLessThan(named?.confidence ?? 0);
  expect(assumed?.because).toContain("Lever is the provider of this channel's settings");
});

test.each([
  ['lever 401', [ACCOUNT]],
  ['401 of account 12345678901234567890', ['12345678901234567890']],
  ['502 adbf752f-6457-4ddd-89b3-98ae2252b83b', []],
  ['hello', []],
])('takes the account where %j names none: %j', (text, accountIds) => {
  const before = answer(text, { knowledge });
  const report = assumeReport(before, { accountId: ACCOUNT }, { knowledge });
  expect(report.evidence.accountIds).toEqual(accountIds);
});

test('what leaves nothing open stays as it is', () => {
  const before = answer('workday 429', { knowledge });
  expect(assumeReport(before, { provider: 'lever' }, { knowledge })).toBe(before);
});
