import type { KnownBlock, ModalView } from '@slack/types';
import { packetText } from '../../escalation/compose-escalation.ts';
import { type EscalationPacket, PACKET_LIMITS } from '../../escalation/packet.ts';
import type { Section } from '../../report/card.ts';
import { escapeMrkdwn, literal, shorten, shortenEscaped } from '../literal.ts';
import { FIELDS, VIEWS } from '../names.ts';
import { MAX_BLOCK_CHARS, type Message } from './card.ts';
import { textField } from './field.ts';
import { line, richText, sectionBlock } from './rich-text.ts';
import { plain } from './saying.ts';

const TITLE = { type: 'plain_text', text: 'Escalate to StackOne', emoji: false } as const;

export interface EscalationForm {
  readonly packet: EscalationPacket;
  /** What the form carries: the report's button value. */
  readonly value: string;
  readonly supportChannel: string | undefined;
  readonly supportEmail: string | undefined;
}

/** Everything filled in from the report; with a support channel it can be sent, without one it can be copied. */
export function escalationView({
  packet,
  value,
  supportChannel,
  supportEmail,
}: EscalationForm): ModalView {
  const shown = preformatted(packetText(packet));
  const close = { type: 'plain_text', text: 'Cancel', emoji: false } as const;
  if (supportChannel === undefined) {
    const where = supportEmail === undefined ? 'your StackOne contact' : supportEmail;
    return {
      type: 'modal',
      title: TITLE,
      close: { ...close, text: 'Close' },
      blocks: [
        plain(
          `No support channel is configured, so I cannot send this myself. Copy it to ${where}.`,
        ),
        shown,
      ],
    };
  }
  return {
    type: 'modal',
    callback_id: VIEWS.escalation,
    private_metadata: value,
    title: TITLE,
    submit: { type: 'plain_text', text: 'Send', emoji: false },
    close,
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `This goes to <#${supportChannel}>, once, without secrets:`,
          verbatim: true,
        },
      },
      shown,
      textField(FIELDS.tried, { label: 'What was tried', isMultiline: true }),
      textField(FIELDS.note, { label: 'Anything else', isMultiline: true }),
    ],
  };
}

/** The packet as it is posted to support; longer words than Slack takes are cut, never refused. */
export function escalationMessage(packet: EscalationPacket, askedBy: string | null): Message {
  const text = shortenEscaped(escapeMrkdwn(packetText(packet)), 3_900);
  const drawn = BOUNDS.map((bounds) => draw(packet, askedBy, bounds));
  const blocks = drawn.find((one) => JSON.stringify(one).length <= MAX_BLOCK_CHARS) ?? [];
  return { text, blocks };
}

interface Bounds {
  /** Of what was tried, and of the note. */
  readonly wordsChars: number;
  readonly factChars: number;
}

const BOUNDS: readonly Bounds[] = [
  { wordsChars: PACKET_LIMITS.words, factChars: PACKET_LIMITS.value + 100 },
  { wordsChars: 1_500, factChars: PACKET_LIMITS.value },
  { wordsChars: 600, factChars: 150 },
];

function draw(
  { title, reference, facts, tried, note }: EscalationPacket,
  askedBy: string | null,
  { wordsChars, factChars }: Bounds,
): KnownBlock[] {
  const said = (name: string, value: string | null): Section => ({
    kind: 'paragraph',
    name: 'note',
    label: name,
    text: [{ kind: 'text', text: shorten(value ?? '', wordsChars) }],
  });
  const rows: Section = {
    kind: 'points',
    name: 'request',
    label: null,
    items: facts.map(({ label, value }) => [
      { kind: 'text', text: shorten(`${label}: ${value}`, factChars) },
    ]),
  };
  const blocks = [
    richText([
      line([
        { type: 'text', text: literal(title), style: { bold: true } },
        { type: 'text', text: ` · reference ${reference}` },
      ]),
    ]),
    sectionBlock(rows),
    tried === null ? undefined : sectionBlock(said('What was tried', tried)),
    note === null ? undefined : sectionBlock(said('Note', note)),
    askedBy === null ? undefined : small(`Escalated by <@${askedBy}>`),
  ];
  return blocks.filter((block) => block !== undefined);
}

function small(text: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

function preformatted(text: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: shorten(literal(text), 4_000) || ' ' }],
      },
    ],
  };
}
