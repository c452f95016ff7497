import { expect, test } from 'vitest';
import type { Card } from '../../src/report/card.ts';
import { type ComingLog, mayPass } from '../../src/report/card-lookups.ts';
import { composeCard } from '../../src/report/compose-card.ts';
import { plain } from '../../src/report/inline.ts';
import type { LogOutcome } from '../../src/report/report.ts';
import { leverReport, REQUEST_ID, report } from '../helpers/report-fixtures.ts';

const requestId = REQUEST_ID;
const bare = report({ evidence: { requestIds: [requestId] } });

function say({ title, sections }: Card, name: 'message' | 'gaps'): string {
  const words = sections.flatMap((section) => {
    if (section.name !== name) return [];
    if (section.kind === 'paragraph') return [plain(section.text)];
    return section.kind === 'points' ? section.items.map(plain) : [];
  });
  return [title, ...words].join(' | ');
}

const ask = (coming?: ComingLog, lookups: readonly LogOutcome[] = []) =>
  say(composeCard({ ...bare, lookups }, { audience: 'private', coming }), 'message');

test.each<[ComingLog | undefined, string]>([
  [
    'running',
    `I am looking that request up | I am asking StackOne for the log of request ${requestId}.`,
  ],
  [
    'offered',
    `The log of that request is not here yet | I am still waiting for the log of request ${requestId}. Press Show the request log to see it.`,
  ],
  [
    undefined,
    `I have not looked that request up | This names request ${requestId} and says no more of it.`,
  ],
])('a bare request ID whose log is not here, %j', (coming, said) => {
  expect(ask(coming)).toBe(said);
});

test.each<[LogOutcome, string, string]>([
  [
    { kind: 'timeout', requestId, afterMs: 8_000 },
    'Ask again in a minute.',
    'Press Show the request log to try again in a minute.',
  ],
  [
    { kind: 'rate-limited', requestId, retryAfterSeconds: 7 },
    'Ask again after that.',
    'Press Show the request log to try again after that.',
  ],
  [
    { kind: 'rate-limited', requestId, retryAfterSeconds: null },
    'Ask again in a minute.',
    'Press Show the request log to try again in a minute.',
  ],
  [
    { kind: 'failed', requestId, status: 503 },
    'Ask again in a minute.',
    'Press Show the request log to try again in a minute.',
  ],
])('%j may pass: ask again, or press where there is a button', (outcome, spoken, pressed) => {
  expect(mayPass(outcome)).toBe(true);
  expect(ask(undefined, [outcome])).toMatch(new RegExp(`^I could not look.*${spoken}$`));
  expect(ask('offered', [outcome])).toMatch(new RegExp(`^I could not look.*${pressed}$`));
});

test.each<LogOutcome>([
  { kind: 'not-found', requestId },
  { kind: 'no-key', requestId },
  { kind: 'offline', requestId },
  { kind: 'not-allowed', requestId, ask: 'Ask Ada.' },
  { kind: 'refused', requestId, status: 403 },
])('%j is final: nobody is asked to try again', (outcome) => {
  expect(mayPass(outcome)).toBe(false);
  expect(ask('offered', [outcome])).not.toMatch(/again|Press/);
});

test('an answer from the tables says that the log is late only where there is something to press', () => {
  const card = (coming?: ComingLog) => composeCard(leverReport(), { audience: 'private', coming });
  expect(say(card('offered'), 'gaps')).toContain(
    'The request log is not here yet. Press Show the request log to see it.',
  );
  expect(say(card('running'), 'gaps')).not.toContain('log');
  expect(say(card(), 'gaps')).not.toContain('log');
});
