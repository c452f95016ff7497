import type { Card, Section } from '../../report/card.ts';
import { plain } from '../../report/inline.ts';
import { escapeMrkdwn, shortenEscaped } from '../literal.ts';
import { rowOf } from './rich-text.ts';

/** Slack advises about 4,000 for `text`; the rest is in the blocks. */
export const MAX_TEXT_CHARS = 3_900;

/**
 * The whole answer as lines, for notifications and screen readers, which read nothing else; escaped.
 *
 * @param more - lines that follow, such as what the buttons do
 * @see https://docs.slack.dev/reference/methods/chat.postMessage — read 2026-11-23
 */
export function cardText(card: Card, more: readonly string[] = []): string {
  const subtitle = card.sections.find(({ name }) => name === 'subtitle');
  const lines = [
    [card.title, ...(subtitle === undefined ? [] : linesOf(subtitle))].join(' · '),
    ...card.sections.filter((section) => section !== subtitle).flatMap(linesOf),
    ...(card.privateNotice === null ? [] : [plain(card.privateNotice)]),
    ...(card.source === null ? [] : [plain(card.source)]),
    ...more,
  ];
  return wholeLines(lines.map(escapeMrkdwn).filter((text) => text.trim() !== ''));
}

/** Cut between lines; a line that alone is too long is cut at a word, and never inside an escape. */
function wholeLines(lines: readonly string[]): string {
  let text = '';
  for (const next of lines) {
    const joined = text === '' ? next : `${text}\n${next}`;
    if (joined.length > MAX_TEXT_CHARS)
      return text === '' ? shortenEscaped(next, MAX_TEXT_CHARS - 2) : `${text}\n…`;
    text = joined;
  }
  return text;
}

function linesOf(section: Section): readonly string[] {
  const label = section.label === null ? '' : `${section.label}: `;
  switch (section.kind) {
    case 'paragraph':
      return [`${label}${plain(section.text)}`];
    case 'steps':
      return [label, ...section.items.map((item, at) => `${at + 1}. ${plain(item)}`)];
    case 'points':
      return [label, ...section.items.map((item) => `• ${plain(item)}`)];
    case 'table':
      return [label, ...section.rows.map((row) => `• ${plain(rowOf(row))}`)];
    default:
      return section satisfies never;
  }
}
