import type { Person } from './access.ts';
import type { BotDeps } from './deps.ts';
import { logVerdict } from './log-verdict.ts';
import type { Whereabouts } from './saved-report.ts';
import type { Message } from './views/card.ts';
import { recentMessage } from './views/recent.ts';

/**
 * `recent`, alone or with a provider, an account or a status behind it; more words are a question, not a filter.
 *
 * @returns what stands behind it; `undefined` when it is something else
 */
export function readRecent(text: string): string | undefined {
  const [word = '', ...filter] = text.trim().split(/\s+/, 5);
  return word.toLowerCase() === 'recent' && filter.length <= 3 && text.length <= 100
    ? filter.join(' ')
    : undefined;
}

/** The latest failures, as far as the person may see them; a refusal says of whom to ask what. */
export async function answerRecent(
  deps: BotDeps,
  { person, where, filter }: RecentQuestion,
): Promise<Message | string> {
  const verdict = await logVerdict(deps, person, where);
  return verdict.kind === 'allowed' ? recentMessage(await deps.recent(filter)) : verdict.ask;
}

export interface RecentQuestion {
  readonly person: Person;
  readonly where: Whereabouts;
  readonly filter: string;
}
