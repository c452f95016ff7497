import type { SlackBlock } from '../../slack/block-kit/index.ts';

/** What Slack makes of what a person types: `&`, `<`, `>` escaped, addresses and mentions turned into links. */

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string | null }
  | { readonly kind: 'user'; readonly id: string };

export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** URLs, e-mail addresses, bare hosts of a few common endings, and `@name`. Each alternative is linear. */
const LINKABLE =
  /https?:\/\/[^\s<>|"`]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<![\w@./-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|io|dev)(?![\w.-])|@[\w.-]{1,80}/g;
const TRAILING = /[.,;:!?)\]}'*_~]$/;

/** As in an event's `text`. */
export function mangle(typed: string, people: readonly Mentionable[]): string {
  return piecesOf(typed, people).map(asMrkdwn).join('');
}

/** As in a slash command's `text` where the app did not ask for escaping: no links, no mentions. */
export function escapeControls(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As in an event's `blocks`: what Slack's own composer adds beside the text, there without any escaping. */
export function composerBlocks(
  typed: string,
  people: readonly Mentionable[],
): readonly SlackBlock[] {
  const elements = typed
    .split('```')
    .map((part, index) => ({ part, fenced: index % 2 === 1 }))
    .filter(({ part }) => part !== '')
    .map(({ part, fenced }) =>
      fenced
        ? {
            type: 'rich_text_preformatted' as const,
            elements: [{ type: 'text' as const, text: part }],
          }
        : {
            type: 'rich_text_section' as const,
            elements: piecesOf(part, people).map(asRichElement),
          },
    );
  return elements.length === 0 ? [] : [{ type: 'rich_text', block_id: 'typed', elements }];
}

function piecesOf(typed: string, people: readonly Mentionable[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of typed.matchAll(LINKABLE)) {
    const found = withoutTrailing(match[0]);
    const piece = pieceFor(found, people);
    if (piece === undefined) continue;
    if (match.index > end) pieces.push({ kind: 'text', text: typed.slice(end, match.index) });
    pieces.push(piece);
    end = match.index + found.length;
  }
  if (end < typed.length) pieces.push({ kind: 'text', text: typed.slice(end) });
  return pieces;
}

function pieceFor(found: string, people: readonly Mentionable[]): Piece | undefined {
  if (found.startsWith('@')) {
    const person = people.find(({ name }) => name === found.slice(1));
    return person === undefined ? undefined : { kind: 'user', id: person.id };
  }
  if (/^https?:/.test(found)) return { kind: 'link', url: found, label: null };
  const scheme = found.includes('@') ? 'mailto:' : 'http://';
  return { kind: 'link', url: `${scheme}${found}`, label: found };
}

/** The full stop after an address is the sentence's. */
function withoutTrailing(found: string): string {
  let kept = found;
  while (TRAILING.test(kept)) kept = kept.slice(0, -1);
  return kept;
}

function asMrkdwn(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return escapeControls(piece.text);
    case 'link':
      return `<${escapeControls(piece.url)}${piece.label === null ? '' : `|${escapeControls(piece.label)}`}>`;
    case 'user':
      return `<@${piece.id}>`;
    default:
      return piece satisfies never;
  }
}

function asRichElement(piece: Piece) {
  switch (piece.kind) {
    case 'text':
      return { type: 'text' as const, text: piece.text };
    case 'link':
      return {
        type: 'link' as const,
        url: piece.url,
        ...(piece.label === null ? {} : { text: piece.label }),
      };
    case 'user':
      return { type: 'user' as const, user_id: piece.id };
    default:
      return piece satisfies never;
  }
}
