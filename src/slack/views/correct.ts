import type { KnownBlock, ModalView } from '@slack/types';
import { labelOf } from '../../report/label-of.ts';
import type { Report } from '../../report/report.ts';
import { literal, shorten } from '../literal.ts';
import { CORRECT_FIELDS, VIEWS } from '../names.ts';
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
      field(CORRECT_FIELDS.provider, 'Provider', {
        initial: provider === undefined ? '' : labelOf(labels, provider),
        hint: 'Such as Lever or BambooHR. Empty when StackOne itself answered.',
      }),
      field(CORRECT_FIELDS.status, 'Status', {
        initial: status === undefined ? '' : String(status),
        hint: 'Three digits, such as 429: of the provider where one is named, else of StackOne.',
      }),
    ],
  };
}

function field(
  id: string,
  label: string,
  { initial, hint }: { readonly initial: string; readonly hint: string },
): KnownBlock {
  const given = shorten(literal(initial), MAX_CHARS);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: { type: 'plain_text', text: label, emoji: false },
    hint: { type: 'plain_text', text: hint, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: id,
      max_length: MAX_CHARS,
      ...(given === '' ? {} : { initial_value: given }),
    },
  };
}
