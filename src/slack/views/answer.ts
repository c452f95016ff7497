import type { KnownBlock, ModalView } from '@slack/types';
import { ANSWER_FROM, composeCard } from '../../report/compose-card.ts';
import type { Report } from '../../report/report.ts';
import { renderCard } from './card.ts';
import { loadingView } from './saying.ts';

/** An answer in a modal, for the one who has it open: its first diagnosis in full, however sure we are of it. */
export function answerView(
  title: string,
  report: Report,
  more: readonly KnownBlock[] = [],
): ModalView {
  const [first, ...others] = report.diagnoses;
  const shown =
    first === undefined
      ? report
      : {
          ...report,
          diagnoses: [{ ...first, confidence: Math.max(first.confidence, ANSWER_FROM) }, ...others],
        };
  const { blocks } = renderCard(composeCard(shown, { audience: 'private' }), {
    buttonValue: null,
    buttons: [],
  });
  return { ...loadingView(title), blocks: [...blocks, ...more] };
}
