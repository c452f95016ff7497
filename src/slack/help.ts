import { COMMAND } from './names.ts';
import type { ReadMessage } from './reading/read-message.ts';

/** Three real ones, wherever examples are shown. */
export const EXAMPLES: readonly string[] = [
  '`412`',
  '`lever 429`',
  '`adbf752f-6457-4ddd-89b3-98ae2252b83b` (a request ID), or a whole response or log, as text or as a file',
];

/** In one sentence. */
export const PURPOSE =
  'Paste what you saw, and I say what happened, whose move it is, what to do, and whether a retry is safe.';

/** Every way in, the one that nobody else sees first. */
export const WAYS: readonly string[] = [
  `*Anywhere*, seen by you alone: \`${COMMAND} 412\``,
  "*On anybody's message*: open its menu and choose _Diagnose this_",
  '*In a thread*: mention me; without a paste I read the thread',
  '*Directly*: write to me under _Messages_, with a file if you like',
  `*The latest failures*: \`${COMMAND} recent\`, alone or with a provider, an account ID or a status behind it`,
  `*For a channel*: \`${COMMAND} settings\`, typed there, sets where I answer and which provider is meant`,
];

/** What `help`, and a question with nothing in it, are answered. */
export const HELP = [
  PURPOSE,
  '',
  'Three examples:',
  ...EXAMPLES.map((example) => `• ${example}`),
  '',
  ...WAYS,
  '',
  'I am unofficial and not affiliated with StackOne.',
].join('\n');

export function isHelp({ text, files, links }: ReadMessage): boolean {
  const isEmpty = text.trim() === '' && files.length === 0 && links.length === 0;
  return isEmpty || /^\s*(?:help|settings)[\s!?.]*$/i.test(text);
}
