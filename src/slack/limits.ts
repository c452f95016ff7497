import { z } from 'zod';

/**
 * Slack's limits, and the shapes of all that we send: builders stay below them, tests check against them, the stand-in
 * refuses by them. Unknown fields are refused, as Slack does. Lengths are UTF-16 units, never fewer than Slack counts.
 *
 * @see https://docs.slack.dev/reference/block-kit — blocks, elements and composition objects, read 2026-11-23
 */

/** Blocks in a message: docs.slack.dev/reference/block-kit/blocks */
export const MAX_BLOCKS = 50;
/** Blocks in a modal or Home tab: same page. */
export const MAX_VIEW_BLOCKS = 100;
/** Top-level `text`; longer is cut: docs.slack.dev/reference/methods/chat.postMessage */
export const MAX_TEXT = 40_000;
/** What the same page advises for `text`. */
export const ADVISED_TEXT = 4_000;
/** Text of all blocks together; observed, not documented: github.com/slackapi/bolt-js/issues/2509 */
export const MAX_BLOCKS_TEXT = 13_200;
export const MAX_SECTION_TEXT = 3_000;
export const MAX_SECTION_FIELDS = 10;
export const MAX_FIELD_TEXT = 2_000;
export const MAX_HEADER_TEXT = 150;
export const MAX_CONTEXT_ELEMENTS = 10;
export const MAX_ACTIONS_ELEMENTS = 25;
export const MAX_CONTEXT_ACTIONS_ELEMENTS = 5;
/** One block, and all markdown blocks of a message together: …/blocks/markdown-block */
export const MAX_MARKDOWN_TEXT = 12_000;
export const MAX_TABLE_ROWS = 100;
export const MAX_TABLE_COLUMNS = 20;
/** Slack answers `only_one_table_allowed` for more. */
export const MAX_TABLES = 1;
export const MAX_ALT_TEXT = 2_000;
export const MAX_LABEL_TEXT = 2_000;
export const MAX_BLOCK_ID = 255;
export const MAX_ACTION_ID = 255;
export const MAX_CALLBACK_ID = 255;
export const MAX_BUTTON_TEXT = 75;
export const MAX_BUTTON_VALUE = 2_000;
export const MAX_URL = 3_000;
export const MAX_PLACEHOLDER = 150;
/** Text, value and description of an option: …/composition-objects/option-object */
export const MAX_OPTION_TEXT = 75;
export const MAX_OPTION_VALUE = 150;
export const MAX_OPTIONS = 100;
export const MAX_OVERFLOW_OPTIONS = 5;
export const MAX_CHOICES = 10;
export const MAX_INPUT_VALUE = 3_000;
export const MAX_VIEW_TITLE = 24;
export const MAX_VIEW_BUTTON = 24;
export const MAX_PRIVATE_METADATA = 3_000;
/** Posts to one `response_url`, and its life: docs.slack.dev/interactivity/handling-user-interaction */
export const MAX_RESPONSE_URL_POSTS = 5;
export const RESPONSE_URL_LIFE_MS = 30 * 60_000;
/** Life of a `trigger_id`, which also works only once: same page. */
export const TRIGGER_LIFE_MS = 3_000;
/** Within which everything is to be acknowledged: …/tools/bolt-js/concepts/acknowledge */
export const ACK_LIMIT_MS = 3_000;

const chars = (max: number) => z.string().min(1).max(max);
const plain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: chars(max),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: chars(max),
    verbatim: z.boolean().optional(),
  });
const text = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);
const url = chars(MAX_URL);
const blockId = { block_id: chars(MAX_BLOCK_ID).optional() };
const actionId = { action_id: chars(MAX_ACTION_ID).optional() };
const placeholder = { placeholder: plain(MAX_PLACEHOLDER).optional() };
const focus = { focus_on_load: z.boolean().optional() };
const style = z.enum(['primary', 'danger']).optional();

const confirm = {
  confirm: z
    .strictObject({
      title: plain(100).optional(),
      text: text(300),
      confirm: plain(30).optional(),
      deny: plain(30).optional(),
      style,
    })
    .optional(),
};

const option = z.strictObject({
  text: text(MAX_OPTION_TEXT),
  value: chars(MAX_OPTION_VALUE),
  description: plain(MAX_OPTION_TEXT).optional(),
});

const accessibilityLabel = { accessibility_label: chars(75).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(MAX_BUTTON_TEXT),
  value: z.string().max(MAX_BUTTON_VALUE).optional(),
  url: url.optional(),
  style,
  ...accessibilityLabel,
  ...actionId,
  ...confirm,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z
    .array(option.extend({ url: url.optional() }))
    .min(1)
    .max(MAX_OVERFLOW_OPTIONS),
  ...actionId,
  ...confirm,
});

const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  options: z.array(option).min(1).max(MAX_OPTIONS).optional(),
  option_groups: z
    .array(
      z.strictObject({
        label: plain(MAX_OPTION_TEXT),
        options: z.array(option).min(1).max(MAX_OPTIONS),
      }),
    )
    .min(1)
    .max(MAX_OPTIONS)
    .optional(),
  initial_option: option.optional(),
  ...placeholder,
  ...actionId,
  ...confirm,
  ...focus,
});

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
  ...placeholder,
  ...actionId,
  ...confirm,
  ...focus,
});

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  ...placeholder,
  ...actionId,
  ...confirm,
  ...focus,
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  options: z.array(option).min(1).max(MAX_CHOICES),
  initial_options: z.array(option).min(1).max(MAX_CHOICES).optional(),
  ...actionId,
  ...confirm,
  ...focus,
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  options: z.array(option).min(1).max(MAX_CHOICES),
  initial_option: option.optional(),
  ...actionId,
  ...confirm,
  ...focus,
});

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  initial_value: z.string().max(MAX_INPUT_VALUE).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(MAX_INPUT_VALUE).optional(),
  max_length: z.int().min(1).max(MAX_INPUT_VALUE).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])),
    })
    .optional(),
  ...placeholder,
  ...actionId,
  ...focus,
});

