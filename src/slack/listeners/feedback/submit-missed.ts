import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isMember, type Person } from '../../access.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { MISSED_FIELDS } from '../../names.ts';
import { findReport, idOf } from '../../saved-report.ts';
import { answerView } from '../../views/answer.ts';
import { MISSED_TITLE, SOMETHING_ELSE } from '../../views/missed.ts';
import { sayingView } from '../../views/saying.ts';
import { GONE, OUTSIDER } from '../report/acting.ts';
import { gapOf } from './gap.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type View = Args['view'];

const THANKS =
  'Thank you. I kept what you said, without secrets, so that whoever runs me can teach me this one.';
const NOTHING = 'Pick another cause, or say in a few words what it was.';

/** What it was instead is kept, and the candidate that was picked is shown in full. */
export function submitMissed(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, view }) => {
    const person = { userId: body.user.id, teamId: body.user.team_id ?? null };
    const outcome = await keep(deps, view, person).catch((error: unknown) => {
      const reference = deps.newReference();
      deps.logger.error('what somebody said of an answer could not be kept', { reference, error });
      return `I could not keep this. Please try again; if it stays, tell whoever runs me this reference: ${reference}`;
    });
    if (typeof outcome === 'string')
      await ack({ response_action: 'errors', errors: { [MISSED_FIELDS.words]: outcome } });
    else await ack({ response_action: 'update', view: outcome });
  };
}

/** @returns what is shown next, or why it was not kept */
async function keep(deps: BotDeps, view: View, person: Person): Promise<ModalView | string> {
  const teamId = deps.homeTeamId();
  if (!isMember(person, teamId)) return OUTSIDER;
  const value = view.private_metadata;
  const saved = await findReport(deps, value, teamId);
  const reportId = idOf(value);
  if (saved === undefined || reportId === undefined) return GONE;
  const { choice, words } = read(deps, view);
  if (words === null && (choice === null || choice === SOMETHING_ELSE)) return NOTHING;
  const report = reportFor(deps, saved, await verdictOf(deps, person, saved));
  const chosen = report.diagnoses.find(({ id }) => id === choice);
  await deps.store.feedback.add({
    teamId,
    reportId,
    userId: person.userId,
    kind: 'missed',
    json: JSON.stringify(gapOf(saved, { chosen: chosen?.id ?? null, words })),
  });
  return chosen === undefined
    ? sayingView(MISSED_TITLE, THANKS)
    : answerView(MISSED_TITLE, {
        ...report,
        diagnoses: [chosen, ...report.diagnoses.filter((one) => one !== chosen)],
      });
}

function read(deps: BotDeps, { state }: View) {
  const choice = state.values[MISSED_FIELDS.choice]?.[MISSED_FIELDS.choice]?.selected_option?.value;
  const words = state.values[MISSED_FIELDS.words]?.[MISSED_FIELDS.words]?.value?.trim() ?? '';
  return {
    choice: choice ?? null,
    words: words === '' ? null : deps.redactText(words.slice(0, 3_000)),
  };
}
