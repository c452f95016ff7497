import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

export interface OpsDeps {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly metrics: Metrics;
  /** What is not ready, in words; empty when all is. Never throws. */
  notReady(): Promise<readonly string[]>;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `GET /healthz` (the process), `/readyz` (connected to Slack and store), `/metrics` (Prometheus text), on a port of
 * their own: never on the public one.
 */
export async function startOpsServer(deps: OpsDeps): Promise<OpsServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'GET only\n');
    if (path === '/healthz') return send(response, 200, 'ok\n');
    if (path === '/readyz') return void answerReady(response, deps);
    if (path === '/metrics') return void answerMetrics(response, deps.metrics);
    return send(response, 404, 'not found\n');
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  await listen(server, deps.port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerReady(response: ServerResponse, deps: OpsDeps): Promise<void> {
  const missing = await deps.notReady();
  send(
    response,
    missing.length === 0 ? 200 : 503,
    missing.length === 0 ? 'ready\n' : `${missing.join('\n')}\n`,
  );
}

async function answerMetrics(response: ServerResponse, metrics: Metrics): Promise<void> {
  try {
    response.setHeader('content-type', metrics.contentType);
    send(response, 200, await metrics.text());
  } catch {
    send(response, 500, 'metrics are not available\n');
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  if (!response.hasHeader('content-type'))
    response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.statusCode = status;
  response.end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
