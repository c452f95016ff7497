import type { ModalView } from '@slack/types';
import type { Report } from '../../../report/report.ts';
import { isMember } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { findReport } from '../../saved-report.ts';
import { sayingView } from '../../views/saying.ts';
import { type Click, GONE, OUTSIDER } from './acting.ts';

/** A modal about an answer, to the one who presses: as much of it as they may see, or why it is not there for them. */
export async function viewOfAnswer(
  deps: BotDeps,
  { person, teamId, value }: Click,
  {
    title,
    draw,
  }: {
    readonly title: string;
    /** @param value - what the button carries, for the modal to carry it on */
    readonly draw: (report: Report, value: string) => ModalView;
  },
): Promise<ModalView> {
  if (!isMember(person, teamId)) return sayingView(title, OUTSIDER);
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined || value === undefined) return sayingView(title, GONE);
  return draw(reportFor(deps, saved, await verdictOf(deps, person, saved)), value);
}
