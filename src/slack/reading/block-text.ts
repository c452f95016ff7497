import { unmangle } from '../unmangle.ts';
import { fieldsOf, listOf, stringOf } from '../wire.ts';

/** How deep lists may lie in one another; Slack's own go less deep. */
const MAX_DEPTH = 8;

/** What a reader of a message's blocks reads: no buttons, no fields to fill in. A kind that is not known says nothing. */
export function blocksText(blocks: unknown): string {
  return lines(listOf(blocks).slice(0, 100).map(blockText));
}

function blockText(given: unknown): string {
  const block = fieldsOf(given);
  switch (block['type']) {
    case 'section':
      return lines([block['text'], ...listOf(block['fields'])].map(textObject));
    case 'header':
      return textObject(block['text']);
    case 'context':
      return lines(listOf(block['elements']).map(textObject));
    case 'markdown':
      return stringOf(block['text']) ?? '';
    case 'rich_text':
      return richText(block, 0);
    case 'table':
      return lines(listOf(block['rows']).map((row) => listOf(row).map(cellText).join(' | ')));
    case 'image':
      return lines([textObject(block['title']), stringOf(block['alt_text']) ?? '']);
    default:
      return '';
  }
}

/** A text object: `mrkdwn` comes escaped and with its links marked, `plain_text` as it is. */
function textObject(given: unknown): string {
  const { type, text } = fieldsOf(given);
  if (typeof text !== 'string') return '';
  return type === 'mrkdwn' ? unmangle(text) : text;
}

function cellText(given: unknown): string {
  const cell = fieldsOf(given);
  return cell['type'] === 'rich_text' ? richText(cell, 0) : (stringOf(cell['text']) ?? '');
}

function richText(given: unknown, depth: number): string {
  const { type, elements } = fieldsOf(given);
  if (depth > MAX_DEPTH) return '';
  const parts = listOf(elements);
  return type === 'rich_text' || type === 'rich_text_list'
    ? lines(parts.map((part) => richText(part, depth + 1)))
    : parts.map(inlineText).join('');
}

function inlineText(given: unknown): string {
  const element = fieldsOf(given);
  const text = stringOf(element['text']);
  switch (element['type']) {
    case 'text':
      return text ?? '';
    case 'link': {
      const url = stringOf(element['url']) ?? '';
      return text === undefined || url.endsWith(text) ? url : `${text} (${url})`;
    }
    case 'user':
      return `@${stringOf(element['user_id']) ?? ''}`;
    case 'date':
      return stringOf(element['fallback']) ?? '';
    default:
      return '';
  }
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
