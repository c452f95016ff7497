import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { ANSWER_FROM } from '../../../report/compose-card.ts';
import { isMember, type Person } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { CORRECT_FIELDS } from '../../names.ts';
import { findReport, idOf, saveReport } from '../../saved-report.ts';
import { answerView } from '../../views/answer.ts';
import { CORRECT_TITLE } from '../../views/correct.ts';
import { GONE, OUTSIDER } from '../report/acting.ts';
import { gapOf } from './gap.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type View = Args['view'];

const { provider: PROVIDER, status: STATUS } = CORRECT_FIELDS;

/** Answers again, to the one who corrected, with what they say instead of what was read; and keeps what was wrong. */
export function submitCorrection(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, view }) => {
    const person = { userId: body.user.id, teamId: body.user.team_id ?? null };
    const outcome = await answerAgain(deps, view, person).catch((error: unknown) => {
      const reference = deps.newReference();
      deps.logger.error('an answer could not be corrected', { reference, error });
      return {
        [STATUS]: `I could not keep this. Please try again; if it stays, tell whoever runs me this reference: ${reference}`,
      };
    });
    if (isView(outcome)) await ack({ response_action: 'update', view: outcome });
    else await ack({ response_action: 'errors', errors: outcome });
  };
}

type Refusals = Readonly<Record<string, string>>;

function isView(outcome: ModalView | Refusals): outcome is ModalView {
  return outcome['type'] === 'modal';
}

async function answerAgain(
  deps: BotDeps,
  view: View,
  person: Person,
): Promise<ModalView | Refusals> {
  const teamId = deps.homeTeamId();
  if (!isMember(person, teamId)) return { [STATUS]: OUTSIDER };
  const saved = await findReport(deps, view.private_metadata, teamId);
  const reportId = idOf(view.private_metadata);
  if (saved === undefined || reportId === undefined) return { [STATUS]: GONE };
  const provider = wordsIn(view, PROVIDER);
  const status = wordsIn(view, STATUS);
  if (status === null || !/^[1-5]\d\d$/.test(status))
    return { [STATUS]: 'Three digits, such as 429.' };
  const [requestId = ''] = saved.report.evidence.requestIds;
  const report = deps.answer(`${provider ?? 'stackone'} ${status} ${requestId}`.trim());
  if (provider !== null && report.evidence.providers.length === 0)
    return { [PROVIDER]: 'I know no provider of that name. Write it as StackOne does.' };
  if ((report.diagnoses[0]?.confidence ?? 0) < ANSWER_FROM)
    return { [STATUS]: 'My tables say nothing of that status. Check it, or say so with Not this.' };
  const where = { ...saved.where, userId: person.userId, threadTs: null, isPrivate: true };
  await saveReport(deps, { report, withLog: null, where });
  await deps.store.feedback.add({
    teamId,
    reportId,
    userId: person.userId,
    kind: 'corrected',
    json: JSON.stringify(
      gapOf(saved, {
        correction: { provider: provider === null ? null : deps.redactText(provider), status },
      }),
    ),
  });
  return answerView(CORRECT_TITLE, report);
}

function wordsIn({ state }: View, field: string): string | null {
  const text = state.values[field]?.[field]?.value?.trim() ?? '';
  return text === '' ? null : text;
}
