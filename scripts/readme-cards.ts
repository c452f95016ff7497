import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer } from '../src/answer.ts';
import { loadShippedKnowledge } from '../src/engine.ts';
import type { Inline, Rich, Section } from '../src/report/card.ts';
import { composeCard } from '../src/report/compose-card.ts';
import { plainTime } from '../src/report/inline.ts';
import { createPaint } from '../src/terminal/paint.ts';
import { renderCard } from '../src/terminal/render-card.ts';

/** The two cards in the README, as the code draws them today. A test keeps them current; `npm run generate` writes them. */

const readme = join(resolve(import.meta.dirname, '..'), 'README.md');
const SLACK_PASTE =
  '{"statusCode":502,"message":"Bad Gateway","provider_errors":[{"status":401,"url":"https://api.lever.co/v1/opportunities","raw":{"code":"Unauthorized"}}]}';

export async function withCards(text: string): Promise<string> {
  const knowledge = await loadShippedKnowledge(undefined);
  const card = (paste: string) =>
    composeCard(answer(paste, { knowledge }), { audience: 'private' });
  const terminal = renderCard(card('lever 401'), {
    paint: createPaint(false),
    width: 90,
  }).trimEnd();
  const inSlack = card(SLACK_PASTE);
  const quoted = [
    `**${inSlack.title}** · ${marked(paragraph(inSlack.sections, 'subtitle'))}`,
    marked(paragraph(inSlack.sections, 'move')),
    ...inSlack.sections.filter(({ name }) => name !== 'subtitle' && name !== 'move').flatMap(lines),
    '',
    '`Share in channel` `Escalate to StackOne support` `Why this answer` `Not this` `Helped`',
    '',
    ...(inSlack.source === null ? [] : [marked(inSlack.source)]),
  ];
  return replaceBetween(
    replaceBetween(
      text,
      'terminal-card',
      `\`\`\`console\n$ npm run -s diagnose -- --offline "lever 401"\n${terminal}\n\`\`\``,
    ),
    'slack-card',
    quoted.map((line) => `> ${line}`.trimEnd()).join('\n'),
  );
}

function replaceBetween(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no ${open} … ${close}.`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function paragraph(sections: readonly Section[], name: Section['name']): Rich {
  const found = sections.find((section) => section.name === name);
  return found?.kind === 'paragraph' ? found.text : [];
}

function lines(section: Section): readonly string[] {
  const label = section.label === null ? '' : `**${section.label}** `;
  switch (section.kind) {
    case 'paragraph':
      return ['', `${label}${marked(section.text)}`];
    case 'steps':
      return ['', label, ...section.items.map((item, at) => `${at + 1}. ${marked(item)}`)];
    case 'points':
      return ['', label, ...section.items.map((item) => `- ${marked(item)}`)];
    case 'table':
      return ['', label, ...section.rows.map((row) => `- ${row.map(marked).join(' · ')}`)];
    default:
      return section satisfies never;
  }
}

function marked(rich: Rich): string {
  return rich.map(markedInline).join('');
}

function markedInline(inline: Inline): string {
  switch (inline.kind) {
    case 'code':
      return `\`${inline.text}\``;
    case 'strong':
      return `**${inline.text}**`;
    case 'emphasis':
      return `*${inline.text}*`;
    case 'time':
      return plainTime(inline.at);
    case 'link':
      return `[${inline.text}](${inline.url})`;
    case 'text':
      return inline.text;
    default:
      return inline satisfies never;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(readme, await withCards(readFileSync(readme, 'utf8')));
}
