import type { IncomingMessage } from 'node:http';

/** The one path that answers on the public port (contracts, section 5). */
export const PUBLIC_PATH = '/slack/events';

/** Slack's longest deliveries are far below; more is refused before it is read. */
export const MAX_BODY_BYTES = 1_048_576;
/** As long as Slack's own libraries let a request be old. */
const MAX_SKEW_S = 5 * 60;

/** Events come as JSON, all else as a form. */
const TYPES = new Set(['application/json', 'application/x-www-form-urlencoded']);

/**
 * What cannot be Slack's is refused by its head, before anything of it is read. Whether the rest is Slack's, the
 * signature tells.
 *
 * @returns the status to refuse it with
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack — read 2026-11-25
 */
export function refuseByHead(
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  nowMs: number,
): 401 | 404 | 413 | 415 | undefined {
  // Compared as it is written: what a URL parser makes of it may be another path.
  if (method !== 'POST' || url?.split('?', 1)[0] !== PUBLIC_PATH) return 404;
  if (!TYPES.has(mediaType(headers['content-type']))) return 415;
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 413;
  // Bolt refuses what is too old, and takes what comes from the future when the signature is right.
  const seconds = Number(headers['x-slack-request-timestamp']);
  return Number.isFinite(seconds) && seconds > nowMs / 1_000 + MAX_SKEW_S ? 401 : undefined;
}

/** Without what may stand behind it, such as a character set. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
