import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer, enrichReport } from '../src/answer.ts';
import { loadShippedKnowledge } from '../src/engine.ts';
import { composeCard } from '../src/report/compose-card.ts';
import { createPaint } from '../src/terminal/paint.ts';
import { renderCard } from '../src/terminal/render-card.ts';
import { scenes } from './request-log-scenes.ts';

/** `docs/request-logs.md`, as the code draws it today. A test keeps it current; `npm run generate` writes it. */

export const page = join(resolve(import.meta.dirname, '..'), 'docs/request-logs.md');

const INTRO = `# What the request log adds

With a StackOne key (\`STACKONE_API_KEY\`) a request ID, or an account ID, is looked up before it is answered. These cards are what the terminal
draws; Slack draws the same in the same order, with *Check again* and *Watch* beneath a call that failed. IDs and numbers are invented.

Shown and kept of a log: method, path without query values, status, provider, account ID and status, durations, times, steps, and a scrubbed
message of the provider; nothing else.

- *Check again* looks for the next call of the same kind by the same account: not called since, still failing (for the same cause or another),
  or fixed, with the request that shows it.
- *Watch* does so by itself for 15 minutes to 24 hours, and says once what came of it.
- \`recent [provider|account|status]\` lists the latest failures by cause.

## Who may see it

Full members of the workspace, or those that \`LOG_ACCESS_CHANNELS\`, \`LOG_ACCESS_USERS\` and \`LOG_ACCESS_GROUPS\` name; never guests, and never people of
other companies, whatever the lists say. A button checks the one who presses it.

- In a thread of an internal channel without guests the details stand in the thread.
- In a channel with a guest in it, or one that is shared with another company, the thread gets the answer from the tables, and the member who
  asked gets the details alone. *Share in channel* leaves them out there too.
- Who is in a channel is asked of Slack, and kept for ten minutes. Where it does not say, in channels with more than 100 members, and in
  direct messages of several people, the thread is told less. \`LOG_ACCESS_CHANNELS\` vouches for a channel: there the thread is told unless a guest is
  seen in it.
- A guest who joins later can read what stands in the channel already, as everything else there; nothing more is added while they are in it.
`;

export async function requestLogPage(): Promise<string> {
  const knowledge = await loadShippedKnowledge(undefined);
  const parts = await Promise.all(
    scenes.map(async ({ title, about, text, logs }) => {
      const report = await enrichReport(answer(text, { knowledge }), { knowledge, logs });
      const card = renderCard(composeCard(report, { audience: 'private' }), {
        paint: createPaint(false),
        width: 90,
      }).trimEnd();
      return `## ${title}\n\n${about}\n\n\`\`\`console\n$ npm run -s diagnose -- ${text}\n${card}\n\`\`\`\n`;
    }),
  );
  return [INTRO, ...parts].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(page, await requestLogPage());
}
