import type { Server } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import type { AcksFirst } from './acks-first.ts';
import type { Door } from './create-app.ts';
import { persistFirst } from './persist-first.ts';
import { MAX_BODY_BYTES, mediaType, PUBLIC_PATH, refuseByHead } from './public-request.ts';
import type { UnderWay } from './under-way.ts';

/** A request has to be here, whole, within this: longer than Slack takes, shorter than who holds connections open. */
const REQUEST_WITHIN_MS = 10_000;

/** HTTP: `POST /slack/events` for commands, events and interactivity, and nothing else there. */
export function httpReceiver({
  signingSecret,
  port,
  logger,
  clock,
  underWay,
  acksFirst,
}: {
  readonly signingSecret: string;
  readonly port: number;
  readonly logger: Logger;
  readonly clock: () => number;
  readonly underWay: UnderWay;
  readonly acksFirst: AcksFirst;
}): Door {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [PUBLIC_PATH],
    port,
    logger,
    bodyLimit: MAX_BODY_BYTES,
  });
  const inner = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const refusal = refuseByHead(request, clock());
    if (refusal !== undefined) {
      response.writeHead(refusal, { connection: 'close' }).end();
      return;
    }
    // repair: Bolt knows a form by this type alone.
    request.headers['content-type'] = mediaType(request.headers['content-type']);
    return inner(request, response);
  };
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => init(persistFirst(app, { underWay, acksFirst }));
  let server: Server | undefined;
  const start = receiver.start.bind(receiver);
  receiver.start = async (...args: unknown[]) => {
    const started = await Reflect.apply(start, receiver, args);
    server = started;
    started.headersTimeout = REQUEST_WITHIN_MS;
    started.requestTimeout = REQUEST_WITHIN_MS;
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
