import type { KnownBlock, ModalView } from '@slack/types';
import { expect, test } from 'vitest';
import {
  blockSchema,
  countBlocksText,
  messageSchema,
  viewSchema,
} from '../../../src/slack/block-kit/index.ts';
import { MAX_BLOCKS } from '../../../src/slack/limits.ts';

/** The limits, beside the official types: what those allow and we may send, passes; a step too far does not. */

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const long = (chars: number) => 'x'.repeat(chars);
const button = { type: 'button' as const, action_id: 'a', text: plain('Press'), value: '1' };
const said = { type: 'text' as const, text: 'said', style: { bold: true } };
const option = { text: plain('One'), value: '1' };

const blocks: readonly KnownBlock[] = [
  { type: 'section', text: mrkdwn(long(3_000)), accessory: button },
  { type: 'section', fields: Array.from({ length: 10 }, () => mrkdwn(long(2_000))) },
  { type: 'header', text: plain(long(150)) },
  {
    type: 'context',
    elements: [
      mrkdwn('small'),
      { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'report_helped',
        positive_button: { text: plain('Helped'), value: '1' },
        negative_button: { text: plain('Missed'), value: '0' },
      },
    ],
  },
  {
    type: 'actions',
    elements: [
      {
        ...button,
        style: 'primary',
        confirm: { title: plain('Sure?'), text: plain('It is sent.') },
      },
      { type: 'static_select', action_id: 'b', options: [option] },
      { type: 'overflow', action_id: 'c', options: [option] },
    ],
  },
  { type: 'divider', block_id: long(255) },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          said,
          { type: 'link', url: 'https://example.com', text: 'here' },
          { type: 'date', timestamp: 1_700_000_000, format: '{date_num} {time}', fallback: 'then' },
          { type: 'emoji', name: 'wave' },
          { type: 'user', user_id: 'U0ADA' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [{ type: 'rich_text_section', elements: [said] }],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '{}' }] },
      { type: 'rich_text_quote', elements: [said] },
    ],
  },
  {
    type: 'table',
    column_settings: [{ is_wrapped: true }],
    rows: [
      [
        { type: 'raw_text', text: 'Call' },
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [said] }],
        },
      ],
    ],
  },
  {
    type: 'input',
    label: plain('Paste'),
    element: { type: 'plain_text_input', multiline: true, max_length: 3_000 },
  },
  { type: 'input', label: plain('File'), element: { type: 'file_input', max_files: 1 } },
  { type: 'markdown', text: long(12_000) },
  { type: 'image', image_url: 'https://example.com/a.png', alt_text: long(2_000) },
];

test.each(blocks.map((block, index) => [block.type, index, block] as const))(
  'a block that the official types know passes: %s (%i)',
  (_type, _index, block) => {
    expect(blockSchema.safeParse(block).error?.issues ?? []).toEqual([]);
  },
);

test.each<readonly [string, unknown]>([
  ['a section without text', { type: 'section' }],
  ['a section text', { type: 'section', text: mrkdwn(long(3_001)) }],
  ['an empty text', { type: 'section', text: mrkdwn('') }],
  ['fields', { type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('x')) }],
  ['a header', { type: 'header', text: plain(long(151)) }],
  ['mrkdwn in a header', { type: 'header', text: mrkdwn('x') }],
  ['context elements', { type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
  ['no actions', { type: 'actions', elements: [] }],
  ['the same action twice', { type: 'actions', elements: [button, button] }],
  ['a button text', { type: 'actions', elements: [{ ...button, text: plain(long(76)) }] }],
  ['a button value', { type: 'actions', elements: [{ ...button, value: long(2_001) }] }],
  ['an action ID', { type: 'actions', elements: [{ ...button, action_id: long(256) }] }],
  ['a block ID', { type: 'divider', block_id: long(256) }],
  ['markdown', { type: 'markdown', text: long(12_001) }],
  ['an empty cell', { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }],
  ['table rows', { type: 'table', rows: Array.from({ length: 101 }, () => [said]) }],
  ['an image without its address', { type: 'image', alt_text: 'x' }],
  ['a field that Slack does not know', { type: 'divider', colour: 'red' }],
  ['a kind of block that we do not send', { type: 'video' }],
])('refuses %s', (_what, block) => {
  expect(blockSchema.safeParse(block).success).toBe(false);
});

const divider = { type: 'divider' };

test.each<readonly [boolean, string, unknown]>([
  [true, 'text alone', { text: 'x' }],
  [true, 'as many blocks as may be', { text: 'x', blocks: Array(MAX_BLOCKS).fill(divider) }],
  [false, 'one block more', { text: 'x', blocks: Array(MAX_BLOCKS + 1).fill(divider) }],
  [false, 'nothing', { text: '', blocks: [] }],
  [false, 'a text above 40 000', { text: long(40_001) }],
  [false, 'the same block ID twice', { blocks: Array(2).fill({ ...divider, block_id: 'a' }) }],
  [
    true,
    '13 200 characters',
    { blocks: Array(6).fill({ type: 'section', text: mrkdwn(long(2_200)) }) },
  ],
  [false, 'more', { blocks: Array(6).fill({ type: 'section', text: mrkdwn(long(2_201)) }) }],
])('%s for a message of %s', (passes, _what, message) => {
  expect(messageSchema.safeParse(message).success).toBe(passes);
});

const input = {
  type: 'input' as const,
  label: plain('x'),
  element: { type: 'plain_text_input' as const },
};
const modal: ModalView = {
  type: 'modal',
  title: plain(long(24)),
  submit: plain(long(24)),
  blocks: [input],
  private_metadata: long(3_000),
  callback_id: 'escalation_submit',
};

test.each<readonly [boolean, string, object]>([
  [true, 'at its limits', {}],
  [false, 'with a longer title', { title: plain(long(25)) }],
  [false, 'with a longer button', { submit: plain(long(25)) }],
  [false, 'without a button for its input', { submit: undefined }],
  [false, 'with more metadata', { private_metadata: long(3_001) }],
  [false, 'with 101 blocks', { blocks: Array(101).fill(divider) }],
  [
    false,
    'with a longer initial value',
    { blocks: [{ ...input, element: { ...input.element, initial_value: long(3_001) } }] },
  ],
  [false, 'with a longer label', { blocks: [{ ...input, label: plain(long(2_001)) }] }],
])('%s for a modal %s', (passes, _what, changes) => {
  expect(viewSchema.safeParse({ ...modal, ...changes }).success).toBe(passes);
});

test('counts what a reader sees', () => {
  expect(
    countBlocksText([
      { type: 'header', text: plain('1234') },
      { type: 'markdown', text: '56' },
    ]),
  ).toBe(6);
});
