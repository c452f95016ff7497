import type { LogVerdict } from '../access.ts';
import { awaitsLog, drawAnswer, notesFor, reportFor } from '../answers.ts';
import type { BotDeps } from '../deps.ts';
import { HELP } from '../help.ts';
import type { SavedReport } from '../saved-report.ts';
import type { Message } from '../views/card.ts';
import type { Question } from './question.ts';

export interface Reply {
  readonly question: Question;
  readonly saved: SavedReport;
  readonly verdict: LogVerdict;
  /** What its buttons carry. */
  readonly value: string;
  /** The request log is being asked. */
  readonly isPending: boolean;
}

/** What stands under a question: the card, or examples for a question that asks nothing. */
export function drawReply(
  deps: BotDeps,
  { question, saved, verdict, value, isPending }: Reply,
): Message {
  if (isCallForHelp(question, saved)) return { text: HELP, blocks: [] };
  const isOffered = !isPending && verdict.kind === 'allowed' && awaitsLog(deps, saved);
  return drawAnswer(deps, {
    report: reportFor(deps, saved, verdict),
    where: saved.where,
    value,
    notes: notesFor(saved, verdict),
    ...(isPending ? { coming: 'running' } : isOffered ? { coming: 'offered' } : {}),
  });
}

function isCallForHelp(question: Question, { report, notes }: SavedReport): boolean {
  return question.isHelp === true && report.diagnoses.length === 0 && (notes ?? []).length === 0;
}
