import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { Guests, InGroups, Standing } from './access.ts';
import type { SlackLogger } from './deps.ts';
import { findGuests } from './find-guests.ts';
import { inTime } from './in-time.ts';
import { createMemory } from './memory.ts';
import { neededScopeOf, slackErrorOf } from './slack-errors.ts';

/** What Slack knows of people, remembered for a while: guests become members, groups change. Nothing here throws. */
export interface People {
  standingOf(userId: string): Promise<Standing>;
  inGroups(userId: string, groupIds: readonly string[]): Promise<InGroups>;
  guestsIn(channelId: string): Promise<Guests>;
}

const MINUTE_MS = 60_000;
/** Who joins a channel can read what was said in it before, so that a look is some minutes old costs no secret. */
const CHANNEL_KEPT_MS = 10 * MINUTE_MS;
/** Of those who only read along; hardly anybody turns from a member into a guest. */
const READER_KEPT_MS = 60 * MINUTE_MS;
/** An answer waits for a look through a channel no longer than this; the look goes on, and the next answer knows. */
const GUESTS_LATE_MS = 2_500;

export function createPeople({
  client,
  clock,
  logger,
}: {
  readonly client: WebClient;
  readonly clock: () => number;
  readonly logger: SlackLogger;
}): People {
  const standings = createMemory<Standing>({ clock, keptMs: MINUTE_MS });
  const groups = createMemory<ReadonlySet<string>>({ clock, keptMs: MINUTE_MS });
  const channels = createMemory<Guests>({ clock, keptMs: CHANNEL_KEPT_MS });
  const readers = createMemory<boolean>({ clock, keptMs: READER_KEPT_MS });

  const unknown = (error: unknown) => {
    const reason = slackErrorOf(error) ?? 'unknown';
    logger.warn('Slack did not say who somebody is', { reason, needed: neededScopeOf(error) });
    return { kind: 'unknown', lacking: neededScopeOf(error) } as const;
  };

  const askStanding = (userId: string): Promise<Standing> =>
    standings.get(userId, async () => standingIn((await client.users.info({ user: userId })).user));

  /** Somebody whose account is closed reads nothing, though some lists still have them. */
  const mayRead = (userId: string): Promise<boolean> =>
    readers.get(userId, async () => {
      const { user } = await client.users.info({ user: userId });
      return user?.deleted === true || standingIn(user).kind === 'member';
    });

  return {
    async standingOf(userId) {
      try {
        return await askStanding(userId);
      } catch (error) {
        return unknown(error);
      }
    },

    async inGroups(userId, groupIds) {
      try {
        for (const usergroup of groupIds) {
          const members = await groups.get(usergroup, async () => {
            const { users } = await client.usergroups.users.list({ usergroup });
            return new Set(users);
          });
          if (members.has(userId)) return { kind: 'yes' };
        }
        return { kind: 'no' };
      } catch (error) {
        return unknown(error);
      }
    },

    async guestsIn(channelId) {
      const look = channels.get(channelId, () => findGuests(client, channelId, mayRead));
      try {
        return await inTime(look, { ms: GUESTS_LATE_MS, late: { kind: 'unknown' } });
      } catch (error) {
        unknown(error);
        return { kind: 'unknown' };
      }
    },
  };
}

function standingIn(user: UsersInfoResponse['user']): Standing {
  if (user?.is_stranger === true) return { kind: 'outsider' };
  const isGuest = user?.is_restricted !== false || user.is_ultra_restricted === true;
  return { kind: isGuest ? 'guest' : 'member' };
}
