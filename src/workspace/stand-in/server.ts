import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './errors.ts';
import type { Fault } from './faults.ts';
import type { Method } from './methods/method.ts';
import type { SocketHub } from './socket.ts';
import type { State } from './state.ts';
import { answerCall } from './web-api.ts';

const MAX_BODY_BYTES = 1_000_000;

export interface ServerDeps {
  readonly state: State;
  readonly methods: ReadonlyMap<string, Method>;
  readonly sockets: SocketHub;
}

/** What is to be sent back. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The stand-in's one port, on loopback: `/api/<method>`, `/response/<id>`, `/files/<id>`, and the WebSocket at `/link/`. */
export async function startServer(deps: ServerDeps): Promise<Server> {
  const server = createServer((request, response) => {
    // A request that breaks off, or a fault of ours: the peer sees a broken connection, the process goes on.
    handle(request, response, deps).catch(() => request.socket.destroy());
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  server.on('upgrade', (request, stream, head) => deps.sockets.upgrade(request, stream, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return server;
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  deps: ServerDeps,
): Promise<void> {
  const [, door, name] = (request.url ?? '/').split('?', 1)[0]?.split('/') ?? [];
  const body = await readBody(request);
  if (body === null) return send(response, { status: 413, body: 'too large' });
  if (request.method === 'GET' && door === 'files') {
    const fault = deps.state.faults.take('files');
    const refused = fault === undefined ? undefined : replyFor(fault);
    if (refused !== undefined) return send(response, refused);
    return sendFile(response, name ?? '', request.headers.authorization, deps.state);
  }
  if (request.method !== 'POST' || name === undefined || (door !== 'api' && door !== 'response'))
    return send(response, { status: 404, body: 'not found' });
  const target = door === 'api' ? name : 'response_url';
  const fault = deps.state.faults.take(target);
  const refusal = fault === undefined ? undefined : replyFor(fault);
  if (fault !== undefined && refusal !== undefined) {
    log(deps.state, target, {}, fault.kind);
    return send(response, refusal);
  }
  if (fault?.kind === 'silence' && !fault.isPerformed)
    return log(deps.state, target, {}, 'silence');
  if (fault?.kind === 'delay') await pause(fault.ms);
  const reply =
    door === 'api' ? callApi(request, name, body, deps) : postResponse(name, body, deps.state);
  if (fault?.kind === 'lost-answer') request.socket.destroy();
  else if (fault?.kind !== 'silence') send(response, reply);
}

/** A file's content; to those who may not have it, the login page, with status 200, as in Slack. */
function sendFile(
  response: ServerResponse,
  id: string,
  authorization: string | undefined,
  { world, installation }: State,
): void {
  const file = world.findFile(id);
  const isAllowed =
    authorization === `Bearer ${installation.botToken}` && installation.scopes.has('files:read');
  if (file === undefined || !isAllowed || !world.showsFile(file)) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<html>Sign in to Slack</html>');
  } else if (file.redirect !== undefined)
    response.writeHead(302, { location: file.redirect }).end();
  else response.writeHead(200, { 'content-type': file.mimetype }).end(file.content);
}

function callApi(request: IncomingMessage, method: string, body: string, deps: ServerDeps): Reply {
  const { headers } = request;
  const contentType = headers['content-type'] ?? '';
  const call = { method, body, contentType, authorization: headers.authorization ?? '' };
  const answer = answerCall(call, deps.methods, deps.state);
  log(deps.state, method, answer.args, answer.outcome);
  return { status: 200, headers: answer.headers, body: answer.body };
}

/** Slack answers `ok` here, and refuses with a status: 404 for the URL's own faults, 400 for what was posted. */
function postResponse(id: string, text: string, state: State): Reply {
  const body = parse(text);
  const args = typeof body === 'object' && body !== null ? { ...body } : {};
  try {
    state.responseUrls.post(id, body);
    log(state, 'response_url', args, 'ok');
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log(state, 'response_url', args, error.code);
    const status = error.code.endsWith('_url') ? 404 : 400;
    return { status, body: { ok: false, error: error.code, ...error.details } };
  }
}

/** For the faults that keep a call from being performed. */
function replyFor(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case 'rate-limited':
      return {
        status: 429,
        headers: { 'retry-after': String(fault.retryAfterSeconds) },
        body: { ok: false, error: 'ratelimited' },
      };
    case 'status':
      return { status: fault.status, body: 'upstream trouble' };
    case 'error':
      return { status: 200, body: { ok: false, error: fault.error } };
    case 'delay':
    case 'lost-answer':
    case 'silence':
      return undefined;
    default:
      return fault satisfies never;
  }
}

function log(
  state: State,
  method: string,
  args: Readonly<Record<string, unknown>>,
  outcome: string,
): void {
  state.calls.add({ method, args, at: state.now(), outcome });
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const text = typeof body === 'string';
  const type = text ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(text ? body : JSON.stringify(body));
}

/** @returns `null` when it is longer than a megabyte */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(piece);
  }
  return bytes > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
