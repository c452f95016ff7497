import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Card, Inline, Rich, Section } from '../report/card.ts';
import { plainTime } from '../report/inline.ts';
import type { Paint } from './paint.ts';

export interface TerminalOptions {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** The card in a terminal: the same order as everywhere, wrapped, with colour where the terminal has it. */
export function renderCard(card: Card, options: TerminalOptions): string {
  const { paint } = options;
  const parts = [
    wrap(paint.strong(safe(card.title)), options),
    ...card.sections.map((section, at) =>
      spaced(section, card.sections[at - 1], renderSection(section, options)),
    ),
    ...(card.privateNotice === null
      ? []
      : [`\n${wrap(paint.alert(draw(card.privateNotice, paint)), options)}`]),
    ...(card.source === null ? [] : [`\n${wrap(paint.faint(draw(card.source, paint)), options)}`]),
  ];
  return `${parts.join('\n')}\n`;
}

/** The first two lines stand close under the title; every other section has a line of air. */
function spaced(section: Section, _before: Section | undefined, drawn: string): string {
  return section.name === 'subtitle' || section.name === 'move' ? drawn : `\n${drawn}`;
}

function renderSection(section: Section, options: TerminalOptions): string {
  const { paint } = options;
  const label = section.label === null ? '' : paint.label(safe(section.label));
  switch (section.kind) {
    case 'paragraph':
      return wrap(
        [label, draw(section.text, paint)].filter((part) => part !== '').join('  '),
        options,
      );
    case 'steps':
      return block(
        label,
        section.items.map((item, at) => hanging(`${at + 1}. `, draw(item, paint), options)),
      );
    case 'points':
      return block(
        label,
        section.items.map((item) => hanging('- ', draw(item, paint), options)),
      );
    case 'table':
      return block(label, renderTable(section.head, section.rows, options));
    default:
      return section satisfies never;
  }
}

function block(label: string, lines: readonly string[]): string {
  return [label, ...lines].filter((line) => line !== '').join('\n');
}

/** A list item whose further lines stand under its first word. */
function hanging(mark: string, text: string, { width }: TerminalOptions): string {
  const lines = wrapAnsi(text, Math.max(20, width - 2 - mark.length), { trim: true }).split('\n');
  return lines
    .map((line, at) => `  ${at === 0 ? mark : ' '.repeat(mark.length)}${line}`)
    .join('\n');
}

function renderTable(
  head: readonly string[],
  rows: readonly (readonly Rich[])[],
  { paint, width }: TerminalOptions,
): readonly string[] {
  const cells = [
    head.map((name) => paint.label(name)),
    ...rows.map((row) => row.map((cell) => draw(cell, paint))),
  ];
  const natural = head.map((_, column) =>
    Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))),
  );
  // The last column may run on; the others keep their width where it leaves room for it.
  const isRoomy = natural.slice(0, -1).reduce((sum, one) => sum + one + 2, 2) <= width * 0.7;
  const most = Math.floor(width / head.length) + 6;
  const widths = natural.map((one) => (isRoomy ? one : Math.min(most, one)));
  return cells.map(
    (row) =>
      `  ${row.map((cell, column) => (column === head.length - 1 ? cell : pad(cell, widths[column] ?? 0))).join('  ')}`,
  );
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}

function draw(rich: Rich, paint: Paint): string {
  return rich.map((inline) => drawInline(inline, paint)).join('');
}

function drawInline(inline: Inline, paint: Paint): string {
  switch (inline.kind) {
    case 'text':
      return safe(inline.text);
    case 'code':
      return paint.code(safe(inline.text));
    case 'strong':
      return paint.strong(safe(inline.text));
    case 'emphasis':
      return paint.emphasis(safe(inline.text));
    case 'time':
      return plainTime(inline.at);
    case 'link':
      return safe(inline.url);
    default:
      return inline satisfies never;
  }
}

/** Text from outside can hold escape sequences; a terminal must not obey them. */
function safe(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\n\t]+/g, ' ');
}

function wrap(text: string, { width }: TerminalOptions): string {
  return wrapAnsi(text, width, { trim: true });
}
