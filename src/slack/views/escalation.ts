import type { KnownBlock, ModalView } from '@slack/types';
import { packetText } from '../../escalation/compose-escalation.ts';
import type { EscalationPacket } from '../../escalation/packet.ts';
import { escapeMrkdwn, literal, shorten } from '../literal.ts';
import { FIELDS, VIEWS } from '../names.ts';
import type { Message } from './card.ts';
import { textField } from './field.ts';
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

/** The packet as it is posted to support. */
export function escalationMessage(packet: EscalationPacket, askedBy: string | null): Message {
  const facts = packet.facts.map(({ label, value }) => `${label}: ${value}`);
  const blocks: KnownBlock[] = [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: literal(packet.title), style: { bold: true } },
            { type: 'text', text: ` · reference ${packet.reference}` },
          ],
        },
      ],
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: facts.map((fact) => ({
            type: 'rich_text_section',
            elements: [{ type: 'text', text: literal(fact) }],
          })),
        },
      ],
    },
    ...(packet.tried === null ? [] : [words('What was tried', packet.tried)]),
    ...(packet.note === null ? [] : [words('Note', packet.note)]),
    ...(askedBy === null
      ? []
      : [
          {
            type: 'context' as const,
            elements: [
              { type: 'mrkdwn' as const, text: `Escalated by <@${askedBy}>`, verbatim: true },
            ],
          },
        ]),
  ];
  return { text: shorten(escapeMrkdwn(packetText(packet)), 3_900), blocks };
}

function words(label: string, text: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: `${label}: `, style: { bold: true } },
          { type: 'text', text: literal(text) },
        ],
      },
    ],
  };
}

function preformatted(text: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: shorten(literal(text), 4_000) }],
      },
    ],
  };
}
