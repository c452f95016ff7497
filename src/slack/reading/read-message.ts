import { literal, shorten } from '../literal.ts';
import { unmangle } from '../unmangle.ts';
import { type Fields, fieldsOf, listOf, stringOf } from '../wire.ts';
import { blocksText } from './block-text.ts';
import { type MessageLink, readLinks, withoutLinks } from './message-link.ts';

/** What a message holds for us to read, whoever wrote it: a person, an alert of another app, a workflow. */
export interface ReadMessage {
  readonly text: string;
  readonly files: readonly FileRef[];
  /** Other messages that it points to. */
  readonly links: readonly MessageLink[];
}

export interface FileRef {
  readonly id: string;
  /** What people call it; data. */
  readonly name: string;
  /** The first lines of a snippet, as Slack hands them over with the message, also where we may not open it. */
  readonly preview?: string;
}

/** Far above what Slack lets a message hold. */
const MAX_CHARS = 200_000;
const MAX_ATTACHMENTS = 20;
const MAX_NAME_CHARS = 80;
const MAX_PREVIEW_CHARS = 10_000;

/** @param botUserId - our own mention is dropped */
export function readMessage(
  given: unknown,
  { botUserId }: { readonly botUserId?: string | undefined } = {},
): ReadMessage {
  const message = fieldsOf(given);
  const attachments = listOf(message['attachments']).slice(0, MAX_ATTACHMENTS).map(fieldsOf);
  const whole = [
    ownText(message, botUserId),
    ...attachments.filter(isNoLinkPreview).map(attachmentText),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, MAX_CHARS);
  return {
    text: withoutLinks(whole),
    files: [message, ...attachments].flatMap(filesOf),
    links: readLinks(whole).filter((link) => !isShown(link, attachments)),
  };
}

/**
 * The text of a person stands in `text`, and once more in `rich_text` blocks; other apps put all of it into blocks and
 * a summary into `text`, or the other way round.
 */
function ownText(message: Fields, botUserId: string | undefined): string {
  const given = stringOf(message['text']) ?? '';
  const text = unmangle(given, botUserId === undefined ? {} : { botUserId });
  const isTyped = listOf(message['blocks']).every(
    (block) => fieldsOf(block)['type'] === 'rich_text',
  );
  if (isTyped && given !== '') return text;
  const inBlocks = blocksText(message['blocks']);
  if (holds(inBlocks, text)) return inBlocks;
  return holds(text, inBlocks) ? text : `${text}\n\n${inBlocks}`;
}

function holds(whole: string, part: string): boolean {
  return bare(whole).includes(bare(part));
}

function bare(text: string): string {
  return text.replace(/[\s*_~`]+/g, '');
}

/** The preview of a link says what the page says, which nobody has pasted; of another message, it says that message. */
function isNoLinkPreview(attachment: Fields): boolean {
  return stringOf(attachment['from_url']) === undefined || attachment['is_msg_unfurl'] === true;
}

/** Slack has put the linked message below the link. */
function isShown({ channelId, ts }: MessageLink, attachments: readonly Fields[]): boolean {
  const place = `/archives/${channelId}/p${ts.replace('.', '')}`;
  return attachments.some(
    (one) => one['is_msg_unfurl'] === true && (stringOf(one['from_url']) ?? '').includes(place),
  );
}

function attachmentText(attachment: Fields): string {
  const said = [
    ...['pretext', 'title', 'text'].map((name) => unmangle(stringOf(attachment[name]) ?? '')),
    ...listOf(attachment['fields']).map(fieldsOf).map(fieldText),
    blocksText(attachment['blocks']),
  ].filter((part) => part !== '');
  return said.length > 0 ? said.join('\n') : unmangle(stringOf(attachment['fallback']) ?? '');
}

function fieldText(field: Fields): string {
  return [field['title'], field['value']]
    .map((part) => unmangle(stringOf(part) ?? ''))
    .filter((part) => part !== '')
    .join(': ');
}

function filesOf(holder: Fields): readonly FileRef[] {
  return listOf(holder['files']).flatMap((given) => {
    const file = fieldsOf(given);
    const id = stringOf(file['id']);
    if (id === undefined) return [];
    const preview = stringOf(file['preview'])?.slice(0, MAX_PREVIEW_CHARS);
    return [{ id, name: nameOf(file), ...(preview === undefined ? {} : { preview }) }];
  });
}

/** One line, and not long: it is said back to people. */
function nameOf(file: Fields): string {
  const given = stringOf(file['name']) ?? stringOf(file['title']) ?? '';
  return shorten(literal(given).replace(/\s+/g, ' ').trim(), MAX_NAME_CHARS) || 'a file';
}
