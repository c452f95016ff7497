import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Door } from './create-app.ts';
import { persistFirst } from './persist-first.ts';

/** Socket Mode: Slack is called, so no address of ours need be reachable. */
export function socketReceiver({
  appToken,
  apiUrl,
  logger,
}: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
}): Door {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // The gap after each of Slack's refreshes is one ping long: 1 s instead of 5 (slack-platform, section 3).
    clientPingTimeout: 1_000,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    // A listener that failed is not acknowledged: Slack sends the event again.
    processEventErrorHandler: async () => false,
  });
  let isConnected = false;
  receiver.client.on('connected', () => {
    isConnected = true;
  });
  for (const state of ['disconnected', 'reconnecting', 'disconnecting', 'close']) {
    receiver.client.on(state, () => {
      isConnected = false;
    });
  }
  guardEnvelopes(receiver, logger);
  return { receiver: persistFirst(receiver), connected: () => isConnected, port: () => undefined };
}

/**
 * socket-mode 3.1.0 ends the process on an `events_api` envelope without an inner event, which is what
 * `app_rate_limited` is: acknowledged here, logged, and not passed on.
 *
 * @see https://docs.slack.dev/apis/events-api — rate limiting, read 2026-11-23
 */
function guardEnvelopes({ client }: SocketModeReceiver, logger: Logger): void {
  const inner = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const envelope = typeof data === 'string' ? withoutEvent(data) : undefined;
    if (envelope === undefined) {
      for (const listener of inner) listener.call(client, data, isBinary);
      return;
    }
    logger.warn(`an envelope without an event: ${envelope.type}`);
    if (envelope.id !== undefined) acknowledge(client, envelope.id);
  });
}

/** The client's own way to answer is private to it, so the answer goes straight to its socket. */
function acknowledge(client: SocketModeReceiver['client'], envelopeId: string): void {
  client.websocket?.send(JSON.stringify({ envelope_id: envelopeId, payload: {} }), () => undefined);
}

function withoutEvent(
  data: string,
): { readonly id: string | undefined; readonly type: string } | undefined {
  try {
    const envelope: unknown = JSON.parse(data);
    if (
      typeof envelope !== 'object' ||
      envelope === null ||
      Reflect.get(envelope, 'type') !== 'events_api'
    )
      return undefined;
    const payload: unknown = Reflect.get(envelope, 'payload');
    const event: unknown =
      typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'event') : undefined;
    if (typeof event === 'object' && event !== null) return undefined;
    const id: unknown = Reflect.get(envelope, 'envelope_id');
    const type: unknown =
      typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'type') : undefined;
    return {
      id: typeof id === 'string' ? id : undefined,
      type: typeof type === 'string' ? type.slice(0, 60) : 'unknown',
    };
  } catch {
    return undefined;
  }
}
