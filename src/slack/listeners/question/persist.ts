import type { BotDeps } from '../../deps.ts';
import { isHelp } from '../../help.ts';
import { JOBS } from '../../names.ts';
import type { FileRef, ReadMessage } from '../../reading/read-message.ts';
import { keyOf, type Question } from '../../work/question.ts';

/** What Slack puts round an event, as far as it matters here. */
export interface EventBody {
  readonly event_id: string;
  /** Of either side, where a channel is shared between two. */
  readonly team_id: string;
  readonly is_ext_shared_channel?: boolean;
}

/** What a message says of its author. Slack leaves the teams out of some, such as those with a file. */
export interface Author {
  readonly user_team?: string;
  readonly team?: string;
}

export type Asked = Pick<Question, 'channelId' | 'ts' | 'threadTs' | 'userId' | 'isDirect'> & {
  readonly author: Author;
  readonly message: ReadMessage;
};

/** Slack's types leave them out of messages. */
export function teamsOf(event: object): Author {
  const userTeam: unknown = Reflect.get(event, 'user_team');
  const team: unknown = Reflect.get(event, 'team');
  return {
    ...(typeof userTeam === 'string' ? { user_team: userTeam } : {}),
    ...(typeof team === 'string' ? { team } : {}),
  };
}

/** Its own words are kept, redacted, only where they are to be read together with what is opened later. */
const MAX_WORDS = 4_000;

/**
 * Persists a question; that is all that happens before Slack is told that it arrived. A mention in a channel where the
 * bot also reads messages comes as two events: the second is known by channel and `ts`.
 */
export async function persistQuestion(deps: BotDeps, body: EventBody, asked: Asked): Promise<void> {
  const question = questionOf(deps, body, asked);
  await deps.store.inbox.receive({
    teamId: question.teamId,
    eventId: body.event_id,
    dedupeKey: keyOf(asked.channelId, asked.ts),
    kind: JOBS.question,
    body: JSON.stringify(question),
  });
}

export function questionOf(
  deps: BotDeps,
  body: EventBody,
  { author, message, ...asked }: Asked,
): Question {
  return {
    ...asked,
    teamId: deps.homeTeamId(),
    isShared: body.is_ext_shared_channel === true,
    userTeamId: teamOf(author, body),
    ...contentOf(deps, message),
  };
}

/** What is kept of a message. */
export function contentOf(
  deps: BotDeps,
  message: ReadMessage,
): Pick<Question, 'report' | 'words' | 'files' | 'links' | 'isHelp'> {
  const { text, files, links } = message;
  const hasMore = files.length > 0 || links.length > 0;
  return {
    report: deps.answer(text),
    isHelp: isHelp(message),
    ...(hasMore
      ? {
          words: deps.redactText(text).slice(0, MAX_WORDS),
          files: files.map((file) => withoutSecrets(deps, file)),
          links,
        }
      : {}),
  };
}

function withoutSecrets(deps: BotDeps, file: FileRef): FileRef {
  return file.preview === undefined ? file : { ...file, preview: deps.redactText(file.preview) };
}

/**
 * The author's own team. The envelope's is theirs too where nobody else is in the channel; where another company is, it
 * may be either's, so it says nothing.
 */
export function teamOf({ user_team: own, team }: Author, body: EventBody): string | null {
  return own ?? team ?? (body.is_ext_shared_channel === true ? null : body.team_id);
}
