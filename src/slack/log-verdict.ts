import {
  decideForReaders,
  decideLogAccess,
  isMember,
  type LogVerdict,
  type Person,
} from './access.ts';
import type { BotDeps } from './deps.ts';
import type { Whereabouts } from './saved-report.ts';

/** Whether a person may see what StackOne says, at a place. The one spot where Slack is asked who they are. */
export async function logVerdict(
  deps: BotDeps,
  person: Person,
  where: Whereabouts,
): Promise<LogVerdict> {
  const { logAccess } = deps.settings;
  const isOurs = isMember(person, where.teamId);
  const actor = {
    ...person,
    standing: isOurs ? await deps.people.standingOf(person.userId) : OUTSIDER,
    inGroups: isOurs ? await deps.people.inGroups(person.userId, logAccess.groups) : NOT_IN,
  };
  const verdict = decideLogAccess(actor, where, { homeTeamId: where.teamId, logAccess });
  if (verdict.kind === 'not-allowed' || where.isPrivate || where.channelId === null) return verdict;
  return decideForReaders(await deps.people.guestsIn(where.channelId), where, logAccess);
}

const OUTSIDER = { kind: 'outsider' } as const;
const NOT_IN = { kind: 'no' } as const;
