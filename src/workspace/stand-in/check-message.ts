import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import {
  countBlocksText,
  homeSchema,
  messageBlocksSchema,
  type SlackBlock,
  type SlackHome,
  type SlackModal,
  viewSchema,
} from '../../slack/block-kit/index.ts';
import { MAX_BLOCKS_TEXT, MAX_TEXT } from '../../slack/limits.ts';
import { invalidArguments, Refusal } from './errors.ts';
import type { Words } from './facts.ts';

const stringSchema = z.string();

/**
 * What an app wants to say, checked by Slack's limits; blocks and elements without an ID get one, as in Slack.
 *
 * @param given.blocks - an array, or its JSON as a form carries it
 * @throws Refusal `no_text`, `msg_too_long`, `invalid_blocks_format`, `invalid_blocks`, `msg_blocks_too_long`, or
 *   `invalid_attachments` for a second table
 */
export function checkMessage(given: { readonly text?: unknown; readonly blocks?: unknown }): Words {
  const text = given.text ?? '';
  if (!stringSchema.safeParse(text).success) throw invalidArguments('text must be a string');
  const said = String(text);
  if (said.length > MAX_TEXT) throw new Refusal('msg_too_long');
  const blocks = checkBlocks(given.blocks);
  if (said.trim() === '' && blocks.length === 0) throw new Refusal('no_text');
  return { text: said, blocks };
}

/** @throws Refusal `invalid_arguments` with each fault's place, as `views.*` answer */
export function checkView(given: unknown): SlackModal {
  const parsed = viewSchema.safeParse(readJson(given, () => invalidArguments('view is not JSON')));
  if (!parsed.success) throw invalidArguments(...parsed.error.issues.map((i) => place(i, '/view')));
  return { ...parsed.data, blocks: withIds(parsed.data.blocks) };
}

/** @throws Refusal `invalid_arguments`, as `views.publish` answers */
export function checkHome(given: unknown): SlackHome {
  const parsed = homeSchema.safeParse(readJson(given, () => invalidArguments('view is not JSON')));
  if (!parsed.success) throw invalidArguments(...parsed.error.issues.map((i) => place(i, '/view')));
  return { ...parsed.data, blocks: withIds(parsed.data.blocks) };
}

function checkBlocks(given: unknown): readonly SlackBlock[] {
  if (given === undefined || given === null) return [];
  const blocks = readJson(given, () => new Refusal('invalid_blocks_format'));
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const parsed = messageBlocksSchema.safeParse(blocks);
  if (!parsed.success) throw invalidBlocks(parsed.error.issues);
  if (countBlocksText(blocks) > MAX_BLOCKS_TEXT) throw new Refusal('msg_blocks_too_long');
  return withIds(parsed.data);
}

/** Two tables are refused under another name than other faults: that is how Slack answers. */
function invalidBlocks(issues: readonly z.core.$ZodIssue[]): Refusal {
  const messages = issues.map((issue) => place(issue, '/blocks'));
  const tables = issues.some((issue) => issue.message === 'only_one_table_allowed');
  return new Refusal(tables ? 'invalid_attachments' : 'invalid_blocks', {
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

function place(issue: z.core.$ZodIssue, root: string): string {
  return `${issue.message} [json-pointer:${[root, ...issue.path.map(String)].join('/')}]`;
}

function readJson(given: unknown, refuse: () => Refusal): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    throw refuse();
  }
}

function withIds(blocks: readonly SlackBlock[]): SlackBlock[] {
  return blocks.map((block) => {
    const block_id = block.block_id ?? newId();
    switch (block.type) {
      case 'actions':
        return { ...block, block_id, elements: block.elements.map(withActionId) };
      case 'context_actions':
        return { ...block, block_id, elements: block.elements.map(withActionId) };
      case 'input':
        return { ...block, block_id, element: withActionId(block.element) };
      case 'section':
        return block.accessory === undefined || block.accessory.type === 'image'
          ? { ...block, block_id }
          : { ...block, block_id, accessory: withActionId(block.accessory) };
      default:
        return { ...block, block_id };
    }
  });
}

function withActionId<T extends { readonly action_id?: string | undefined }>(element: T): T {
  return { ...element, action_id: element.action_id ?? newId() };
}

function newId(): string {
  return randomUUID().slice(0, 8);
}
