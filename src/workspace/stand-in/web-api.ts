import { Refusal } from './errors.ts';
import type { Answer, Method, MethodContext } from './methods/method.ts';
import type { State } from './state.ts';

export interface WebApiRequest {
  readonly method: string;
  readonly contentType: string;
  /** The `Authorization` header, or an empty string. */
  readonly authorization: string;
  readonly body: string;
}

export interface WebApiAnswer {
  readonly body: Answer;
  readonly headers: Readonly<Record<string, string>>;
  readonly args: Readonly<Record<string, unknown>>;
  /** `ok`, or Slack's error code. */
  readonly outcome: string;
}

/** One call of the Web API, checked in Slack's order: method, token, scope, arguments, then the method's own rules. */
export function answerCall(
  request: WebApiRequest,
  methods: ReadonlyMap<string, Method>,
  state: State,
): WebApiAnswer {
  const { installation } = state;
  const args = readArguments(request);
  try {
    if (args === null) throw new Refusal('invalid_json');
    const method = methods.get(request.method);
    if (method === undefined) throw new Refusal('unknown_method', { req_method: request.method });
    checkToken(tokenOf(request, args), method, state);
    const context = contextOf(state);
    if (method.scope !== null) context.need(method.scope);
    const body = { ok: true, ...method.call(args, context) };
    const headers = {
      ...(method.token === 'bot' ? { 'x-oauth-scopes': [...installation.scopes].join(',') } : {}),
      ...(method.scope === null ? {} : { 'x-accepted-oauth-scopes': method.scope }),
    };
    return { body, headers, args: loggable(args), outcome: 'ok' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const body = { ok: false, error: error.code, ...error.details };
    return { body, headers: {}, args: loggable(args ?? {}), outcome: error.code };
  }
}

/**
 * A form, whose structures are JSON strings, or JSON.
 *
 * @returns `null` for JSON that is none
 */
function readArguments({ contentType, body }: WebApiRequest): Record<string, unknown> | null {
  if (!contentType.startsWith('application/json'))
    return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { ...parsed }
      : null;
  } catch {
    return null;
  }
}

/** The header goes before the argument. */
function tokenOf(request: WebApiRequest, args: Readonly<Record<string, unknown>>): string {
  if (request.authorization.startsWith('Bearer ')) return request.authorization.slice(7).trim();
  return typeof args['token'] === 'string' ? args['token'] : '';
}

function checkToken(token: string, method: Method, { installation }: State): void {
  const { botToken, appToken } = installation;
  if (token === '') throw new Refusal('not_authed');
  if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth');
  if (token !== (method.token === 'bot' ? botToken : appToken))
    throw new Refusal('not_allowed_token_type');
}

function contextOf(state: State): MethodContext {
  const { scopes } = state.installation;
  return {
    state,
    need(scope) {
      // An app-level token has one right here, to open connections: `checkToken` has seen to it.
      if (scope === 'connections:write' || scopes.has(scope)) return;
      throw new Refusal('missing_scope', { needed: scope, provided: [...scopes].join(',') });
    },
  };
}

/** As a test wants to read them: no token, and structures as values whether they came as JSON or in a form. */
function loggable(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([name]) => name !== 'token')
      .map(([name, value]) => [name, STRUCTURED.has(name) ? parse(value) : value]),
  );
}

const STRUCTURED = new Set(['blocks', 'view', 'metadata']);

function parse(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
