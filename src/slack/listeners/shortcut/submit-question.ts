import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { JOBS, QUESTION_FIELDS } from '../../names.ts';
import { type ReadMessage, readMessage } from '../../reading/read-message.ts';
import { QUESTION_TITLE } from '../../views/question.ts';
import { sayingView } from '../../views/saying.ts';
import { fieldsOf } from '../../wire.ts';
import type { Question } from '../../work/question.ts';
import type { Worker } from '../../work/worker.ts';
import { contentOf } from '../question/persist.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type View = Args['view'];

const COMING =
  'I have your question. The answer comes in our direct messages, in the Messages tab of this app.';
const EMPTY = 'Paste what you saw, such as `412` or a whole response, or attach it as a file.';

/**
 * The form is sent: the question is stored before the form changes, and answered in the person's direct messages, once,
 * like any other.
 */
export function submitQuestion(deps: BotDeps, worker: Worker): (args: Args) => Promise<void> {
  return async ({ ack, body, view }) => {
    const message = messageOf(view);
    const admission = deps.limiter.admit(body.user.id, null);
    const refusal =
      message.text === '' && message.files.length === 0
        ? EMPTY
        : admission.kind === 'over'
          ? admission.say
          : await keep(deps, message, body).catch((error: unknown) => {
              const reference = deps.newReference();
              deps.logger.error('a question could not be kept', { reference, error });
              return `I could not keep this. Please try again; if it stays, tell whoever runs me this reference: ${reference}`;
            });
    if (refusal !== null)
      return ack({ response_action: 'errors', errors: { [QUESTION_FIELDS.text]: refusal } });
    await ack({ response_action: 'update', view: sayingView(QUESTION_TITLE, COMING) });
    worker.wake();
  };
}

function messageOf(view: View): ReadMessage {
  const { values } = view.state;
  const typed = values[QUESTION_FIELDS.text]?.[QUESTION_FIELDS.text]?.value ?? '';
  const files = fieldsOf(values[QUESTION_FIELDS.files]?.[QUESTION_FIELDS.files])['files'];
  return { ...readMessage({ files }), ...readTyped(typed) };
}

/** In a form the text comes as it was typed. */
function readTyped(text: string): Pick<ReadMessage, 'text' | 'links'> {
  const { links } = readMessage({ text });
  return { text: text.trim(), links };
}

/** @returns `null` once it is kept, by whichever delivery of the form */
async function keep(
  deps: BotDeps,
  message: ReadMessage,
  { user, view }: Args['body'],
): Promise<null> {
  const teamId = deps.homeTeamId();
  const userTeamId = user.team_id ?? null;
  const question: Question = {
    teamId,
    channelId: user.id,
    ts: (deps.clock() / 1_000).toFixed(6),
    threadTs: null,
    userId: user.id,
    userTeamId,
    isDirect: true,
    // The direct messages of somebody of another company are theirs as well.
    isShared: userTeamId !== teamId,
    ...contentOf(deps, message),
  };
  const key = `form:${view.id}`;
  await deps.store.inbox.receive({
    teamId,
    eventId: key,
    dedupeKey: key,
    kind: JOBS.question,
    body: JSON.stringify(question),
  });
  return null;
}
