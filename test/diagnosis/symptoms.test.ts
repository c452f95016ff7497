import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { knowledge } from '../helpers/knowledge.ts';

/** Questions in words: whose behaviour is meant, and how much has to be said before an answer is given. */

test.each([
  ['not receiving stackone webhooks', 'stackone/webhook-none'],
  ['Why is the account suspended in StackOne?', 'stackone/account-suspended'],
  // What one vendor does is no answer while that vendor is not named, and StackOne is.
  ['StackOne returns null for salary', 'stackone/field-null'],
  // A vendor that is named does not shut out what StackOne itself does.
  [
    'bamboohr is not offered in the stackone hub: no configured integrations available',
    'stackone/hub-no-integrations',
  ],
])('%j leads to %s', (question, id) => {
  const [first] = answer(question, { knowledge }).diagnoses;
  expect(first?.id).toBe(id);
  expect(first?.confidence).toBeGreaterThanOrEqual(0.5);
});

test.each([
  'lunch at 12:30 with the candidates and notes?',
  'the salary field of my own database is null',
  'are rejected candidates shown in our interviews?',
])('%j is nobody’s', (question) => {
  const [first] = answer(question, { knowledge }).diagnoses;
  expect(first?.confidence ?? 0).toBeLessThan(0.5);
});

test.each([
  'prohibido fumar',
  'acceso prohibido a menores',
  '会议超时了',
  'rate limit my enthusiasm',
  'forbidden love, what a film',
  'bob wants 500',
  'sonar 500 meters deep',
  'connect hibob and bamboohr',
  'deel signed, great',
  'instagram linked account was suspended',
])('%j is no question to us', (text) => {
  const [first] = answer(text, { knowledge }).diagnoses;
  expect(first?.confidence ?? 0).toBeLessThan(0.5);
});
