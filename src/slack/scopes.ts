/**
 * The scopes of the bot token, each with what needs it. The manifest and the doctor read this table.
 *
 * With `channels:history` and `groups:history` a post whose answer was lost is looked for in channels too, before it is
 * sent again; the manifest does not ask for them.
 */
export const SCOPES = {
  'app_mentions:read': { why: 'to be told when somebody mentions the bot', method: null },
  'channels:read': {
    why: 'to see whether a public channel is shared with another company',
    method: 'conversations.info',
  },
  'chat:write': { why: 'to answer in threads and to post escalations', method: 'chat.postMessage' },
  commands: { why: 'for the slash command', method: null },
  'groups:read': {
    why: 'to see whether a private channel is shared with another company',
    method: 'conversations.info',
  },
  'im:history': {
    why: 'to be told of direct messages, and to look whether an answer there was posted already',
    method: 'conversations.replies',
  },
} as const satisfies Readonly<
  Record<string, { readonly why: string; readonly method: string | null }>
>;

/** What the app-level token needs in Socket Mode. */
export const APP_TOKEN_SCOPE = 'connections:write';

export type Scope = keyof typeof SCOPES;

export const scopeNames = Object.keys(SCOPES) as readonly Scope[];
