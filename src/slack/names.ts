/** Everything that Slack calls us by (contracts, section 6). Views, listeners and the manifest use the same constants. */

export const COMMAND = '/stackone-error';

export const EVENTS = { mention: 'app_mention', directMessage: 'message.im' } as const;

export const SHORTCUTS = { message: 'diagnose_message', text: 'diagnose_text' } as const;

export const ACTIONS = {
  share: 'report_share',
  escalate: 'report_escalate',
  why: 'report_why',
  log: 'report_log',
} as const;

export const VIEWS = { escalation: 'escalation_submit', diagnose: 'diagnose_submit' } as const;

/** Blocks and fields of the escalation form. */
export const FIELDS = { tried: 'escalation_tried', note: 'escalation_note' } as const;

/** Of the form that a question is asked in. */
export const QUESTION_FIELDS = { text: 'diagnose_text', files: 'diagnose_files' } as const;

/** Of the jobs in the store. */
export const JOBS = {
  question: 'slack-question',
  escalation: 'slack-escalation',
} as const;
