import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { JOBS } from '../../names.ts';
import { readMessage } from '../../reading/read-message.ts';
import { type Fields, fieldsOf, listOf, stringOf } from '../../wire.ts';
import type { Removal } from '../../work/remove-answer.ts';
import type { Edit } from '../../work/update-answer.ts';
import type { Worker } from '../../work/worker.ts';
import { admit } from './admit.ts';
import { type EventBody, questionOf, teamsOf } from './persist.ts';

type Args = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/**
 * A question is edited, or deleted: its answer follows. Slack tells of both where it tells of messages, which in
 * channels needs a scope that may be refused; then answers stay as they are.
 *
 * @see https://docs.slack.dev/reference/events/message — subtypes, read 2026-11-25
 */
export function changed(deps: BotDeps, worker: Worker): (args: Args) => Promise<void> {
  return async ({ event, body, context, client }) => {
    const change = fieldsOf(event);
    const isDirect = change['channel_type'] === 'im';
    const channelId = stringOf(change['channel']);
    if (channelId === undefined) return;
    const before = fieldsOf(change['previous_message']);
    const after = fieldsOf(change['message']);
    // A message with replies is not taken away: Slack leaves a stone in its place.
    const isGone = change['subtype'] === 'message_deleted' || after['subtype'] === 'tombstone';
    if (!isGone && change['subtype'] !== 'message_changed') return;
    const asks = (message: Fields): boolean =>
      isPersons(message, context.botUserId) &&
      (isDirect || (stringOf(message['text']) ?? '').includes(`<@${context.botUserId}>`));
    if (isGone) {
      if (!asks(before)) return;
      const ts = stringOf(change['deleted_ts']) ?? stringOf(before['ts']) ?? '';
      await persistRemoval(deps, body, { channelId, ts });
    } else {
      if (!asks(after) || !isEdited(before, after)) return;
      const author = stringOf(after['user']);
      const ts = stringOf(after['ts']);
      if (author === undefined || ts === undefined) return;
      const asked = {
        channelId,
        ts,
        threadTs: stringOf(after['thread_ts']) ?? ts,
        userId: author,
        isDirect,
      };
      if (!admit(deps, client, asked)) return;
      const question = questionOf(deps, body, {
        ...asked,
        author: teamsOf(after),
        message: readMessage(after, context),
      });
      await persistEdit(deps, body, { question, editedTs: editedTsOf(after) });
    }
    worker.wake();
  };
}

/** Written by a person; neither by us, whose edits come this way too, nor by another bot. */
function isPersons(message: Fields, botUserId: string | undefined): boolean {
  const user = stringOf(message['user']);
  return user !== undefined && user !== botUserId && message['bot_id'] === undefined;
}

/** Slack calls it a change as well when it adds the preview of a link. */
function isEdited(before: Fields, after: Fields): boolean {
  const files = (message: Fields) => listOf(message['files']).length;
  return (
    editedTsOf(after) !== '' &&
    editedTsOf(after) !== editedTsOf(before) &&
    (before['text'] !== after['text'] || files(before) !== files(after))
  );
}

function editedTsOf(message: Fields): string {
  return stringOf(fieldsOf(message['edited'])['ts']) ?? '';
}

async function persistEdit(deps: BotDeps, body: EventBody, edit: Edit): Promise<void> {
  const { teamId, channelId, ts } = edit.question;
  await deps.store.inbox.receive({
    teamId,
    eventId: body.event_id,
    dedupeKey: `edit:${channelId}:${ts}:${edit.editedTs}`,
    kind: JOBS.edit,
    body: JSON.stringify(edit),
  });
}

async function persistRemoval(
  deps: BotDeps,
  body: EventBody,
  { channelId, ts }: Pick<Removal, 'channelId' | 'ts'>,
): Promise<void> {
  const teamId = deps.homeTeamId();
  await deps.store.inbox.receive({
    teamId,
    eventId: body.event_id,
    dedupeKey: `removal:${channelId}:${ts}`,
    kind: JOBS.removal,
    body: JSON.stringify({ teamId, channelId, ts } satisfies Removal),
  });
}
