import type { SlackBlock } from '../../slack/block-kit/index.ts';

/** Who and what there is in the workspace. Wire names stop at the doors: in here they are ours. */

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** Another team's: somebody met through Slack Connect. */
  readonly teamId: string;
  readonly guest: boolean;
  /** The account is closed; some lists still have it. */
  readonly deleted?: boolean;
}

export interface Bot {
  readonly appId: string;
  readonly botId: string;
  readonly userId: string;
  readonly name: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly members: readonly string[];
  readonly archived: boolean;
  /** Teams that share it beside our own; not empty: an external shared channel. */
  readonly sharedWith: readonly string[];
}

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** What a message says. */
export interface Words {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** What somebody uploaded: shared in channels, or given to the app in a form. */
export interface File {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly content: string | Uint8Array;
  /** Where it was shared; in none, it was given to the app. */
  readonly channels: readonly string[];
  /** Where its `url_private` leads instead of to its content. */
  readonly url?: string;
  /** What its `url_private` answers instead of the content: a redirect. */
  readonly redirect?: string;
  /** Pasted as a text of its own: its first lines go with every message that it is in. */
  readonly isSnippet?: boolean;
}

export interface Message extends Words {
  readonly kind: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly user: string;
  /** Set when an app posted it. */
  readonly botId: string | null;
  readonly metadata: Metadata | null;
  readonly broadcast: boolean;
  readonly edited: boolean;
  readonly reactions: readonly string[];
  /** Of alerts, as their apps sent them. */
  readonly attachments: readonly Readonly<Record<string, unknown>>[];
  /** IDs. */
  readonly files: readonly string[];
  /** Somebody deleted it, and it had replies: Slack leaves a stone. */
  readonly isTombstone: boolean;
}

/** A message that one person sees, and that no Web API method finds again. */
export interface Ephemeral extends Words {
  readonly kind: 'ephemeral';
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Who sees it. */
  readonly user: string;
}

export interface WorldSeed {
  readonly team: Team;
  readonly otherTeams: readonly Team[];
  readonly bot: Bot;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  /** Members of user groups, by the groups' IDs. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

export type NewMessage = Pick<Message, 'channel' | 'text' | 'user'> & Partial<Message>;
export type NewEphemeral = Pick<Ephemeral, 'channel' | 'text' | 'user'> & Partial<Ephemeral>;
