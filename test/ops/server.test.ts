import { afterEach, expect, test } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';
import { type OpsServer, startOpsServer } from '../../src/ops/server.ts';

let server: OpsServer | undefined;
afterEach(() => server?.close());

const get = async (
  path: string,
  missing: readonly string[] = [],
  method = 'GET',
): Promise<{ status: number; body: string }> => {
  const metrics = createMetrics();
  metrics.answered({ surface: 'command', outcome: 'answered', durationMs: 12 });
  server = await startOpsServer({ port: 0, metrics, notReady: async () => missing });
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: answer.status, body: await answer.text() };
};

test('the process says that it is there', async () => {
  expect(await get('/healthz', ['not connected to Slack'])).toEqual({ status: 200, body: 'ok\n' });
});

test('ready is ready, and else says what is missing', async () => {
  expect(await get('/readyz')).toEqual({ status: 200, body: 'ready\n' });
  await server?.close();
  expect(await get('/readyz', ['not connected to Slack'])).toEqual({
    status: 503,
    body: 'not connected to Slack\n',
  });
});

test('metrics are Prometheus text', async () => {
  const { status, body } = await get('/metrics');
  expect(status).toBe(200);
  expect(body).toContain(
    'stackone_error_bot_question_seconds_count{surface="command",outcome="answered"} 1',
  );
});

test('nothing else answers', async () => {
  expect((await get('/')).status).toBe(404);
  await server?.close();
  expect((await get('/healthz', [], 'POST')).status).toBe(405);
});
