import { PLATFORM_CUES } from '../evidence/everyday.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { indexLexicon } from '../evidence/lexicon-index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** People have accounts and connections with their own tools too. */
const OWN_TOO = new Set(['account', 'accounts', 'connection']);

/**
 * Somebody speaks of a tool that people use every day without StackOne, such as a chat or a code host, and of nothing
 * that is StackOne's: what they say is no question to us, however well it describes an entry.
 */
export function isOwnToolOnly(
  subject: string,
  { words, signals, aboutPlatform }: Evidence,
  knowledge: Knowledge,
): boolean {
  const isTool =
    indexLexicon(knowledge.lexicon).isEverydayTool(subject) ||
    signals.some(({ value, origin }) => value === subject && origin === 'words:tool');
  if (aboutPlatform || !isTool) return false;
  return !words
    .toLowerCase()
    .split(/[^\p{L}\p{N}_-]+/u)
    .some((word) => PLATFORM_CUES.has(word) && !OWN_TOO.has(word));
}
