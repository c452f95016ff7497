import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextList,
  RichTextSection,
} from '@slack/types';
import type { Inline, Rich, Section } from '../../report/card.ts';
import { plainTime } from '../../report/inline.ts';
import { literal, safeUrl } from '../literal.ts';

/**
 * Sections as `rich_text`: Slack takes its texts literally, so nothing in them can ping, link or end a code span.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block — read 2026-11-23
 */
export function sectionBlock(section: Section): RichTextBlock | undefined {
  switch (section.kind) {
    case 'paragraph':
      return richText([line([...labelOf(section.label), ...elementsOf(section.text)])]);
    case 'steps':
      return richText([...heading(section.label), list('ordered', section.items)]);
    case 'points':
      return richText([...heading(section.label), list('bullet', section.items)]);
    case 'table':
      return richText([...heading(section.label), list('bullet', section.rows.map(rowOf))]);
    default:
      return section satisfies never;
  }
}

/** @returns `undefined` when there is nothing to see: Slack refuses empty elements */
export function richText(
  elements: readonly (RichTextBlockElement | undefined)[],
): RichTextBlock | undefined {
  const drawn = elements.filter((element) => element !== undefined);
  return drawn.length === 0 ? undefined : { type: 'rich_text', elements: [...drawn] };
}

export function line(elements: readonly RichTextElement[]): RichTextSection | undefined {
  const drawn = elements.filter((element) => element.type !== 'text' || element.text !== '');
  return drawn.length === 0 ? undefined : { type: 'rich_text_section', elements: [...drawn] };
}

export function elementsOf(rich: Rich): readonly RichTextElement[] {
  return rich.flatMap((inline) => elementOf(inline));
}

function elementOf(inline: Inline): readonly RichTextElement[] {
  if (inline.kind === 'time') return timeOf(inline.at);
  const text = literal(inline.text);
  if (text === '') return [];
  switch (inline.kind) {
    case 'text':
      return [{ type: 'text', text }];
    case 'code':
      return [{ type: 'text', text, style: { code: true } }];
    case 'strong':
      return [{ type: 'text', text, style: { bold: true } }];
    case 'emphasis':
      return [{ type: 'text', text, style: { italic: true } }];
    case 'link': {
      const url = safeUrl(inline.url);
      return [url === undefined ? { type: 'text', text } : { type: 'link', text, url }];
    }
    default:
      return inline satisfies never;
  }
}

/** UTC for everybody, and the reader's own time beside it. */
function timeOf(at: string): readonly RichTextElement[] {
  const utc = literal(plainTime(at));
  const timestamp = Math.floor(Date.parse(at) / 1_000);
  if (utc === '') return [];
  if (!Number.isFinite(timestamp) || timestamp < 0) return [{ type: 'text', text: utc }];
  return [
    { type: 'text', text: `${utc} (` },
    { type: 'date', timestamp, format: '{date_short_pretty} {time_secs}', fallback: utc },
    { type: 'text', text: ' your time)' },
  ];
}

function labelOf(label: string | null): readonly RichTextElement[] {
  return label === null
    ? []
    : [
        { type: 'text', text: literal(label), style: { bold: true } },
        { type: 'text', text: '  ' },
      ];
}

function heading(label: string | null): readonly (RichTextSection | undefined)[] {
  return label === null
    ? []
    : [line([{ type: 'text', text: literal(label), style: { bold: true } }])];
}

function list(style: RichTextList['style'], items: readonly Rich[]): RichTextList | undefined {
  const elements = items.map((item) => line(elementsOf(item))).filter((item) => item !== undefined);
  return elements.length === 0 ? undefined : { type: 'rich_text_list', style, elements };
}

/** A row as one line: a table does not fit a phone. */
export function rowOf(cells: readonly Rich[]): Rich {
  return cells.flatMap((cell, at) =>
    at === 0 ? cell : [{ kind: 'text', text: ' · ' } as const, ...cell],
  );
}
