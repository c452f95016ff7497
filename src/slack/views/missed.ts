import type { KnownBlock, ModalView } from '@slack/types';
import type { Report } from '../../report/report.ts';
import { MAX_CHOICES, MAX_OPTION_TEXT, MAX_OPTION_VALUE } from '../limits.ts';
import { literal, shorten } from '../literal.ts';
import { MISSED_FIELDS, VIEWS } from '../names.ts';
import { textField } from './field.ts';
import { loadingView } from './saying.ts';

export const MISSED_TITLE = 'Not this';
export const SOMETHING_ELSE = 'something-else';

/** The other candidates, and a field for what none of them says. */
export function missedView(report: Report, value: string): ModalView {
  const others = report.diagnoses
    .slice(1, MAX_CHOICES)
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
    .filter(({ id }) => id !== report.diagnoses[0]?.id && id.length <= MAX_OPTION_VALUE);
  return {
    ...loadingView(MISSED_TITLE),
    callback_id: VIEWS.missed,
    private_metadata: value,
    submit: { type: 'plain_text', text: 'Send', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      ...(others.length === 0 ? [] : [choice(others)]),
      textField(MISSED_FIELDS.words, {
        label: 'What was it?',
        hint: 'Kept without secrets, for whoever runs me.',
        isMultiline: true,
      }),
    ],
  };
}

function choice(others: Report['diagnoses']): KnownBlock {
  const option = (text: string, value: string) => ({
    text: {
      type: 'plain_text' as const,
      text: shorten(literal(text).trim(), MAX_OPTION_TEXT) || shorten(value, MAX_OPTION_TEXT),
      emoji: false,
    },
    value,
  });
  return {
    type: 'input',
    block_id: MISSED_FIELDS.choice,
    optional: true,
    label: { type: 'plain_text', text: 'Was it one of these?', emoji: false },
    element: {
      type: 'radio_buttons',
      action_id: MISSED_FIELDS.choice,
      options: [
        ...others.map(({ id, title, system, status }) =>
          option(status === null ? title : `${system} ${status}: ${title}`, id),
        ),
        option('Something else', SOMETHING_ELSE),
      ],
    },
  };
}
