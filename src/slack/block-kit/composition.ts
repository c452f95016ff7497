import * as z from 'zod';
import { MAX_ACTION_ID, MAX_BLOCK_ID, MAX_PLACEHOLDER, MAX_URL } from '../limits.ts';

/** Of what elements and blocks are made: texts, IDs, what several of them share. */

export const chars = (max: number) => z.string().min(1).max(max);
export const plain = (max: number) =>
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
export const text = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);
export const url = chars(MAX_URL);
export const blockId = { block_id: chars(MAX_BLOCK_ID).optional() };
export const actionId = { action_id: chars(MAX_ACTION_ID).optional() };
export const placeholder = { placeholder: plain(MAX_PLACEHOLDER).optional() };
export const focus = { focus_on_load: z.boolean().optional() };
export const style = z.enum(['primary', 'danger']).optional();

export const confirm = {
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

export function areUnique(ids: readonly (string | undefined)[]): boolean {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size === given.length;
}
