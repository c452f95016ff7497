/** Everything that Slack calls us by (contracts, section 6). Views, listeners and the manifest use the same constants. */

export const COMMAND = '/stackone-error';

export const EVENTS = {
  home: 'app_home_opened',
  mention: 'app_mention',
  directMessage: 'message.im',
  channelMessage: 'message.channels',
  groupMessage: 'message.groups',
  groupDirectMessage: 'message.mpim',
  uninstalled: 'app_uninstalled',
  tokensRevoked: 'tokens_revoked',
} as const;

export const SHORTCUTS = { message: 'diagnose_message', text: 'diagnose_text' } as const;

export const ACTIONS = {
  share: 'report_share',
  escalate: 'report_escalate',
  why: 'report_why',
  log: 'report_log',
  missed: 'report_missed',
  helped: 'report_helped',
  correct: 'report_correct',
  recheck: 'report_recheck',
  watch: 'report_watch',
} as const;

/** How long a watch may last, in minutes, by the button that chooses it. */
export const WATCH_MINUTES: Readonly<Record<string, number>> = {
  report_watch_15: 15,
  report_watch_60: 60,
  report_watch_240: 240,
  report_watch_1440: 1_440,
};

/** Beside each group of `recent`. */
export const RECENT_ACTION = 'report_recent_diagnose';

/** Buttons of the App Home. */
export const HOME_ACTIONS = { ask: 'home_ask', open: 'home_open' } as const;

export const VIEWS = {
  escalation: 'escalation_submit',
  diagnose: 'diagnose_submit',
  missed: 'missed_submit',
  correct: 'correct_submit',
  settings: 'settings_submit',
} as const;

/** Blocks and fields of the escalation form. */
export const FIELDS = { tried: 'escalation_tried', note: 'escalation_note' } as const;

/** Of the form that a question is asked in. */
export const QUESTION_FIELDS = { text: 'diagnose_text', files: 'diagnose_files' } as const;

/** Of the forms that say what an answer got wrong. */
export const MISSED_FIELDS = { choice: 'missed_choice', words: 'missed_words' } as const;
export const CORRECT_FIELDS = { provider: 'correct_provider', status: 'correct_status' } as const;

/** Of the form with a channel's settings. */
export const SETTINGS_FIELDS = {
  answers: 'settings_answers',
  provider: 'settings_provider',
  account: 'settings_account',
} as const;

/** Of the jobs in the store. */
export const JOBS = {
  question: 'slack-question',
  edit: 'slack-edit',
  removal: 'slack-removal',
  escalation: 'slack-escalation',
  watch: 'slack-watch',
  recent: 'slack-recent',
} as const;
