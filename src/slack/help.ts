import { COMMAND } from './names.ts';
import type { ReadMessage } from './reading/read-message.ts';

/** Three real ones, wherever examples are shown. */
export const EXAMPLES: readonly string[] = [
  '`412`',
  '`lever 429`',
  '`adbf752f-6457-4ddd-89b3-98ae2252b83b` (a request ID), or a whole response or log, as text or as a file',
];

/** What `help`, and a question with nothing in it, are answered. */
export const HELP = [
  'Paste what you saw, and I say what happened, whose move it is, what to do, and whether a retry is safe.',
  '',
  'Three examples:',
  ...EXAMPLES.map((example) => `• ${example}`),
  '',
  `Ask with \`${COMMAND}\` where only you see it, mention me in a thread, write to me directly, or choose *Diagnose this* from a message's menu. \`${COMMAND} recent\` lists the latest failures; behind it, a provider, an account ID or a status. \`${COMMAND} settings\`, typed in a channel, sets where I answer there and which provider is meant. I am unofficial and not affiliated with StackOne.`,
].join('\n');

export function isHelp({ text, files, links }: ReadMessage): boolean {
  const isEmpty = text.trim() === '' && files.length === 0 && links.length === 0;
  return isEmpty || /^\s*(?:help|settings)[\s!?.]*$/i.test(text);
}
