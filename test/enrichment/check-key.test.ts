import { expect, test } from 'vitest';
import { arrange } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

test('a good key may read one row', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: 'adbf752f-6457-4ddd-89b3-98ae2252b83b' })],
  });
  expect(await platform.checkKey()).toEqual({ kind: 'ok' });
  expect(stackOne.requests.map(({ path, query }) => [path, query])).toEqual([
    ['/requests/logs', { page_size: '1' }],
  ]);
});

test('a project without any request yet has a good key too', async () => {
  const { platform } = await arrange();
  expect(await platform.checkKey()).toEqual({ kind: 'ok' });
});

test('a wrong key is refused', async () => {
  const { platform } = await arrange({}, { apiKey: 'v1.eu1.another-fake-key' });
  expect(await platform.checkKey()).toEqual({ kind: 'refused', status: 401 });
});

test('a key without the scope is refused', async () => {
  const { platform, stackOne } = await arrange();
  stackOne.setFaults('*', { status: 403 });
  expect(await platform.checkKey()).toEqual({ kind: 'refused', status: 403 });
});

test('anything else is not StackOne, or not now', async () => {
  const { platform, stackOne, clock } = await arrange();
  stackOne.setFaults('*', { body: 'html' }, { status: 500 }, { delayMs: 'forever' });
  expect(await platform.checkKey()).toEqual({
    kind: 'unreachable',
    because: 'what answered is not a list of request logs',
  });
  expect(await platform.checkKey()).toEqual({ kind: 'unreachable', because: 'it answered 500' });
  const asked = platform.checkKey();
  await stackOne.received(3);
  clock.advance(8_000);
  expect(await asked).toEqual({
    kind: 'unreachable',
    because: 'it did not answer within 8000 ms',
  });
});

test('nobody there is said as such', async () => {
  const { platform, stackOne, clock } = await arrange();
  await stackOne.close();
  const asked = platform.checkKey();
  await clock.skip(1);
  await clock.skip(2);
  expect(await asked).toEqual({
    kind: 'unreachable',
    because: 'no connection could be made, or it broke',
  });
});
