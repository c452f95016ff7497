import type { KnownBlock } from '@slack/types';
import { MAX_INPUT_VALUE } from '../limits.ts';
import { literal, shorten } from '../literal.ts';

export interface FieldOptions {
  readonly label: string;
  readonly hint?: string;
  /** What stands in it at first. */
  readonly initial?: string;
  readonly isMultiline?: boolean;
  /** As long as Slack lets a field be, if left out. */
  readonly maxChars?: number;
}

/** A field for text, which may stay empty; its block and its value are called by the same name. */
export function textField(
  id: string,
  { label, hint, initial = '', isMultiline = false, maxChars = MAX_INPUT_VALUE }: FieldOptions,
): KnownBlock {
  const given = shorten(literal(initial), maxChars);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: { type: 'plain_text', text: label, emoji: false },
    ...(hint === undefined ? {} : { hint: { type: 'plain_text', text: hint, emoji: false } }),
    element: {
      type: 'plain_text_input',
      action_id: id,
      max_length: maxChars,
      ...(isMultiline ? { multiline: true } : {}),
      ...(given === '' ? {} : { initial_value: given }),
    },
  };
}
