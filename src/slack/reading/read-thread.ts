import type { WebClient } from '@slack/web-api';
import { ANSWER_FROM } from '../../report/compose-card.ts';
import { plainTime } from '../../report/inline.ts';
import type { Report } from '../../report/report.ts';
import type { BotDeps } from '../deps.ts';
import { sayLacking } from '../scopes.ts';
import { isRateLimited, neededScopeOf, slackErrorOf } from '../slack-errors.ts';
import { fieldsOf, stringOf } from '../wire.ts';
import type { Patience } from './read-file.ts';
import { type FileRef, readMessage } from './read-message.ts';

export interface ThreadPlace extends Patience {
  readonly channelId: string;
  readonly threadTs: string;
  /** Of the message that asks: it is not read again. */
  readonly questionTs: string;
}

export interface ThreadReading {
  /** `undefined` when there was nothing to take. */
  readonly report: Report | undefined;
  /** What was taken, or why nothing was; one sentence. */
  readonly note: string;
}

/** One page; Slack counts from the root. */
const MAX_MESSAGES = 200;
/** How many of the latest are looked into, beside the root. */
const MAX_LATEST = 20;
const MAX_FILES = 3;

/** Reads a thread, once and not too much of it, and picks the failure. What it could not read is said; throws only as `Patience` says. */
export async function readThread(
  deps: BotDeps,
  client: WebClient,
  place: ThreadPlace,
): Promise<ThreadReading> {
  try {
    const { messages = [], has_more: isLonger } = await client.conversations.replies({
      channel: place.channelId,
      ts: place.threadTs,
      latest: place.questionTs,
      limit: MAX_MESSAGES,
    });
    const texts = pick(messages, place, deps).map((message) => withReport(deps, message));
    const taken =
      best(texts) ??
      best(await fromFiles(deps, client, { candidates: texts, comesAgain: place.comesAgain }));
    if (taken !== undefined)
      return { report: taken.report, note: `I took this from ${nameOf(taken, place)}.` };
    const reach = isLonger === true ? ` the first ${MAX_MESSAGES} messages of` : '';
    return {
      report: undefined,
      note: `I read${reach} this thread and found no StackOne error in it.`,
    };
  } catch (error) {
    if (place.comesAgain && isRateLimited(error)) throw error;
    const code = slackErrorOf(error);
    deps.logger.warn('a thread could not be read', { reason: code ?? 'unknown', error });
    return { report: undefined, note: whyNot(code, neededScopeOf(error)) };
  }
}

interface Candidate {
  readonly ts: string;
  readonly files: readonly FileRef[];
  readonly report: Report;
  /** The file it was read from. */
  readonly file?: string;
}

/** The root and the latest, without the question and without our own answers. */
function pick(messages: readonly unknown[], place: ThreadPlace, deps: BotDeps) {
  const { botUserId, botId } = deps.identity() ?? {};
  const others = messages.map(fieldsOf).filter((message) => {
    const isOurs = message['user'] === botUserId || message['bot_id'] === botId;
    return message['ts'] !== place.questionTs && !isOurs;
  });
  return others.filter((_, at) => at === 0 || at >= others.length - MAX_LATEST);
}

function withReport(deps: BotDeps, message: ReturnType<typeof fieldsOf>): Candidate {
  const { text, files } = readMessage(message, deps.identity());
  return { ts: stringOf(message['ts']) ?? '', files, report: deps.answer(text) };
}

/** Only where no text tells of a failure: opening files takes time. */
async function fromFiles(
  deps: BotDeps,
  client: WebClient,
  { candidates, comesAgain }: Patience & { readonly candidates: readonly Candidate[] },
): Promise<readonly Candidate[]> {
  const files = candidates.flatMap((one) => one.files.map((file) => ({ ...one, file })));
  const read: Candidate[] = [];
  for (const { ts, file } of files.slice(-MAX_FILES)) {
    const reading = await deps.readFile(client, file, { comesAgain });
    const text = reading.kind === 'text' ? reading.text : file.preview;
    if (text !== undefined)
      read.push({ ts, files: [], report: deps.answer(text), file: file.name });
  }
  return read;
}

/** The surest; of several that are as sure, the latest. A request ID alone is better than nothing. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (found, one) =>
      weigh(one) > 0 && weigh(one) >= (found === undefined ? 0 : weigh(found)) ? one : found,
    undefined,
  );
}

function weigh({ report }: Candidate): number {
  const confidence = report.diagnoses[0]?.confidence ?? 0;
  if (confidence >= 0.9) return 3;
  if (confidence >= ANSWER_FROM) return 2;
  return report.evidence.requestIds.length > 0 ? 1 : 0;
}

function nameOf({ ts, file }: Candidate, { threadTs }: ThreadPlace): string {
  const message =
    ts === threadTs
      ? 'the first message of this thread'
      : `the message of ${plainTime(new Date(Math.floor(Number(ts)) * 1_000).toISOString())} in this thread`;
  return file === undefined ? message : `${file} in ${message}`;
}

function whyNot(code: string | undefined, needed: string | undefined): string {
  switch (code) {
    case 'missing_scope':
      return `${sayLacking('read this thread', needed)} Until then, paste the error into your message.`;
    case 'ratelimited':
      return 'Slack asks me to slow down, so I did not read this thread. Ask again in a minute.';
    default:
      return 'I could not read this thread. Ask again, or paste the error into your message.';
  }
}
