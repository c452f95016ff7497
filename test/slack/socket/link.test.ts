import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { createLink } from '../../../src/slack/socket/link.ts';
import { silentLogger } from '../../helpers/slack-app.ts';

/** A Slack that opens connections, and says nothing on them. */
async function mutedSlack() {
  const sockets = new WebSocketServer({ noServer: true });
  let closed = 0;
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/link` }));
  });
  server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('close', () => {
        closed += 1;
      });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { apiUrl: `http://127.0.0.1:${port}/api/`, closed: () => closed };
}

test('a connection on which nobody says hello is given up', async () => {
  const slack = await mutedSlack();
  let lost = 0;
  const link = createLink({
    appToken: 'xapp-not-a-real-token',
    apiUrl: slack.apiUrl,
    logger: silentLogger,
    app: {} as App,
    leaving: () => undefined,
    lost: () => {
      lost += 1;
    },
    helloWithinMs: 300,
  });
  await expect(link.open()).rejects.toThrow('no hello');
  expect(link.isOpen()).toBe(false);
  await expect.poll(() => [slack.closed(), lost]).toEqual([1, 1]);
});
