import type { KnownBlock, ModalView } from '@slack/types';
import { QUESTION_FIELDS, VIEWS } from '../names.ts';
import { textField } from './field.ts';
import { loadingView } from './saying.ts';

export const QUESTION_TITLE = 'Diagnose an error';

/** The form that a question is asked in. Slack ends a field at 3,000 characters, so a longer paste comes as a file. */
export function questionView({ takesFiles }: { readonly takesFiles: boolean }): ModalView {
  return {
    ...loadingView(QUESTION_TITLE),
    callback_id: VIEWS.diagnose,
    submit: { type: 'plain_text', text: 'Ask', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [TEXT, ...(takesFiles ? [FILES] : [])],
  };
}

const TEXT = textField(QUESTION_FIELDS.text, {
  label: 'What did you see?',
  hint: 'Such as 412, lever 429, a request ID, or a whole response or log. Up to 3,000 characters; send me a longer one as a message.',
  isMultiline: true,
});

const FILES: KnownBlock = {
  type: 'input',
  block_id: QUESTION_FIELDS.files,
  optional: true,
  label: { type: 'plain_text', text: 'Or as a text file, up to 1 MB', emoji: false },
  element: { type: 'file_input', action_id: QUESTION_FIELDS.files, max_files: 3 },
};
