import * as z from 'zod';
import {
  MAX_ALT_TEXT,
  MAX_BUTTON_TEXT,
  MAX_BUTTON_VALUE,
  MAX_CHOICES,
  MAX_INPUT_VALUE,
  MAX_OPTION_TEXT,
  MAX_OPTION_VALUE,
  MAX_OPTIONS,
  MAX_OVERFLOW_OPTIONS,
} from '../limits.ts';
import {
  actionId,
  chars,
  confirm,
  focus,
  placeholder,
  plain,
  style,
  text,
  url,
} from './composition.ts';

/** What stands in blocks: buttons, menus, inputs, pictures. */

const option = z.strictObject({
  text: text(MAX_OPTION_TEXT),
  value: chars(MAX_OPTION_VALUE),
  description: plain(MAX_OPTION_TEXT).optional(),
});

const accessibilityLabel = { accessibility_label: chars(75).optional() };

export const button = z.strictObject({
  type: z.literal('button'),
  text: plain(MAX_BUTTON_TEXT),
  value: z.string().max(MAX_BUTTON_VALUE).optional(),
  url: url.optional(),
  style,
  ...accessibilityLabel,
  ...actionId,
  ...confirm,
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z
    .array(option.extend({ url: url.optional() }))
    .min(1)
    .max(MAX_OVERFLOW_OPTIONS),
  ...actionId,
  ...confirm,
});

export const staticSelect = z.strictObject({
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

export const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
  ...placeholder,
  ...actionId,
  ...confirm,
  ...focus,
});

export const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  ...placeholder,
  ...actionId,
  ...confirm,
  ...focus,
});

export const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  options: z.array(option).min(1).max(MAX_CHOICES),
  initial_options: z.array(option).min(1).max(MAX_CHOICES).optional(),
  ...actionId,
  ...confirm,
  ...focus,
});

export const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  options: z.array(option).min(1).max(MAX_CHOICES),
  initial_option: option.optional(),
  ...actionId,
  ...confirm,
  ...focus,
});

export const plainTextInput = z.strictObject({
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

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
  ...actionId,
});

export const picture = {
  image_url: url.optional(),
  slack_file: z
    .union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })])
    .optional(),
  alt_text: chars(MAX_ALT_TEXT),
};
export const imageElement = z.strictObject({ type: z.literal('image'), ...picture });

const verdict = z.strictObject({
  text: plain(MAX_BUTTON_TEXT),
  value: z.string().max(MAX_BUTTON_VALUE),
  ...accessibilityLabel,
});

export const contextAction = z.discriminatedUnion('type', [
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
