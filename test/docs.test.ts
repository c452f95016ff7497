import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { page, requestLogPage } from '../scripts/request-log-cards.ts';

test('the cards in docs/request-logs.md are what the code draws', async () => {
  expect(await requestLogPage()).toBe(readFileSync(page, 'utf8'));
});
