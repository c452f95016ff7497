import type { ModalView } from '@slack/types';
import { labelOf } from '../../report/label-of.ts';
import type { Report } from '../../report/report.ts';
import { CORRECT_FIELDS, VIEWS } from '../names.ts';
import { textField } from './field.ts';
import { loadingView } from './saying.ts';

export const CORRECT_TITLE = 'Correct what I read';
const MAX_CHARS = 80;

/** What was read, to be put right. */
export function correctView({ evidence, labels, diagnoses }: Report, value: string): ModalView {
  const [provider] = evidence.providers;
  const status = diagnoses[0]?.status ?? evidence.statuses[0];
  return {
    ...loadingView(CORRECT_TITLE),
    callback_id: VIEWS.correct,
    private_metadata: value,
    submit: { type: 'plain_text', text: 'Answer again', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      textField(CORRECT_FIELDS.provider, {
        label: 'Provider',
        maxChars: MAX_CHARS,
        initial: provider === undefined ? '' : labelOf(labels, provider),
        hint: 'Such as Lever or BambooHR. Empty when StackOne itself answered.',
      }),
      textField(CORRECT_FIELDS.status, {
        label: 'Status',
        maxChars: MAX_CHARS,
        initial: status === undefined ? '' : String(status),
        hint: 'Three digits, such as 429: of the provider where one is named, else of StackOne.',
      }),
    ],
  };
}
