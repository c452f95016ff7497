import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** What Slack said no with: its error code, `ratelimited`, or `undefined` when it was no answer of Slack's. */
export function slackErrorOf(error: unknown): string | undefined {
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** The scope that a call lacked, as Slack names it. */
export function neededScopeOf(error: unknown): string | undefined {
  const needed: unknown =
    error instanceof WebAPIPlatformError ? Reflect.get(error.data, 'needed') : undefined;
  return typeof needed === 'string' ? needed : undefined;
}

export function isRateLimited(error: unknown): boolean {
  return slackErrorOf(error) === 'ratelimited';
}

/** Milliseconds that Slack asks us to wait. */
export function retryAfterMs(error: unknown): number {
  return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : 5_000;
}

/** The message was too much for Slack, or not to its liking: a smaller one may do. */
export function isRefusedMessage(error: unknown): boolean {
  return [
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
  ].includes(slackErrorOf(error) ?? '');
}

/** Trying again would change nothing. */
export function isFinal(error: unknown): boolean {
  const code = slackErrorOf(error);
  return code !== undefined && FINAL.has(code);
}

const FINAL = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'missing_scope',
  'account_inactive',
  'token_revoked',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'message_not_found',
  'cant_update_message',
  'thread_not_found', // somebody deleted what was asked
  'cannot_reply_to_message',
  'user_not_found',
  'user_not_in_channel',
  'cannot_dm_bot',
  'restricted_action',
  'thread_locked',
  'no_permission',
  'not_allowed_token_type',
  'team_access_not_granted',
  'ekm_access_denied',
]);
