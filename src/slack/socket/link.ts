import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import { readFrame } from './envelope.ts';

/** One connection to Slack. It is opened once; what comes after it is another one. */
export interface Link {
  /** Resolves when Slack has said hello. @throws what Slack refused it with, or when no hello comes */
  open(): Promise<void>;
  isOpen(): boolean;
  close(): void;
}

export interface LinkOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly app: App;
  /** Slack will close it soon: it is still good for a moment. */
  readonly leaving: () => void;
  /** It is closed, by whomever. */
  readonly lost: () => void;
  /** How long a hello is awaited; 10 s if left out. */
  readonly helloWithinMs?: number;
}

/**
 * The watchdog of the client: it pings three times in this time, and hangs up when no pong has come for as long. Above
 * what a slow network or a busy moment of ours takes, below what people wait.
 */
const PONG_WITHIN_MS = 3_000;
/** The client itself waits for a hello without end. */
const HELLO_WITHIN_MS = 10_000;

export function createLink(options: LinkOptions): Link {
  const { appToken, apiUrl, logger, app, lost, helloWithinMs = HELLO_WITHIN_MS } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: PONG_WITHIN_MS,
    // The client would wait before it comes again, and a refusal while it does would end the process: `keepLinked` does it.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: helloWithinMs,
      },
    },
    // A listener that failed is not acknowledged: Slack sends the event again.
    processEventErrorHandler: async () => false,
  });
  receiver.init(app);
  const { client } = receiver;
  let isOpen = false;
  let isWanted = true;
  client.on('disconnected', () => {
    isOpen = false;
    lost();
  });
  guardFrames(client, options);
  const close = (): void => {
    isWanted = false;
    client.disconnect().catch(() => undefined);
  };
  // Given up before it came: the client would keep it.
  client.on('connected', () => {
    if (!isWanted) close();
  });
  return {
    async open() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error(`no hello within ${helloWithinMs} ms`));
          close();
        }, helloWithinMs);
      });
      try {
        await Promise.race([client.start(), late]);
        isOpen = true;
      } finally {
        clearTimeout(timer);
      }
    },
    isOpen: () => isOpen,
    close,
  };
}

type Client = SocketModeReceiver['client'];

/**
 * Two things that socket-mode 3.1.0 does are not what we want: it ends the process on an `events_api` envelope without an
 * inner event, which is what `app_rate_limited` is, and it hangs up as soon as Slack announces a refresh.
 *
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode — read 2026-11-23
 */
function guardFrames(client: Client, { logger, leaving }: LinkOptions): void {
  const inner = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const frame = readFrame(data);
    switch (frame.kind) {
      case 'other':
        for (const listener of inner) listener.call(client, data, isBinary);
        return;
      case 'leave':
        logger.info(`Slack will close this connection: ${frame.reason}`);
        return leaving();
      case 'no-event':
        logger.warn(`an envelope without an event: ${frame.type}`);
        if (frame.id !== undefined) acknowledge(client, frame.id);
        return;
      default:
        return frame satisfies never;
    }
  });
}

/** The client's own way to answer is private to it, so the answer goes straight to its socket. */
function acknowledge(client: Client, envelopeId: string): void {
  client.websocket?.send(JSON.stringify({ envelope_id: envelopeId, payload: {} }), () => undefined);
}
