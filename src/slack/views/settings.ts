import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { SETTINGS_FIELDS, VIEWS } from '../names.ts';
import type { ChannelSettings } from '../settings/settings.ts';
import { textField } from './field.ts';
import { loadingView } from './saying.ts';

export const SETTINGS_TITLE = 'Channel settings';

const MAX_CHARS = 80;

export interface SettingsForm {
  readonly channelId: string;
  readonly settings: ChannelSettings;
  /** Without a StackOne key an account cannot be looked up, so it is not asked for. */
  readonly takesAccount: boolean;
}

/** Where answers go in a channel, and what is meant there when nobody says. */
export function settingsView({ channelId, settings, takesAccount }: SettingsForm): ModalView {
  return {
    ...loadingView(SETTINGS_TITLE),
    callback_id: VIEWS.settings,
    private_metadata: `s1:${channelId}`,
    submit: { type: 'plain_text', text: 'Save', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `For everybody in <#${channelId}>.`, verbatim: true },
      },
      answers(settings),
      textField(SETTINGS_FIELDS.provider, {
        label: 'Provider that is usually meant here',
        initial: settings.provider?.label ?? '',
        maxChars: MAX_CHARS,
        hint: 'Such as Lever or BambooHR. I take it where a question names none, and say so.',
      }),
      ...(takesAccount
        ? [
            textField(SETTINGS_FIELDS.account, {
              label: 'Linked account that is usually meant here',
              initial: settings.accountId ?? '',
              maxChars: MAX_CHARS,
              hint: 'Its ID, 18 to 22 digits. I ask StackOne for it where a question names none, for people who may see request logs.',
            }),
          ]
        : []),
    ],
  };
}

/** @returns the channel that a form is for; `undefined` for what is not ours */
export function channelOf(privateMetadata: string): string | undefined {
  return /^s1:([CG][A-Z0-9]{1,40})$/.exec(privateMetadata)?.[1];
}

const CHOICES: Readonly<Record<ChannelSettings['answers'], PlainTextOption>> = {
  thread: option('thread', 'In its thread, for everybody here'),
  private: option('private', 'Only to the one who asked'),
};

function answers({ answers: chosen }: ChannelSettings): KnownBlock {
  return {
    type: 'input',
    block_id: SETTINGS_FIELDS.answers,
    label: { type: 'plain_text', text: 'When I am mentioned, I answer', emoji: false },
    element: {
      type: 'radio_buttons',
      action_id: SETTINGS_FIELDS.answers,
      options: Object.values(CHOICES),
      initial_option: CHOICES[chosen],
    },
  };
}

function option(value: ChannelSettings['answers'], text: string): PlainTextOption {
  return { text: { type: 'plain_text', text, emoji: false }, value };
}
