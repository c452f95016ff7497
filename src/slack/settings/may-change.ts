import type { WebClient } from '@slack/web-api';
import { isMember, type Person } from '../access.ts';
import { isInChannel } from '../channel-members.ts';
import type { BotDeps } from '../deps.ts';
import { sayLacking } from '../scopes.ts';
import { neededScopeOf, slackErrorOf } from '../slack-errors.ts';
import { isChannel } from './settings.ts';

/**
 * Whether a person may change what is set for a channel: full members of our workspace who are in it. Asked when the
 * form is opened, and again when it is sent.
 *
 * @returns why not, in one calm sentence; `undefined` when they may. Never throws for Slack's refusals.
 */
export async function whyNotChange(
  deps: BotDeps,
  client: WebClient,
  { person, channelId }: { readonly person: Person; readonly channelId: string },
): Promise<string | undefined> {
  if (!isChannel(channelId)) return NO_CHANNEL;
  if (!isMember(person, deps.homeTeamId())) return OUTSIDER;
  const standing = await deps.people.standingOf(person.userId);
  switch (standing.kind) {
    case 'outsider':
      return OUTSIDER;
    case 'guest':
      return GUEST;
    case 'unknown':
      return standing.lacking === undefined
        ? UNKNOWN
        : `Settings are for full members, and I cannot tell members from guests: ${sayLacking('do so', standing.lacking)}`;
    case 'member':
      return notInChannel(deps, client, { person, channelId });
    default:
      return standing satisfies never;
  }
}

async function notInChannel(
  deps: BotDeps,
  client: WebClient,
  { person, channelId }: { readonly person: Person; readonly channelId: string },
): Promise<string | undefined> {
  try {
    return (await isInChannel(client, channelId, person.userId)) ? undefined : NOT_IN;
  } catch (error) {
    const code = slackErrorOf(error);
    deps.logger.warn('the members of a channel could not be read', { reason: code ?? 'unknown' });
    switch (code) {
      case 'channel_not_found':
      case 'not_in_channel':
        return UNSEEN;
      case 'missing_scope':
        return sayLacking('see who is in this channel', neededScopeOf(error));
      case 'ratelimited':
        return 'Slack asks me to slow down. Please try again in a minute.';
      default:
        return UNKNOWN;
    }
  }
}

const NO_CHANNEL =
  'Settings belong to a channel. Type `/stackone-error settings` in the channel that they are for.';
const OUTSIDER =
  'The settings of a channel are for members of the workspace that runs me. Ask your contact there.';
const GUEST =
  'The settings of a channel are for full members of this workspace, not for guests. Ask a member of the channel.';
const NOT_IN =
  'The settings of a channel are for the people in it, and I cannot see you there. Join the channel, then try again.';
const UNSEEN =
  'I am not in this channel, so I cannot see who is. Invite me with `/invite`, then try again.';
const UNKNOWN =
  'Slack did not tell me who you are in this channel, so I changed nothing. Please try again in a minute.';
