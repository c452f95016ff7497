import { expect, test } from 'vitest';
import { createPlatform } from '../../src/enrichment/platform.ts';
import { API_KEY, arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { linkedAccount, requestLog, type StackOneFault } from '../helpers/stackone-stand-in.ts';

/** Tries, waits and the deadline, on a clock that stands still: a test that waited would not end. */

const logs = [requestLog({ requestId: REQUEST_ID, status: 200 })];
const DEADLINE_MS = 8_000;

test.each<[string, StackOneFault]>([
  ['408', { status: 408 }],
  ['429', { status: 429 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['a connection that was closed', { drop: 'before' }],
  ['a connection that broke in the body', { drop: 'midway' }],
])('tries again after %s, twice, a little later each time', async (_what, fault) => {
  const { platform, stackOne, clock } = await arrange({ logs });
  stackOne.setFaults('*', fault, fault, null);
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  await clock.skip(2);
  expect(await asked).toMatchObject({ kind: 'found', log: { status: 200 } });
  expect(clock.sleeps).toEqual([DEADLINE_MS, 150, 300]);
  expect(stackOne.requests.length).toBe(3);
});

test('gives up after the second new try', async () => {
  const { platform, stackOne, clock } = await arrange({ logs });
  stackOne.setFaults('*', { status: 503 });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  await clock.skip(2);
  expect(await asked).toEqual({ kind: 'failed', requestId: REQUEST_ID, status: 503 });
  expect(stackOne.requests.length).toBe(3);
});

test.each([
  ['in seconds', '2'],
  ['as a date', 'Mon, 23 Nov 2026 05:00:02 GMT'],
])('waits as long as Retry-After says %s', async (_form, retryAfter) => {
  const { platform, stackOne, clock } = await arrange({ logs });
  stackOne.setFaults('*', { status: 429, retryAfter }, null);
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  expect(await asked).toMatchObject({ kind: 'found' });
  expect(clock.sleeps).toEqual([DEADLINE_MS, 2_000]);
});

test.each([
  ['an hour ahead', 'Mon, 23 Nov 2026 06:00:00 GMT', 'Mon, 23 Nov 2026 06:00:02 GMT'],
  ['an hour behind', 'Mon, 23 Nov 2026 04:00:00 GMT', 'Mon, 23 Nov 2026 04:00:02 GMT'],
])("a date is one of StackOne's clock, which is %s", async (_, date, retryAfter) => {
  const { platform, stackOne, clock } = await arrange({ logs });
  stackOne.setFaults('*', { status: 429, retryAfter, date }, null);
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  expect(await asked).toMatchObject({ kind: 'found' });
  expect(clock.sleeps).toEqual([DEADLINE_MS, 2_000]);
});

test.each([
  ['60', 60],
  ['8', 8],
  ['Mon, 23 Nov 2026 05:01:30 GMT', 90],
])(
  'gives up at once when Retry-After: %s does not fit into the deadline',
  async (retryAfter, seconds) => {
    const { platform, stackOne } = await arrange({ logs });
    stackOne.setFaults('*', { status: 429, retryAfter });
    expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
      kind: 'rate-limited',
      requestId: REQUEST_ID,
      retryAfterSeconds: seconds,
    });
    expect(stackOne.requests.length).toBe(1);
  },
);

test('a wait that does not fit ends in what was answered, also for other statuses', async () => {
  const { platform, stackOne } = await arrange({ logs });
  stackOne.setFaults('*', { status: 503, retryAfter: '60' });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'failed',
    requestId: REQUEST_ID,
    status: 503,
  });
});

test('says rate-limited without a time when StackOne names none', async () => {
  const { platform, stackOne, clock } = await arrange({ logs });
  stackOne.setFaults('*', { status: 429, retryAfter: 'soon' });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  await clock.skip(2);
  expect(await asked).toEqual({
    kind: 'rate-limited',
    requestId: REQUEST_ID,
    retryAfterSeconds: null,
  });
});

test('stops at the deadline when no answer comes', async () => {
  const { platform, stackOne, clock } = await arrange({ logs });
  stackOne.setFaults('*', { delayMs: 'forever' });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await stackOne.received(1);
  clock.advance(DEADLINE_MS);
  expect(await asked).toEqual({ kind: 'timeout', requestId: REQUEST_ID, afterMs: DEADLINE_MS });
});

test('the deadline holds for all tries together', async () => {
  const { platform, stackOne, clock } = await arrange({ logs }, { deadlineMs: 3_000 });
  stackOne.setFaults('*', { status: 429, retryAfter: '2' }, { delayMs: 'forever' });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  await stackOne.received(2);
  clock.advance(1_000);
  expect(await asked).toEqual({ kind: 'timeout', requestId: REQUEST_ID, afterMs: 3_000 });
});

test('the deadline also holds for a body that never ends', async () => {
  const endless = new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([0x7b])) });
  let asks = 0;
  const { platform, clock } = await arrange(
    {},
    {
      fetch: async (request) => {
        asks += 1;
        request.signal.addEventListener('abort', () => void endless.cancel().catch(() => {}));
        queueMicrotask(() => clock.advance(DEADLINE_MS));
        return new Response(endless.pipeThrough(new TransformStream(), { signal: request.signal }));
      },
    },
  );
  expect((await platform.fetchRequestLog(REQUEST_ID)).kind).toBe('timeout');
  expect(asks).toBe(1);
});

test('a deadline that passes while the advanced log is fetched does not lose the log', async () => {
  const { platform, stackOne, clock } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID })],
  });
  stackOne.setFaults('*', null, { delayMs: 'forever' });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await stackOne.received(2);
  clock.advance(DEADLINE_MS);
  expect(await asked).toMatchObject({ kind: 'found', log: { status: 502, providerErrors: [] } });
});

test('details that do not come take half of the time, and leave the rest to what comes after them', async () => {
  const { platform, stackOne, clock } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID })],
    accounts: [linkedAccount({ id: '45355976281015164504', status: 'error' })],
  });
  stackOne.setFaults(`/requests/logs/${REQUEST_ID}`, null, { delayMs: 'forever' });
  const asking = platform.begin();
  const asked = asking.fetchRequestLog(REQUEST_ID);
  await stackOne.received(2);
  clock.advance(4_000);
  expect(await asked).toMatchObject({ kind: 'found', log: { status: 502 } });
  expect(await asking.fetchAccount('45355976281015164504')).toMatchObject({ kind: 'found' });
});

test('runs on the real clock when none is handed in', async () => {
  const { stackOne } = await arrange({ logs });
  stackOne.setFaults('*', { status: 503, retryAfter: '0' }, { delayMs: 'forever' });
  const platform = createPlatform({
    apiKey: API_KEY,
    rootUrl: `${stackOne.url}/`,
    userAgent: 'stackone-error-bot/0.0.0-test',
    deadlineMs: 120,
  });
  expect((await platform.fetchRequestLog(REQUEST_ID)).kind).toBe('timeout');
  expect(stackOne.requests.length).toBe(2);
});
