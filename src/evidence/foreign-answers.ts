import { isLooseObject, type LooseObject, type LooseValue } from './loose-value.ts';
import { isPlatformPath } from './urls.ts';

/**
 * An answer in the shape of somebody else's errors: none of StackOne's, whose errors have `statusCode` and `message`, or
 * `error` as a sentence (docs.stackone.com, connector errors, seen 2026-11-23). Log lines and clients' exceptions have
 * keys of their own and are not judged: what they tell of may be StackOne's.
 */
export function isForeignAnswer(value: LooseValue): boolean {
  if (!isLooseObject(value)) return false;
  const keys = Object.keys(value);
  if (keys.length > MAX_KEYS || keys.some((key) => NOT_AN_ANSWER.has(key.toLowerCase())))
    return false;
  if (namesOtherPath(value)) return true;
  if (isOwnShape(value)) return /^[a-z]+_[a-z_]+$/.test(textAt(value, 'error'));
  if (isClients(value)) return false;
  return FOREIGN_SHAPES.some((isOfShape) => isOfShape(value, keys));
}

const MAX_KEYS = 12;

/** Of a log line, of a request, of an exception: something tells of an answer and is none. */
const NOT_AN_ANSWER = new Set([
  ...['level', 'severity', 'time', 'ts', 'pid', 'hostname', 'logger', 'service', 'msg_id'],
  ...['config', 'request', 'response', 'headers', 'url', 'uri', 'method', 'body', 'name'],
  ...['stack', 'file', 'line', 'trace', 'requestmethod', 'requesturi', 'raw'],
  ...['accountid', 'account_id', 'x-account-id', 'provider', 'connector', 'action'],
]);

function isOwnShape(answer: LooseObject): boolean {
  return ['statusCode', 'status_code', 'provider_errors', 'provider_response', 'jsonrpc'].some(
    (key) => key in answer,
  );
}

/** `Request failed with status code 502`, `ERR_BAD_RESPONSE`: of what came back a client speaks so, whoever answered. */
function isClients(error: LooseObject): boolean {
  return (
    /\b(?:status(?: code)?|HTTP) [45]\d\d\b/i.test(textAt(error, 'message')) ||
    /^(?:ERR_[A-Z_]+|E[A-Z]{4,})$/.test(textAt(error, 'code'))
  );
}

type Shape = (answer: LooseObject, keys: readonly string[]) => boolean;

/** Each with who answers so. */
const FOREIGN_SHAPES: readonly Shape[] = [
  // Kubernetes, Supabase, many frameworks: a `code`, which StackOne does not give
  (answer) => 'code' in answer && ('message' in answer || 'msg' in answer || 'status' in answer),
  // OAuth 2.0 (RFC 6749, section 5.2)
  (answer) => 'error' in answer && 'error_description' in answer,
  // Google, Azure, Stripe, OpenAI, Facebook, Vercel: an object as `error`, with words or a machine string in it
  (answer) => isErrorObject(answer['error'] ?? answer['Error']),
  // GraphQL, Docker, Shopify, SendGrid, Cloudflare, Laravel, Vault, Jira: a list, an object or a sentence as `errors`
  ({ errors }) => (typeof errors === 'object' && errors !== null) || typeof errors === 'string',
  // RFC 9457: ASP.NET, Spring, Twilio
  (answer) => 'title' in answer && 'status' in answer,
  // Spring Boot, Rails: the status' own name as `error`
  (answer) => typeof answer['status'] === 'number' && typeof answer['error'] === 'string',
  // Slack, Telegram
  (answer) => answer['ok'] === false && ('error' in answer || 'error_code' in answer),
  // AWS
  (answer) => '__type' in answer || '$fault' in answer || '$metadata' in answer,
  // FastAPI, Django REST; AWS' gateway, Docker, GitLab
  (_, keys) => keys.length === 1 && (keys[0] === 'detail' || keys[0] === 'message'),
];

function isErrorObject(error: LooseValue | undefined): boolean {
  if (!isLooseObject(error)) return false;
  const keys = Object.keys(error).map((key) => key.toLowerCase());
  return (
    !isOwnShape(error) &&
    !isClients(error) &&
    !keys.some((key) => NOT_AN_ANSWER.has(key) && key !== 'name') &&
    keys.some((key) => key === 'message' || key === 'code' || key === 'type')
  );
}

/** `"path": "/api/orders/5"`, `Cannot GET /orders`, `Route GET:/orders not found`: an address that StackOne does not have. */
function namesOtherPath(answer: LooseObject): boolean {
  const said = /^(?:Cannot|Route) [A-Z]{3,7}[ :](\/[^\s?]{0,300})/.exec(textAt(answer, 'message'));
  const path = said?.[1] ?? textAt(answer, 'path');
  return path.startsWith('/') && !isPlatformPath(path) && !OWN_PATH.test(path);
}

/** StackOne's too, though others may have them. */
const OWN_PATH = /^\/(?:accounts|actions|connectors|logs|requests|webhooks|mcp)(?:\/|$)/;

function textAt(answer: LooseObject, key: string): string {
  const value = answer[key];
  return typeof value === 'string' ? value : '';
}
