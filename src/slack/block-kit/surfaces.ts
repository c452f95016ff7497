import * as z from 'zod';
import {
  MAX_BLOCKS,
  MAX_BLOCKS_TEXT,
  MAX_CALLBACK_ID,
  MAX_MARKDOWN_TEXT,
  MAX_PRIVATE_METADATA,
  MAX_TABLES,
  MAX_TEXT,
  MAX_VIEW_BLOCKS,
  MAX_VIEW_BUTTON,
  MAX_VIEW_TITLE,
} from '../limits.ts';
import { blockSchema } from './blocks.ts';
import { areUnique, plain } from './composition.ts';

/** What blocks stand in: a message, a modal, an App Home. */

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

/** Of modals and of the Home alike. */
const viewFields = {
  blocks: z
    .array(blockSchema)
    .max(MAX_VIEW_BLOCKS)
    .refine((blocks) => areUnique(blocks.map((block) => block.block_id)), UNIQUE_BLOCK_IDS),
  private_metadata: z.string().max(MAX_PRIVATE_METADATA).optional(),
  callback_id: z.string().max(MAX_CALLBACK_ID).optional(),
  external_id: z.string().max(255).optional(),
};

/** A modal. */
export const viewSchema = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(MAX_VIEW_TITLE),
    submit: plain(MAX_VIEW_BUTTON).optional(),
    close: plain(MAX_VIEW_BUTTON).optional(),
    ...viewFields,
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(
    (view) => view.submit !== undefined || view.blocks.every((block) => block.type !== 'input'),
    { error: 'a modal with an input needs `submit`' },
  );

/** An App Home; blocks may hold fields without a button to send them. */
export const homeSchema = z.strictObject({
  type: z.literal('home'),
  ...viewFields,
});

export type SlackHome = z.infer<typeof homeSchema>;

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
