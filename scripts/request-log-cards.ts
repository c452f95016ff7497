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
message of the provider; nothing else. Who may see it is set by \`LOG_ACCESS_CHANNELS\`, \`LOG_ACCESS_USERS\` and \`LOG_ACCESS_GROUPS\`.

- *Check again* looks for the next call of the same kind by the same account: not called since, still failing (for the same cause or another),
  or fixed, with the request that shows it.
- *Watch* does so by itself for 15 minutes to 24 hours, and says once what came of it.
- \`recent [provider|account|status]\` lists the latest failures by cause.
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
