/** The IDs that StackOne gives (docs.stackone.com, request logs and accounts, seen 2026-11-23). */

/** Of a request, anywhere in a text. */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

const WHOLE_UUID = new RegExp(`^${UUID}$`, 'i');
const WHOLE_ACCOUNT = /^\d{18,22}$/;

export function isUuid(text: string): boolean {
  return WHOLE_UUID.test(text);
}

export function isAccountId(text: string): boolean {
  return WHOLE_ACCOUNT.test(text);
}
