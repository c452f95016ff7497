import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Slack, sample, startSlack } from '../../../src/workspace/stand-in/index.ts';
import { silentLogger } from '../../helpers/slack-app.ts';

/** Socket Mode on the wire, without Bolt: what its client would swallow, or die of. */

let slack: Slack;

beforeEach(async () => {
  slack = await startSlack({
    scopes: ['im:history'],
    subscriptions: ['message.im'],
    ackLimitMs: 500,
  });
});

afterEach(() => slack.close());

async function ticket(): Promise<string> {
  const client = new WebClient(slack.appToken, { slackApiUrl: slack.apiUrl, logger: silentLogger });
  return (await client.apps.connections.open()).url ?? '';
}

interface Peer {
  readonly socket: WebSocket;
  readonly frames: Record<string, unknown>[];
}

/** Acknowledges what has an envelope. */
async function connect(url: string): Promise<Peer> {
  const socket = new WebSocket(url);
  const frames: Record<string, unknown>[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    frames.push(frame);
    if ('envelope_id' in frame) socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
  });
  await new Promise((resolve, reject) => {
    socket.once('message', resolve);
    socket.once('error', reject);
  });
  return { socket, frames };
}

test('a URL works once', async () => {
  const url = await ticket();
  const { frames } = await connect(url);
  expect(frames).toMatchObject([
    { type: 'hello', num_connections: 1, connection_info: { app_id: sample.bot.appId } },
  ]);
  await expect(connect(url)).rejects.toThrow(/401/);
  await expect(connect(url.replace(/ticket=.*/, 'ticket=guessed'))).rejects.toThrow(/401/);
});

test('each payload goes to one of the connections', async () => {
  const peers = [await connect(await ticket()), await connect(await ticket())];
  for (const text of ['a', 'b']) await slack.directMessage({ user: sample.ada, text });
  const envelopes = peers.map(({ frames }) => frames.filter(({ type }) => type === 'events_api'));
  expect(envelopes.map((frames) => frames.length)).toEqual([1, 1]);
  expect(envelopes.flat()).toMatchObject([
    { accepts_response_payload: false, retry_attempt: 0 },
    { accepts_response_payload: false, retry_attempt: 0 },
  ]);
});

test('a delivery that comes again says so', async () => {
  const { frames } = await connect(await ticket());
  const { acks } = await slack.directMessage({ user: sample.ada, text: 'a' });
  const [first] = acks;
  if (first === undefined) throw new Error('no delivery');
  expect(await slack.redeliver(first.delivery)).toMatchObject({ status: 200, body: null });
  expect(frames.at(-1)).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout' });
  expect(frames.at(-1)?.['payload']).toEqual(first.delivery.payload);
});

test('app_rate_limited has an envelope, and no event inside', async () => {
  const { frames } = await connect(await ticket());
  expect((await slack.rateLimitApp()).status).toBe(200);
  expect(frames.at(-1)).toMatchObject({
    type: 'events_api',
    payload: { type: 'app_rate_limited', team_id: sample.team },
  });
});

test('connections can be asked to come again, or be broken', async () => {
  const { socket, frames } = await connect(await ticket());
  const gone = new Promise<number>((resolve) => {
    socket.once('close', resolve);
  });
  slack.refreshSockets('warning');
  const { acks } = await slack.directMessage({ user: sample.ada, text: 'still here' });
  expect(acks[0]?.status).toBe(200);
  expect(frames).toContainEqual(expect.objectContaining({ type: 'disconnect', reason: 'warning' }));
  slack.dropSockets();
  expect(await gone).toBe(1006);
  await slack.waitFor(() => slack.connections === 0);
});
