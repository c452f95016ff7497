import type { ActionsBlock, Button, ContextBlock, KnownBlock } from '@slack/types';
import type { Card, Rich, Section } from '../../report/card.ts';
import { plainTime } from '../../report/inline.ts';
import { escapeMrkdwn, literal, safeUrl, shorten } from '../literal.ts';
import { ACTIONS } from '../names.ts';
import { cardText } from './card-text.ts';
import { fitCard } from './fit.ts';
import { elementsOf, line, richText, sectionBlock } from './rich-text.ts';

/** A message that Slack takes: never above its limits. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export type ButtonName = keyof typeof ACTIONS;

export interface CardContext {
  /** What the buttons carry. Without it none is drawn. */
  readonly buttonValue: string | null;
  /** Only those that work here. */
  readonly buttons: readonly ButtonName[];
  /** Who shared it, where somebody did. */
  readonly sharedBy?: string | undefined;
  /** The request log is being asked: said in one small line. */
  readonly isPending?: boolean;
  /** What was read, and what could not be, one sentence each. */
  readonly notes?: readonly string[] | undefined;
  /** What the button that asks StackOne is called; it may be for an account. */
  readonly logLabel?: string | undefined;
  /** What is said while that is under way, where it is no log. */
  readonly pending?: string | undefined;
  /** From the configuration. */
  readonly logLink?: string | undefined;
}

/** Slack refuses messages above about 13,200 characters of blocks; as JSON, which is the strictest way to count. */
export const MAX_BLOCK_CHARS = 10_800;

export const LABELS: Readonly<Record<ButtonName, string>> = {
  log: 'Show the request log',
  recheck: 'Check again',
  watch: 'Watch',
  share: 'Share in channel',
  escalate: 'Escalate to StackOne support',
  why: 'Why this answer',
  missed: 'Not this',
  helped: 'Helped',
  correct: 'Correct what I read',
};

/** The card as a Slack message, in the order of `card.md`. Pure. */
export function renderCard(card: Card, context: CardContext): Message {
  const fitting = fitCard(card, (smaller) => size(draw(smaller, context)) <= MAX_BLOCK_CHARS);
  return {
    text: cardText(card, [
      ...notesOf(context),
      ...(context.isPending === true ? [context.pending ?? PENDING] : []),
    ]),
    blocks: draw(fitting, context),
  };
}

/** In one row, the most useful first: what does not fit is left out. */
const MAX_BUTTONS = 5;

const PENDING = 'I am asking the request log; this answer changes when it has spoken.';

function size(blocks: readonly KnownBlock[]): number {
  return JSON.stringify(blocks).length;
}

function draw(card: Card, context: CardContext): KnownBlock[] {
  const head = new Set<Section>(
    card.sections.filter(({ name, kind }) => kind === 'paragraph' && HEAD.has(name)),
  );
  const blocks: readonly (KnownBlock | undefined)[] = [
    sharedBy(context.sharedBy),
    headBlock(card, head),
    ...card.sections.filter((section) => !head.has(section)).map(sectionBlock),
    card.privateNotice === null ? undefined : richText([line(elementsOf(card.privateNotice))]),
    logLink(context.logLink),
    ...notesOf(context).map((note) => small(escapeMrkdwn(note))),
    context.isPending === true ? small(escapeMrkdwn(context.pending ?? PENDING)) : undefined,
    actions(context, 'report_checks'),
    actions(context, 'report_actions'),
    card.source === null ? undefined : small(mrkdwnOf(card.source)),
  ];
  return blocks.filter((block) => block !== undefined);
}

const HEAD = new Set<Section['name']>(['subtitle', 'move']);

/** The two lines that tell what happened and whose move it is. */
function headBlock(card: Card, head: ReadonlySet<Section>): KnownBlock | undefined {
  const textOf = (name: Section['name']): Rich =>
    [...head].flatMap((section) =>
      section.name === name && section.kind === 'paragraph' ? [...section.text] : [],
    );
  const subtitle = elementsOf(textOf('subtitle'));
  const move = elementsOf(textOf('move'));
  return richText([
    line([
      { type: 'text', text: literal(card.title), style: { bold: true } },
      ...(subtitle.length === 0 ? [] : [{ type: 'text', text: ' · ' } as const, ...subtitle]),
      ...(move.length === 0 ? [] : [{ type: 'text', text: '\n' } as const, ...move]),
    ]),
  ]);
}

function sharedBy(userId: string | undefined): ContextBlock | undefined {
  return userId !== undefined && /^[UW][A-Z0-9]{1,30}$/.test(userId)
    ? small(`Shared by <@${userId}>`)
    : undefined;
}

/** Bounded, also as escaped, so that no answer becomes too long by what it says of itself. */
function notesOf({ notes = [] }: CardContext): readonly string[] {
  const short = notes
    .map((note) => shorten(literal(note).trim(), 300))
    .filter((note) => note !== '')
    .slice(0, 5);
  return short.filter(
    (_, at) => escapeMrkdwn(short.slice(0, at + 1).join('')).length <= MAX_NOTES_CHARS,
  );
}

const MAX_NOTES_CHARS = 2_000;

function logLink(url: string | undefined): KnownBlock | undefined {
  const safe = url === undefined ? undefined : safeUrl(url);
  return safe === undefined
    ? undefined
    : richText([line([{ type: 'link', url: safe, text: 'Open the log in StackOne' }])]);
}

/** Whether it works now is a row of its own, so that it crowds none of the others out. */
const CHECKS = new Set<ButtonName>(['recheck', 'watch']);

function actions(
  { buttonValue, buttons, logLabel }: CardContext,
  row: 'report_checks' | 'report_actions',
): ActionsBlock | undefined {
  const here = buttons.filter((name) => CHECKS.has(name) === (row === 'report_checks'));
  if (buttonValue === null || here.length === 0) return undefined;
  return {
    type: 'actions',
    block_id: row,
    elements: here.slice(0, MAX_BUTTONS).map(
      (name): Button => ({
        type: 'button',
        action_id: ACTIONS[name],
        text: {
          type: 'plain_text',
          text: (name === 'log' ? logLabel : undefined) ?? LABELS[name],
          emoji: false,
        },
        value: buttonValue,
      }),
    ),
  };
}

function small(mrkdwn: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn, verbatim: true }] };
}

/** The source line: ours, and still escaped. */
function mrkdwnOf(rich: Rich): string {
  return (
    rich
      .map((inline) => {
        if (inline.kind === 'time') return escapeMrkdwn(plainTime(inline.at));
        const text = escapeMrkdwn(inline.text);
        const url = inline.kind === 'link' ? safeUrl(inline.url) : undefined;
        return url === undefined ? text : `<${escapeMrkdwn(url)}|${text.replaceAll('|', '¦')}>`;
      })
      .join('')
      .trim() || '–'
  );
}
