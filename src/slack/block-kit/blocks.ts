import * as z from 'zod';
import {
  MAX_ACTIONS_ELEMENTS,
  MAX_ALT_TEXT,
  MAX_CONTEXT_ACTIONS_ELEMENTS,
  MAX_CONTEXT_ELEMENTS,
  MAX_FIELD_TEXT,
  MAX_HEADER_TEXT,
  MAX_LABEL_TEXT,
  MAX_MARKDOWN_TEXT,
  MAX_SECTION_FIELDS,
  MAX_SECTION_TEXT,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
} from '../limits.ts';
import { areUnique, blockId, chars, plain, text } from './composition.ts';
import {
  button,
  checkboxes,
  contextAction,
  conversationsSelect,
  fileInput,
  imageElement,
  overflow,
  picture,
  plainTextInput,
  radioButtons,
  staticSelect,
  usersSelect,
} from './elements.ts';
import { richBlock } from './rich-text.ts';

/** An empty cell is refused: write a space. */
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richBlock,
]);

/** What people press or choose from, beside a text or in a row. */
const PRESSED = [
  button,
  overflow,
  staticSelect,
  usersSelect,
  conversationsSelect,
  checkboxes,
  radioButtons,
] as const;

const section = z
  .strictObject({
    type: z.literal('section'),
    text: text(MAX_SECTION_TEXT).optional(),
    fields: z.array(text(MAX_FIELD_TEXT)).min(1).max(MAX_SECTION_FIELDS).optional(),
    accessory: z.discriminatedUnion('type', [...PRESSED, imageElement]).optional(),
    expand: z.boolean().optional(),
    ...blockId,
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'must define either `text` or `fields`',
  });

const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(z.discriminatedUnion('type', PRESSED))
    .min(1)
    .max(MAX_ACTIONS_ELEMENTS)
    .refine((elements) => areUnique(elements.map((element) => element.action_id)), {
      error: 'the same `action_id` twice in one block',
    }),
  ...blockId,
});

const input = z.strictObject({
  type: z.literal('input'),
  label: plain(MAX_LABEL_TEXT),
  hint: plain(MAX_LABEL_TEXT).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    plainTextInput,
    staticSelect,
    usersSelect,
    conversationsSelect,
    checkboxes,
    radioButtons,
    fileInput,
  ]),
  ...blockId,
});

/** Every kind of block that we may send; any other is refused. */
export const blockSchema = z.discriminatedUnion('type', [
  section,
  z.strictObject({ type: z.literal('header'), text: plain(MAX_HEADER_TEXT), ...blockId }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([text(MAX_SECTION_TEXT), imageElement]))
      .min(1)
      .max(MAX_CONTEXT_ELEMENTS),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    elements: z.array(contextAction).min(1).max(MAX_CONTEXT_ACTIONS_ELEMENTS),
    ...blockId,
  }),
  actions,
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  richBlock,
  z.strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(cell).min(1).max(MAX_TABLE_COLUMNS)).min(1).max(MAX_TABLE_ROWS),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(MAX_TABLE_COLUMNS)
      .optional(),
    ...blockId,
  }),
  input,
  z.strictObject({ type: z.literal('markdown'), text: chars(MAX_MARKDOWN_TEXT), ...blockId }),
  z
    .strictObject({
      type: z.literal('image'),
      title: plain(MAX_ALT_TEXT).optional(),
      ...picture,
      ...blockId,
    })
    .refine((block) => (block.image_url === undefined) !== (block.slack_file === undefined), {
      error: 'must define either `image_url` or `slack_file`',
    }),
]);

export type SlackBlock = z.infer<typeof blockSchema>;