const fileInput = z.strictObject({
  type: z.literal('file_input'),
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
  ...actionId,
});

const picture = {
  image_url: url.optional(),
  slack_file: z
    .union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })])
    .optional(),
  alt_text: chars(MAX_ALT_TEXT),
};
const imageElement = z.strictObject({ type: z.literal('image'), ...picture });

const verdict = z.strictObject({
  text: plain(MAX_BUTTON_TEXT),
  value: z.string().max(MAX_BUTTON_VALUE),
  ...accessibilityLabel,
});

const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    positive_button: verdict,
    negative_button: verdict,
    ...actionId,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    icon: z.string(),
    text: plain(MAX_BUTTON_TEXT),
    value: z.string().max(MAX_BUTTON_VALUE).optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
    ...accessibilityLabel,
    ...actionId,
    ...confirm,
  }),
]);

const richStyle = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
};
const richText = z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...richStyle });
const richLink = z.strictObject({
  type: z.literal('link'),
  url,
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  ...richStyle,
});
const richElement = z.discriminatedUnion('type', [
  richText,
  richLink,
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    url: url.optional(),
    fallback: z.string().optional(),
    ...richStyle,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().min(1),
    unicode: z.string().optional(),
    url: url.optional(),
    ...richStyle,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), ...richStyle }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), ...richStyle }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), ...richStyle }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    ...richStyle,
  }),
]);
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richElement),
});
const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const richBlock = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          ...border,
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [richText, richLink])),
          ...border,
        }),
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(richElement),
          ...border,
        }),
      ]),
    )
    .min(1),
  ...blockId,
});

/** An empty cell is refused: write a space. */
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richBlock,
]);

const section = z
  .strictObject({
    type: z.literal('section'),
    text: text(MAX_SECTION_TEXT).optional(),
    fields: z.array(text(MAX_FIELD_TEXT)).min(1).max(MAX_SECTION_FIELDS).optional(),
    accessory: z
      .discriminatedUnion('type', [
        button,
        overflow,
        staticSelect,
        usersSelect,
        conversationsSelect,
        checkboxes,
        radioButtons,
        imageElement,
      ])
      .optional(),
    expand: z.boolean().optional(),
    ...blockId,
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'must define either `text` or `fields`',
  });

const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        button,
        overflow,
        staticSelect,
        usersSelect,
        conversationsSelect,
        checkboxes,
        radioButtons,
      ]),
    )
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

const UNIQUE_BLOCK_IDS = { error: 'the same `block_id` twice' };

/** The blocks of a message; their text in all is `messageSchema`'s to judge, since Slack has an error of its own for it. */
export const messageBlocksSchema = z
  .array(blockSchema)
  .max(MAX_BLOCKS)
  .refine((blocks) => areUnique(blocks.map((block) => block.block_id)), UNIQUE_BLOCK_IDS)
  .refine((blocks) => blocks.filter((block) => block.type === 'table').length <= MAX_TABLES, {
    error: 'only_one_table_allowed',
  })
  .refine(
    (blocks) =>
      countBlocksText(blocks.filter((block) => block.type === 'markdown')) <= MAX_MARKDOWN_TEXT,
    { error: `more than ${MAX_MARKDOWN_TEXT} characters in markdown blocks` },
  );

/** What a message says: `text`, or blocks with a `text` beside them for screen readers and notifications. */
export const messageSchema = z
  .object({
    text: z.string().max(MAX_TEXT).optional(),
    blocks: messageBlocksSchema
      .refine((blocks) => countBlocksText(blocks) <= MAX_BLOCKS_TEXT, {
        error: `more than ${MAX_BLOCKS_TEXT} characters in all blocks`,
      })
      .optional(),
  })
  .refine(({ text: said, blocks }) => (said ?? '') !== '' || (blocks?.length ?? 0) > 0, {
    error: 'neither `text` nor blocks',
  });

/** A modal. */
export const viewSchema = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(MAX_VIEW_TITLE),
    submit: plain(MAX_VIEW_BUTTON).optional(),
    close: plain(MAX_VIEW_BUTTON).optional(),
    blocks: z
      .array(blockSchema)
      .max(MAX_VIEW_BLOCKS)
      .refine((blocks) => areUnique(blocks.map((block) => block.block_id)), UNIQUE_BLOCK_IDS),
    private_metadata: z.string().max(MAX_PRIVATE_METADATA).optional(),
    callback_id: z.string().max(MAX_CALLBACK_ID).optional(),
    external_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(
    (view) => view.submit !== undefined || view.blocks.every((block) => block.type !== 'input'),
    { error: 'a modal with an input needs `submit`' },
  );

export type SlackModal = z.infer<typeof viewSchema>;

/** Fields whose text a reader sees. */
const SEEN = new Set(['text', 'alt_text', 'fallback']);

/** Characters that a reader sees in these blocks: the sum that `MAX_BLOCKS_TEXT` bounds. */
export function countBlocksText(blocks: unknown): number {
  if (Array.isArray(blocks))
    return blocks.reduce((sum: number, block) => sum + countBlocksText(block), 0);
  if (typeof blocks !== 'object' || blocks === null) return 0;
  return Object.entries(blocks).reduce(
    (sum, [key, value]) =>
      sum +
      (typeof value === 'string' ? (SEEN.has(key) ? value.length : 0) : countBlocksText(value)),
    0,
  );
}

function areUnique(ids: readonly (string | undefined)[]): boolean {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size === given.length;
}
