/** Who may see what a request log says. Pure: the facts are read where Slack delivers them. */

export interface LogAccess {
  readonly channels: readonly string[];
  readonly users: readonly string[];
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

export type LogVerdict =
  | { readonly kind: 'allowed' }
  /** `ask`: one sentence that says of whom to ask what. */
  | { readonly kind: 'not-allowed'; readonly ask: string };

/**
 * Lists empty: full members of the installing workspace, where nobody else reads along. With lists: only these.
 * What is said in a channel is said to the channel, so there the channel must be on the list; a person on the list
 * gets theirs privately.
 */
export function decideLogAccess(
  person: Person,
  place: Place,
  rules: { readonly homeTeamId: string; readonly logAccess: LogAccess },
): LogVerdict {
  if (!isMember(person, rules.homeTeamId)) return no(ASK.outsider);
  if (!place.isPrivate && place.isShared) return no(ASK.sharedChannel);
  const { channels, users } = rules.logAccess;
  if (channels.length === 0 && users.length === 0) return { kind: 'allowed' };
  if (place.channelId !== null && channels.includes(place.channelId)) return { kind: 'allowed' };
  if (!users.includes(person.userId)) return no(ASK.notListed);
  return place.isPrivate ? { kind: 'allowed' } : no(ASK.listedButPublic);
}

/** Of the workspace that installed the bot. Unknown counts as not. */
export function isMember({ teamId }: Person, homeTeamId: string): boolean {
  return teamId === homeTeamId;
}

const ASK = {
  outsider:
    'Request logs are shown to members of the workspace that runs me. Ask your contact there to look this request up.',
  sharedChannel:
    'This channel is shared with another company, so I left the request log out. Members of the workspace that runs me can look it up privately with /stackone-error and the request ID.',
  notListed:
    'Request logs are shown to some people and channels only. Ask whoever runs me to add you or this channel, or ask in a channel that is on the list.',
  listedButPublic:
    'This channel is not on the list for request logs. You are: ask me privately with /stackone-error and the request ID.',
} as const;

function no(ask: string): LogVerdict {
  return { kind: 'not-allowed', ask };
}
