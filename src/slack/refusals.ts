import { sayLacking } from './scopes.ts';
import { neededScopeOf, slackErrorOf } from './slack-errors.ts';

/** What Slack may refuse, in calm sentences: what it is, and what to do about it. */

export interface RefusedPlace {
  /** `null` where no channel is concerned. */
  readonly channelId: string | null;
  /** What the person does to try it once more, such as `press the button again`. */
  readonly again: string;
}

/** What Slack said no with. */
export interface Refused {
  readonly code: string | undefined;
  /** The scope that was lacking. */
  readonly needed?: string | undefined;
}

export function refusedBy(error: unknown): Refused {
  return { code: slackErrorOf(error), needed: neededScopeOf(error) };
}

/** @returns the sentence for what Slack refused; `undefined` when it has none of its own, or when it was no refusal */
export function sayRefusal(
  { code, needed }: Refused,
  { channelId, again }: RefusedPlace,
): string | undefined {
  const say = code === undefined ? undefined : SENTENCES[code];
  return say?.({ place: nameOf(channelId), again, needed });
}

/** Where a code has no sentence of its own, and something has to be said. */
export function sayNotPosted(refused: Refused, place: RefusedPlace): string {
  return (
    sayRefusal(refused, place) ??
    `Slack did not let me post in ${nameOf(place.channelId)}. Please ${place.again}; if it stays, tell whoever runs me.`
  );
}

function nameOf(channelId: string | null): string {
  return channelId === null ? 'that channel' : `<#${channelId}>`;
}

interface Around {
  readonly place: string;
  readonly again: string;
  /** A scope. */
  readonly needed: string | undefined;
}

type Say = (around: Around) => string;

const noScope: Say = ({ needed }) => sayLacking('do that', needed);
const noToken: Say = () =>
  'Slack no longer accepts my token: I was switched off, or taken out of this workspace. Whoever runs me has to install me again.';
const tooLong: Say = ({ again }) =>
  `Slack takes no answer of that length, not even in its short form. Please ${again} about a part of it.`;
const gone: Say = () =>
  'The message that this belongs to is gone, so there is no thread to answer in. Ask with `/stackone-error`, which needs none.';
const forbidden: Say = ({ place }) =>
  `The rules of this workspace do not let me post in ${place}. Its admins can allow it; until then ask with \`/stackone-error\`.`;
const tooLate: Say = ({ again }) => `Slack gave me too little time to open that. Please ${again}.`;

/** By Slack's code: docs.slack.dev/reference/methods/chat.postMessage and views.open, errors, read 2026-11-25 */
const SENTENCES: Readonly<Record<string, Say>> = {
  not_in_channel: ({ place, again }) =>
    `I am not in ${place}. Invite me there with \`/invite\`, then ${again}.`,
  channel_not_found: ({ place, again }) =>
    `I cannot see ${place}: it is private and I am not in it, or it is gone. Invite me there with \`/invite\`, then ${again}.`,
  is_archived: ({ place }) =>
    `${place} is archived, so nobody can post there. Ask with \`/stackone-error\`, or in another channel.`,
  missing_scope: noScope,
  not_allowed_token_type: noScope,
  account_inactive: noToken,
  token_revoked: noToken,
  token_expired: noToken,
  invalid_auth: noToken,
  not_authed: noToken,
  ratelimited: ({ again }) => `Slack asks me to slow down. Please ${again} in a minute.`,
  msg_too_long: tooLong,
  msg_blocks_too_long: tooLong,
  invalid_blocks: tooLong,
  thread_not_found: gone,
  message_not_found: gone,
  cannot_reply_to_message: gone,
  restricted_action: forbidden,
  restricted_action_read_only_channel: forbidden,
  restricted_action_thread_only_channel: forbidden,
  thread_locked: forbidden,
  no_permission: forbidden,
  expired_trigger_id: tooLate,
  trigger_expired: tooLate,
  trigger_exchanged: tooLate,
};
