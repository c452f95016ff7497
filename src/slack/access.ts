import { sayLacking } from './scopes.ts';

/** Who may see what a request log says. Pure: the facts are read where Slack delivers them. */

export interface LogAccess {
  readonly channels: readonly string[];
  readonly users: readonly string[];
  /** Of user groups. */
  readonly groups: readonly string[];
}

export interface Place {
  /** `null` where there is none, as in a form. */
  readonly channelId: string | null;
  /** Another company can read along. */
  readonly isShared: boolean;
  /** The answer is seen by the asker alone: a private answer, or a direct message. */
  readonly isPrivate: boolean;
}

export interface Person {
  readonly userId: string;
  /** The team that the person belongs to; `null` where Slack does not say. */
  readonly teamId: string | null;
}

/**
 * What Slack's own record says of a person.
 *
 * - `guest`: of our workspace, with less rights than its members
 * - `unknown`: Slack did not say; `lacking` is the scope that it wanted for it
 */
export type Standing =
  | { readonly kind: 'member' | 'guest' | 'outsider' }
  | { readonly kind: 'unknown'; readonly lacking: string | undefined };

/** Whether a person is in one of the listed groups. */
export type InGroups =
  | { readonly kind: 'yes' | 'no' }
  | { readonly kind: 'unknown'; readonly lacking: string | undefined };

/** Whether guests read along in a channel; `unknown`: Slack does not say, or there are too many members to ask. */
export interface Guests {
  readonly kind: 'none' | 'some' | 'unknown';
}

/** What is known of who acts. */
export interface Actor extends Person {
  readonly standing: Standing;
  readonly inGroups: InGroups;
}

export type LogVerdict =
  | { readonly kind: 'allowed' }
  /** `ask`: one sentence that says of whom to ask what. */
  | { readonly kind: 'not-allowed'; readonly ask: string };

/**
 * Lists empty: full members of the installing workspace, where nobody else reads along. With lists: only these.
 * What is said in a channel is said to the channel, so there the channel must be on the list; a person on the list
 * gets theirs privately. Guests get none, listed or not.
 */
export function decideLogAccess(
  actor: Actor,
  place: Place,
  rules: { readonly homeTeamId: string; readonly logAccess: LogAccess },
): LogVerdict {
  const { standing } = actor;
  if (!isMember(actor, rules.homeTeamId) || standing.kind === 'outsider') return no(ASK.outsider);
  if (standing.kind === 'guest') return no(ASK.guest);
  if (!place.isPrivate && place.isShared) return no(ASK.sharedChannel);
  const { channels, users, groups } = rules.logAccess;
  if (channels.length + users.length + groups.length === 0)
    return standing.kind === 'unknown' ? no(unknownStanding(standing.lacking)) : ALLOWED;
  if (place.channelId !== null && channels.includes(place.channelId)) return ALLOWED;
  if (users.includes(actor.userId) || actor.inGroups.kind === 'yes')
    return place.isPrivate ? ALLOWED : no(ASK.listedButPublic);
  return no(
    actor.inGroups.kind === 'unknown' ? unknownGroups(actor.inGroups.lacking) : ASK.notListed,
  );
}

/**
 * Whether a channel may be told what the one who acts may see: guests read all that is said in it. Whoever put a channel
 * on the list has vouched for those in it, as far as they cannot be known.
 */
export function decideForReaders(
  guests: Guests,
  { channelId }: Pick<Place, 'channelId'>,
  { channels }: LogAccess,
): LogVerdict {
  const isListed = channelId !== null && channels.includes(channelId);
  if (guests.kind === 'some') return no(ASK.guestsRead);
  return guests.kind === 'none' || isListed ? ALLOWED : no(ASK.readersUnknown);
}

/** Of the workspace that installed the bot. Unknown counts as not. */
export function isMember({ teamId }: Person, homeTeamId: string): boolean {
  return teamId === homeTeamId;
}

const ALLOWED: LogVerdict = { kind: 'allowed' };

const ASK = {
  outsider:
    'Request logs are shown to members of the workspace that runs me. Ask your contact there to look this request up.',
  guest:
    'Request logs are shown to full members of this workspace, not to guests. Ask a member to look this request up.',
  sharedChannel:
    'This channel is shared with another company, so I left the request log out. Members of the workspace that runs me can look it up privately with /stackone-error and the request ID.',
  guestsRead:
    'Guests read along in this channel, so I left the request log out. Members can look it up privately with /stackone-error and the request ID.',
  readersUnknown:
    'I cannot see whether guests read along in this channel, so I left the request log out. Members can look it up privately with /stackone-error and the request ID.',
  notListed:
    'Request logs are shown to some people and channels only. Ask whoever runs me to add you or this channel, or ask in a channel that is on the list.',
  listedButPublic:
    'This channel is not on the list for request logs. You are: ask me privately with /stackone-error and the request ID.',
} as const;

function unknownStanding(lacking: string | undefined): string {
  return lacking === undefined
    ? 'Slack did not tell me whether you are a member or a guest, so I left the request log out. Ask again in a minute.'
    : `Request logs are for members, and I cannot tell members from guests: ${sayLacking('do so', lacking)}`;
}

function unknownGroups(lacking: string | undefined): string {
  return lacking === undefined
    ? 'Slack did not tell me who is in the groups that may see request logs, so I left it out. Ask again in a minute.'
    : `Some groups may see request logs, and I cannot see who is in them: ${sayLacking('do so', lacking)}`;
}

function no(ask: string): LogVerdict {
  return { kind: 'not-allowed', ask };
}
