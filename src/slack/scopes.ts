/**
 * The scopes of the bot token, each with the features that need it. The manifest, the doctor and what is said when one
 * is missing read this table.
 *
 * `optional`: whoever installs the bot may refuse it. What it is for then says which scope it lacks, and nothing else
 * changes.
 *
 * @see https://docs.slack.dev/changelog/2026/03/16/optional-scopes — read 2026-11-25
 */
export const SCOPES = {
  'app_mentions:read': { why: 'to be told when somebody mentions the bot', optional: false },
  'channels:history': {
    why: 'to read a thread of a public channel when the bot is mentioned in it, to follow edits of what was asked, and to look whether an answer is there already',
    optional: true,
  },
  'channels:read': {
    why: 'to see whether a public channel is shared with another company, and who is in it',
    optional: false,
  },
  'chat:write': { why: 'to answer in threads and to post escalations', optional: false },
  commands: { why: 'for the slash command and the shortcuts', optional: false },
  'files:read': { why: 'to read snippets and text files', optional: true },
  'groups:history': { why: 'the same as channels:history, in private channels', optional: true },
  'groups:read': {
    why: 'to see whether a private channel is shared with another company, and who is in it',
    optional: false,
  },
  'im:history': {
    why: 'to be told of direct messages, and to look whether an answer there was posted already',
    optional: false,
  },
  'im:write': { why: 'to answer in direct messages what a form has asked', optional: false },
  'mpim:history': {
    why: 'the same as channels:history, in direct messages of several people',
    optional: true,
  },
  'usergroups:read': { why: 'to see who is in the groups of LOG_ACCESS_GROUPS', optional: true },
  'users:read': {
    why: 'to tell members from guests, who see no request logs',
    optional: true,
  },
} as const satisfies Readonly<Record<string, { readonly why: string; readonly optional: boolean }>>;

/** What the app-level token needs in Socket Mode. */
export const APP_TOKEN_SCOPE = 'connections:write';

export type Scope = keyof typeof SCOPES;

export const scopeNames = Object.keys(SCOPES).filter(isScope);

export const optionalScopes = scopeNames.filter((scope) => SCOPES[scope].optional);

export const requiredScopes = scopeNames.filter((scope) => !SCOPES[scope].optional);

/** One sentence, wherever a scope is lacking. */
export function sayLacking(what: string, scope: string | undefined): string {
  return scope === undefined
    ? `I lack a permission to ${what}; whoever runs me can see which with \`npm run doctor\`.`
    : `I lack the scope \`${scope}\` to ${what}; whoever runs me can add it and install me again.`;
}

function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}
