import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import type { Ack, Carrier, Delivery, Retry } from './delivery.ts';
import { defineMethod, type Method } from './methods/method.ts';

/** Slack pings, and the app's client goes by it once it has seen one. */
const PING_MS = 5_000;
const MAX_FRAME_BYTES = 1_000_000;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

interface SocketHubOptions {
  readonly appId: string;
  readonly ackLimitMs: number;
  readonly changed: () => void;
}

/**
 * Socket Mode: hands out WebSocket URLs that work once, and gives each payload to one of the connections.
 *
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode — read 2026-11-23
 */
export class SocketHub implements Carrier {
  readonly #options: SocketHubOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  readonly #tickets = new Set<string>();
  /** Those that got their `hello`, oldest first. */
  readonly #sockets: WebSocket[] = [];
  readonly #silent = new Set<WebSocket>();
  readonly #awaited = new Map<string, (payload: unknown) => void>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(options: SocketHubOptions) {
    this.#options = options;
    this.#pings = setInterval(() => {
      for (const socket of this.#sockets) socket.ping();
    }, PING_MS);
    this.#pings.unref();
  }

  get connections(): number {
    return this.#sockets.length;
  }

  /** `apps.connections.open` */
  openMethod(origin: () => string): Method {
    return defineMethod({
      token: 'app',
      scope: 'connections:write',
      args: {},
      run: () => {
        const ticket = randomUUID();
        this.#tickets.add(ticket);
        return { url: `${origin().replace(/^http/, 'ws')}/link/?ticket=${ticket}` };
      },
    });
  }

  /** Takes a connection that brings an unused ticket; hangs up on any other. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/link/' || !this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
  }

  carry(delivery: Delivery, retry?: Retry): Promise<Ack> {
    return new Promise((resolve) => {
      const envelope = randomUUID();
      const started = performance.now();
      const settle = (status: number, body: unknown) => {
        clearTimeout(timer);
        this.#awaited.delete(envelope);
        const ms = Math.round(performance.now() - started);
        resolve({ status, body, ms, delivery, refused: null });
      };
      const timer = setTimeout(() => settle(0, null), this.#options.ackLimitMs);
      this.#awaited.set(envelope, (payload) => settle(200, withoutEmpty(payload)));
      this.#next()?.send(
        JSON.stringify({
          envelope_id: envelope,
          type: delivery.kind,
          payload: delivery.payload,
          accepts_response_payload: delivery.acceptsResponse,
          ...(delivery.kind === 'events_api'
            ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
            : {}),
        }),
      );
    });
  }

  /** Asks every connection to come again; the client is to hang up by itself. */
  refresh(reason: DisconnectReason): void {
    for (const socket of this.#sockets)
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'stand-in' } }));
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const socket of [...this.#sockets]) socket.terminate();
  }

  /** Goes quiet without hanging up, as when a network on the way forgets the connection: nothing is read or sent any more. */
  silence(): void {
    for (const socket of this.#sockets.splice(0)) {
      socket.pause();
      this.#silent.add(socket);
    }
    this.#options.changed();
  }

  close(): void {
    for (const socket of this.#silent) socket.terminate();
    clearInterval(this.#pings);
    this.drop();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.push(socket);
    socket.on('message', (data) => this.#read(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      const index = this.#sockets.indexOf(socket);
      if (index !== -1) this.#sockets.splice(index, 1);
      this.#options.changed();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.length,
        connection_info: { app_id: this.#options.appId },
        debug_info: { host: 'stand-in', approximate_connection_time: 18_060 },
      }),
    );
    this.#options.changed();
  }

  #read(frame: string): void {
    const ack = ackSchema.safeParse(parse(frame));
    if (ack.success) this.#awaited.get(ack.data.envelope_id)?.(ack.data.payload);
  }

  /** Any of them, says Slack: here each in its turn. */
  #next(): WebSocket | undefined {
    this.#turn += 1;
    return this.#sockets[this.#turn % Math.max(1, this.#sockets.length)];
  }
}

/** The client sends `{}` where there is nothing to say. */
function withoutEmpty(payload: unknown): unknown {
  const empty =
    payload === undefined ||
    payload === null ||
    (typeof payload === 'object' && Object.keys(payload).length === 0);
  return empty ? null : payload;
}

function parse(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    return null;
  }
}
