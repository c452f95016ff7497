import type { HomeView, KnownBlock } from '@slack/types';
import { EXAMPLES, PURPOSE, WAYS } from '../help.ts';
import { escapeMrkdwn, shorten } from '../literal.ts';
import { HOME_ACTIONS } from '../names.ts';
import { SCOPES, type Scope } from '../scopes.ts';

export interface HomeReport {
  readonly title: string;
  /** What its button carries. */
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface Home {
  readonly recent: readonly HomeReport[];
  readonly readsLogs: boolean;
  readonly supportChannel: string | undefined;
  readonly supportEmail: string | undefined;
  /** Optional scopes that were not granted. */
  readonly lacking: readonly Scope[];
}

/** How to ask, a button to ask with, the person's own answers, and what is connected. */
export function homeView(home: Home): HomeView {
  return {
    type: 'home',
    blocks: [
      header('What does this StackOne error mean?'),
      section(PURPOSE),
      ASK,
      section(
        ['Three examples:', ...EXAMPLES.map((example) => `• ${example}`), '', ...WAYS].join('\n'),
      ),
      { type: 'divider' },
      header('Your recent answers'),
      ...(home.recent.length === 0
        ? [section('None yet. What you ask shows up here.')]
        : home.recent.map(recent)),
      { type: 'divider' },
      header('Connections'),
      section(connections(home).join('\n')),
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: 'Secrets are removed before anything else happens. Unofficial: not affiliated with, or endorsed by, StackOne.',
            verbatim: true,
          },
        ],
      },
    ],
  };
}

const ASK: KnownBlock = {
  type: 'actions',
  block_id: 'home_actions',
  elements: [
    {
      type: 'button',
      action_id: HOME_ACTIONS.ask,
      style: 'primary',
      text: { type: 'plain_text', text: 'Ask about an error', emoji: false },
    },
  ],
};

function recent({ title, value, createdAt }: HomeReport): KnownBlock {
  const seconds = Math.floor(createdAt / 1_000);
  const utc = new Date(seconds * 1_000).toISOString().slice(0, 16).replace('T', ' ');
  return {
    ...section(
      `${escapeMrkdwn(shorten(title, 200))}\n<!date^${seconds}^{date_short_pretty} {time}|${utc} UTC>`,
    ),
    accessory: {
      type: 'button',
      action_id: HOME_ACTIONS.open,
      text: { type: 'plain_text', text: 'Open', emoji: false },
      value,
    },
  };
}

function connections({
  readsLogs,
  supportChannel,
  supportEmail,
  lacking,
}: Home): readonly string[] {
  const support =
    supportChannel === undefined
      ? `*Support*: ${supportEmail === undefined ? 'no channel is set, so an escalation is a text to copy' : `by mail to ${escapeMrkdwn(supportEmail)}`}`
      : `*Support*: escalations go to <#${supportChannel}>`;
  return [
    readsLogs
      ? '*Request logs*: I can look requests up'
      : '*Request logs*: off, since no StackOne key is set; I answer from the tables',
    support,
    ...lacking.map((scope) => `*Not granted*: \`${scope}\`, ${SCOPES[scope].why}`),
  ];
}

function header(text: string): KnownBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

function section(text: string) {
  return { type: 'section' as const, text: { type: 'mrkdwn' as const, text, verbatim: true } };
}
