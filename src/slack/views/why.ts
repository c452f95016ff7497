import type { KnownBlock, ModalView } from '@slack/types';
import { type Report, RULES } from '../../report/report.ts';
import { literal, shorten } from '../literal.ts';
import { ACTIONS } from '../names.ts';
import { LABELS } from './card.ts';
import { loadingView } from './saying.ts';

const MAX_CHARS = 2_600;

/** Evidence, the rule, the runners-up and the sources: everything that the card has no room for. */
export function whyView(report: Report, value: string): ModalView {
  const [first, ...others] = report.diagnoses;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Because', first?.because ?? []],
    [
      'The entry',
      first === undefined
        ? []
        : [
            `${first.id}, ${first.certainty} (${first.confidence.toFixed(2)})`,
            RULES[first.rule].says,
            `retry: ${first.retry.advice}`,
          ],
    ],
    [
      'What I read',
      report.evidence.signals
        .slice(0, 20)
        .map(({ kind, value, origin, quote }) => `${kind} ${value}: “${quote}” (${origin})`),
    ],
    [
      'Calls',
      report.evidence.calls
        .slice(0, 10)
        .map(
          (call) =>
            `${[call.method, call.path].filter((part) => part !== null).join(' ') || 'a call'}: ${call.platformStatus ?? 'no status'}${call.failed ? ', failed' : ''}`,
        ),
    ],
    [
      'Runners-up',
      others
        .slice(0, 5)
        .map((one) => `${one.id} (${one.relation}, ${one.confidence.toFixed(2)}): ${one.title}`),
    ],
    [
      'Looked for, not got',
      [
        ...report.lookups.flatMap((one) => (one.kind === 'not-allowed' ? [one.ask] : [])),
        ...report.evidence.gaps.map(({ wanted, because }) => `${wanted}: ${because}`),
      ],
    ],
    ['Sources', (first?.sources ?? []).map(({ url, seen }) => `${url}, seen ${seen}`)],
  ];
  return {
    ...loadingView('Why this answer'),
    blocks: [
      ...parts.flatMap(([label, lines]) => (lines.length === 0 ? [] : [part(label, lines)])),
      correction(value),
    ],
  };
}

/** Where it is seen that something was read wrongly, it can be said. */
function correction(value: string): KnownBlock {
  return {
    type: 'actions',
    block_id: 'why_actions',
    elements: [
      {
        type: 'button',
        action_id: ACTIONS.correct,
        text: { type: 'plain_text', text: LABELS.correct, emoji: false },
        value,
      },
    ],
  };
}

function part(label: string, lines: readonly string[]): KnownBlock {
  const body = shorten(
    lines.map((line) => `• ${shorten(literal(line), 400)}`).join('\n'),
    MAX_CHARS,
  );
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: `${label}\n`, style: { bold: true } },
          { type: 'text', text: body },
        ],
      },
    ],
  };
}
