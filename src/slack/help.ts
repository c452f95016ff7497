import { COMMAND } from '../../names.ts';

/** What `help`, and a command with nothing behind it, are answered. */
export const HELP = [
  'Paste what you saw, and I say what happened, whose move it is, what to do, and whether a retry is safe.',
  '',
  'Three examples:',
  `• \`${COMMAND} 412\``,
  `• \`${COMMAND} lever 429\``,
  `• \`${COMMAND} adbf752f-6457-4ddd-89b3-98ae2252b83b\` (a request ID), or a whole response or log`,
  '',
  'You can also mention me in a thread, or write to me directly. I am unofficial and not affiliated with StackOne.',
].join('\n');

/** Commands that the terminal knows or will know; here they come with later releases. */
export const LATER = new Set(['recent', 'cases', 'gaps', 'stats', 'backup', 'doctor']);
