import { expect, test } from 'vitest';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

const idOf = (number: number): string =>
  `adbf752f-6457-4ddd-89b3-${String(number).padStart(12, '0')}`;

test('two who ask for the same request at once share one call', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
  });
  const [one, other] = await Promise.all([
    platform.fetchRequestLog(REQUEST_ID),
    platform.fetchRequestLog(REQUEST_ID),
  ]);
  expect(one).toEqual(other);
  expect(one.kind).toBe('found');
  expect(stackOne.requests.length).toBe(1);
});

test('a complete log is asked for once', async () => {
  const { platform, stackOne } = await arrange({ logs: [requestLog({ requestId: REQUEST_ID })] });
  const first = await platform.fetchRequestLog(REQUEST_ID);
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual(first);
  expect(stackOne.requests.length).toBe(2);
});

test('what may still come is asked for again', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, advancedLogs: false })],
  });
  await platform.fetchRequestLog(REQUEST_ID);
  await platform.fetchRequestLog(REQUEST_ID);
  expect(stackOne.requests.length).toBe(4);
});

test('a failure is not remembered', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
  });
  stackOne.setFaults('*', { status: 500 }, null);
  expect((await platform.fetchRequestLog(REQUEST_ID)).kind).toBe('failed');
  expect((await platform.fetchRequestLog(REQUEST_ID)).kind).toBe('found');
});

test('has at most four calls open at the same time', async () => {
  const ids = Array.from({ length: 12 }, (_, number) => idOf(number));
  const { platform, stackOne } = await arrange({
    logs: ids.map((requestId) => requestLog({ requestId, status: 200 })),
  });
  stackOne.setFaults('*', { delayMs: 15 });
  const outcomes = await Promise.all(ids.map((id) => platform.fetchRequestLog(id)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(ids.map(() => 'found'));
  expect(stackOne.mostAtOnce()).toBe(4);
});

test('who waits in line for a call is also bound by the deadline', async () => {
  const ids = Array.from({ length: 6 }, (_, number) => idOf(number));
  const { platform, stackOne, clock } = await arrange();
  stackOne.setFaults('*', { delayMs: 'forever' });
  const asked = Promise.all(ids.map((id) => platform.fetchRequestLog(id)));
  await stackOne.received(4);
  clock.advance(8_000);
  expect((await asked).map(({ kind }) => kind)).toEqual(ids.map(() => 'timeout'));
  expect(stackOne.requests.length).toBe(4);
});

test('who joins a look-up whose time runs out begins it again with the time that is left', async () => {
  const { platform, stackOne, clock } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
  });
  stackOne.setFaults('*', { delayMs: 'forever' }, null);
  const first = platform.fetchRequestLog(REQUEST_ID);
  await stackOne.received(1);
  clock.advance(7_000);
  const second = platform.fetchRequestLog(REQUEST_ID);
  clock.advance(1_000);
  expect((await first).kind).toBe('timeout');
  expect((await second).kind).toBe('found');
  expect(stackOne.requests).toHaveLength(2);
});
