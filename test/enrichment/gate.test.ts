import { expect, test } from 'vitest';
import { createGate } from '../../src/enrichment/gate.ts';
import { createTestClock } from '../helpers/stackone-clock.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

/** What stands before every call: a share of the key's calls, and rest for a StackOne that is down. */

test('no more calls go out in any minute than the share', () => {
  const clock = createTestClock();
  const gate = createGate({ clock, perMinute: 3 });
  const enter = () => gate.enter();
  expect([enter(), enter()].map(({ kind }) => kind)).toEqual(['open', 'open']);
  clock.advance(30_000);
  expect(enter().kind).toBe('open');
  expect(enter()).toEqual({ kind: 'shut', because: 'budget', waitMs: 30_000 });
  clock.advance(30_000);
  expect([enter(), enter(), enter()].map(({ kind }) => kind)).toEqual(['open', 'open', 'shut']);
});

test('after failures in a row nothing goes out for a while, then one call tries', () => {
  const clock = createTestClock();
  const gate = createGate({ clock, failures: 3, restMs: 10_000 });
  for (let at = 0; at < 3; at += 1) {
    expect(gate.enter().kind).toBe('open');
    gate.saw('failed');
  }
  expect(gate.enter()).toEqual({ kind: 'shut', because: 'down', waitMs: 10_000 });
  clock.advance(10_000);
  expect(gate.enter().kind).toBe('open');
  expect(gate.enter().kind).toBe('shut');
  gate.saw('failed');
  expect(gate.enter()).toMatchObject({ because: 'down', waitMs: 10_000 });
  clock.advance(10_000);
  expect(gate.enter().kind).toBe('open');
  gate.saw('answered');
  expect([gate.enter(), gate.enter()].map(({ kind }) => kind)).toEqual(['open', 'open']);
});

test('a success between failures starts the count anew', () => {
  const gate = createGate({ clock: createTestClock(), failures: 2 });
  for (const result of ['failed', 'answered', 'failed', 'answered'] as const) {
    expect(gate.enter().kind).toBe('open');
    gate.saw(result);
  }
  expect(gate.enter().kind).toBe('open');
});

test('when StackOne says wait, all look-ups wait', () => {
  const clock = createTestClock();
  const gate = createGate({ clock });
  gate.enter();
  gate.saw({ pauseMs: 5_000 });
  expect(gate.enter()).toEqual({ kind: 'shut', because: 'paused', waitMs: 5_000 });
  clock.advance(5_000);
  expect(gate.enter().kind).toBe('open');
});

test('a look-up that comes in such a pause is said to be limited by StackOne, not by our share', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
  });
  stackOne.setFaults('*', { status: 429, retryAfter: '60' }, null);
  await platform.fetchRequestLog(REQUEST_ID);
  expect(await platform.begin().fetchAccount('45355976281015164504')).toEqual({
    kind: 'rate-limited',
    accountId: '45355976281015164504',
    retryAfterSeconds: 60,
  });
  expect(stackOne.requests).toHaveLength(1);
});

test('one absurd Retry-After does not keep us away', async () => {
  const { platform, stackOne, clock } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
  });
  stackOne.setFaults('*', { status: 429, retryAfter: '999999999' }, null);
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await clock.skip(1);
  expect(await asked).toMatchObject({ kind: 'found' });
});

test('a StackOne that is down is left alone, and the answer says so at once', async () => {
  const { platform, stackOne } = await arrange(
    { logs: [requestLog({ requestId: REQUEST_ID })] },
    { gate: { failures: 2 } },
  );
  stackOne.setFaults('*', { status: 500 });
  await platform.fetchRequestLog(REQUEST_ID);
  await platform.fetchRequestLog(REQUEST_ID);
  const seen = stackOne.requests.length;
  expect(await platform.fetchRequestLog(REQUEST_ID)).toEqual({
    kind: 'held-back',
    requestId: REQUEST_ID,
    because: 'down',
    retryAfterSeconds: 15,
  });
  expect(stackOne.requests.length).toBe(seen);
});

test('a share that is used up is waited for where the deadline allows, and said where not', async () => {
  const ids = [0, 1, 2].map((at) => `adbf752f-6457-4ddd-89b3-98ae2252b83${at}`);
  const { platform, stackOne } = await arrange(
    { logs: ids.map((requestId) => requestLog({ requestId, status: 200 })) },
    { gate: { perMinute: 2 } },
  );
  const outcomes = await Promise.all(ids.map((id) => platform.fetchRequestLog(id)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['found', 'found', 'held-back']);
  expect(stackOne.requests.length).toBe(2);
});
