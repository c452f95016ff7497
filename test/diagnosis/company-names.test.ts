import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { knowledge } from '../helpers/knowledge.ts';

/** StackOne connects Google Drive and Microsoft Teams; the companies' own names may mean anything of theirs. */

const most = (text: string): number =>
  Math.max(0, ...answer(text, { knowledge }).diagnoses.map(({ confidence }) => confidence));

test.each([
  'google internal error encountered',
  'google 403',
  'microsoft 401',
  'google rate limit exceeded',
  'we use google and microsoft, 401',
])('%j is no more than possible', (text) => {
  expect(most(text)).toBeLessThan(0.5);
});

test.each([
  'google drive 403',
  'microsoft teams 401',
  'outlook 401',
  'our stackone account gets a 403 from google',
  'google connector says internal error encountered',
  'Microsoft Graph answers nameAlreadyExists',
  'Google rateLimitExceeded',
])('%j is about what StackOne connects', (text) => {
  expect(most(text)).toBeGreaterThanOrEqual(0.5);
});
