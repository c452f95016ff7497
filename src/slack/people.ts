import type { WebClient } from '@slack/web-api';
import type { InGroups, Standing } from './access.ts';
import type { SlackLogger } from './deps.ts';
import { neededScopeOf, slackErrorOf } from './slack-errors.ts';

/** What Slack knows of people, remembered for a short while: guests become members, groups change. */
export interface People {
  standingOf(userId: string): Promise<Standing>;
  inGroups(userId: string, groupIds: readonly string[]): Promise<InGroups>;
}

const KEPT_MS = 60_000;
const MAX_KEPT = 5_000;

export function createPeople({
  client,
  clock,
  logger,
}: {
  readonly client: WebClient;
  readonly clock: () => number;
  readonly logger: SlackLogger;
}): People {
  const standings = createMemory<Standing>(clock);
  const groups = createMemory<ReadonlySet<string>>(clock);

  const unknown = (error: unknown) => {
    const reason = slackErrorOf(error) ?? 'unknown';
    logger.warn('Slack did not say who somebody is', { reason, needed: neededScopeOf(error) });
    return { kind: 'unknown', lacking: neededScopeOf(error) } as const;
  };

  return {
    async standingOf(userId) {
      try {
        return await standings.get(userId, async () => {
          const { user } = await client.users.info({ user: userId });
          if (user?.is_stranger === true) return { kind: 'outsider' };
          const isGuest = user?.is_restricted !== false || user.is_ultra_restricted === true;
          return { kind: isGuest ? 'guest' : 'member' };
        });
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
  };
}

interface Memory<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
}

function createMemory<T>(clock: () => number): Memory<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    async get(key, load) {
      const known = kept.get(key);
      if (known !== undefined && known.until > clock()) return known.value;
      const value = await load();
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(key, { value, until: clock() + KEPT_MS });
      return value;
    },
  };
}
