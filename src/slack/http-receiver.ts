import type { IncomingMessage, Server } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import type { Door } from './create-app.ts';
import { persistFirst } from './persist-first.ts';
import type { UnderWay } from './under-way.ts';

/** Slack's longest deliveries are far below; more is refused before it is read. */
const BODY_LIMIT = '1mb';
/** As long as Slack's own libraries let a request be old. */
const MAX_SKEW_S = 5 * 60;

/** HTTP: `POST /slack/events` for commands, events and interactivity, and nothing else there. */
export function httpReceiver({
  signingSecret,
  port,
  logger,
  clock,
  underWay,
}: {
  readonly signingSecret: string;
  readonly port: number;
  readonly logger: Logger;
  readonly clock: () => number;
  readonly underWay: UnderWay;
}): Door {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    port,
    logger,
    bodyLimit: BODY_LIMIT,
  });
  const inner = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    // Bolt refuses what is too old, and takes what comes from the future when the signature is right.
    if (!isFromTheFuture(request, clock())) return inner(request, response);
    response.writeHead(401).end();
  };
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => init(persistFirst(app, underWay));
  let server: Server | undefined;
  const start = receiver.start.bind(receiver);
  receiver.start = async (...args: unknown[]) => {
    const started = await Reflect.apply(start, receiver, args);
    server = started;
    return started;
  };
  const portOf = (): number | undefined => {
    const address = server?.listening === true ? server.address() : null;
    return typeof address === 'object' && address !== null ? address.port : undefined;
  };
  return {
    receiver,
    connected: () => portOf() !== undefined,
    port: portOf,
  };
}

function isFromTheFuture(request: IncomingMessage, nowMs: number): boolean {
  const seconds = Number(request.headers['x-slack-request-timestamp']);
  return Number.isFinite(seconds) && seconds > nowMs / 1_000 + MAX_SKEW_S;
}
