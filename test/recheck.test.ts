import { expect, test } from 'vitest';
import { answer, enrichReport } from '../src/answer.ts';
import { recheck } from '../src/recheck.ts';
import { plain } from '../src/report/inline.ts';
import { recheckSentence } from '../src/report/recheck.ts';
import { knowledge } from './helpers/knowledge.ts';
import { arrange, REQUEST_ID } from './helpers/stackone-setting.ts';
import { requestLog } from './helpers/stackone-stand-in.ts';

/** Whether the fix worked: the next call of the same kind, as the request logs show it. */

const failed = requestLog({ requestId: REQUEST_ID, at: '2026-11-23T05:00:00.000Z' });
const later = (more: Parameters<typeof requestLog>[0]) =>
  requestLog({ at: '2026-11-23T05:10:00.000Z', ...more });
const OTHER_ID = '7f3c1d52-6457-4ddd-89b3-98ae2252b83b';

async function check(...logs: ReturnType<typeof requestLog>[]) {
  const { platform } = await arrange({ logs: [failed, ...logs], ignoresFilters: true });
  const deps = { knowledge, logs: platform, answer: (text: string) => answer(text, { knowledge }) };
  const report = await enrichReport(answer(REQUEST_ID, { knowledge }), deps);
  const outcome = await recheck(report, deps);
  return { outcome, said: plain(recheckSentence(outcome)) };
}

test('not called since', async () => {
  const { said } = await check(
    later({ requestId: OTHER_ID, path: '/unified/ats/jobs', status: 200 }),
    requestLog({ requestId: OTHER_ID, status: 200, at: '2026-11-23T04:00:00.000Z' }),
  );
  expect(said).toBe(
    'Not called since 2026-11-23 05:00:00 UTC, as far as the logs tell. Send it once, then check again.',
  );
});

test('an account with more calls than are read: not said to be not called', async () => {
  const { outcome, said } = await check(
    ...Array.from({ length: 320 }, (_, at) =>
      requestLog({
        requestId: `aaaaaaaa-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
        path: '/unified/ats/jobs',
        status: 200,
        at: new Date(Date.parse('2026-11-23T06:00:00Z') + at * 1_000).toISOString(),
      }),
    ),
  );
  expect(outcome.kind).toBe('not-seen');
  expect(said).toContain('back to 2026-11-23 06:00:20 UTC, and did not see this call');
});

test('filters that are not heeded, and a busy project: not said to be not called either', async () => {
  const { outcome, said } = await check(
    ...Array.from({ length: 320 }, (_, at) =>
      requestLog({
        requestId: `aaaaaaaa-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
        accountId: '45355976281015164599',
        at: new Date(Date.parse('2026-11-23T06:00:00Z') + at * 1_000).toISOString(),
      }),
    ),
  );
  expect(outcome.kind).toBe('not-seen');
  expect(said).toContain('back to 2026-11-23 06:00:20 UTC');
});

test.each([
  [200, 'the logs do not tell whether it was the same action'],
  [403, 'of the same action or another, failed with 403'],
])('a path of many actions, then %i: what it was is not claimed', async (status, words) => {
  const path = '/actions/rpc';
  const { platform } = await arrange({
    logs: [
      requestLog({ requestId: REQUEST_ID, path, method: 'post' }),
      later({ requestId: OTHER_ID, path, method: 'post', status }),
    ],
  });
  const deps = { knowledge, logs: platform, answer: (text: string) => answer(text, { knowledge }) };
  const report = await enrichReport(answer(REQUEST_ID, { knowledge }), deps);
  expect(plain(recheckSentence(await recheck(report, deps)))).toContain(words);
});

test('fixed, with the request that shows it', async () => {
  const { said } = await check(later({ requestId: OTHER_ID, status: 200 }));
  expect(said).toBe(
    `Fixed: the same call succeeded · 2026-11-23 05:10:00 UTC · request ${OTHER_ID}`,
  );
});

test('still failing, for the same cause', async () => {
  const { said } = await check(later({ requestId: OTHER_ID }));
  expect(said).toContain('Still failing with 502, for the same cause');
});

test('still failing, for another cause', async () => {
  const { outcome, said } = await check(
    later({
      requestId: OTHER_ID,
      steps: [{ status: 429 }],
      providerErrors: [{ status: 429, raw: { code: 'TooManyRequests' } }],
    }),
  );
  expect(outcome).toMatchObject({ kind: 'still-failing', isSameCause: false });
  expect(said).toContain('now for another cause: Lever is limiting requests');
});

test('still failing, and the log of the new failure holds no details: nothing is said of its cause', async () => {
  const { outcome } = await check(
    later({ requestId: OTHER_ID, steps: [], providerErrors: [], advancedLogs: false }),
  );
  expect(outcome).toMatchObject({ kind: 'still-failing', isSameCause: null, title: null });
});

test('a report that names no call of an account cannot be checked', async () => {
  const { platform } = await arrange();
  const deps = { knowledge, logs: platform, answer: (text: string) => answer(text, { knowledge }) };
  expect((await recheck(answer('412', { knowledge }), deps)).kind).toBe('unknown-call');
});
