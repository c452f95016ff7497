import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { UnconfirmedAnswerError } from '../../errors.ts';
import type { BotDeps } from '../deps.ts';
import { refusedBy, sayRefusal } from '../refusals.ts';
import { UndeliveredAnswerError } from '../respond.ts';
import { slackErrorOf } from '../slack-errors.ts';
import { tellPrivately } from '../tell-privately.ts';
import { type Fields, fieldsOf, stringOf } from '../wire.ts';

/**
 * The one place where a listener's failure ends: logged with a reference, and the person is told calmly, with the same
 * reference. A failed event is thrown on, so that it is not acknowledged and Slack sends it again.
 */
export function registerErrorHandler(app: App, deps: BotDeps, client: WebClient): void {
  app.error(async ({ error: given, body }: { readonly error: Error; readonly body: unknown }) => {
    const error = originalOf(given);
    const reference = deps.newReference();
    const reason = slackErrorOf(error) ?? error.name;
    deps.logger.error('a listener failed', { reference, reason, error });
    const facts = fieldsOf(body);
    if (facts['type'] === 'event_callback') throw error;
    try {
      await tell(client, facts, { error, reference });
    } catch (failure) {
      deps.logger.warn('a person could not be told of a failure', { reference, error: failure });
    }
  });
}

/** Bolt puts errors that it does not know into one of its own. */
function originalOf(error: Error): Error {
  const original: unknown = Reflect.get(error, 'original');
  return original instanceof Error ? original : error;
}

/** Through the `response_url`, where there is one that works; else where they are, or in their direct messages. */
async function tell(
  client: WebClient,
  facts: Fields,
  { error, reference }: { readonly error: Error; readonly reference: string },
): Promise<void> {
  const url = stringOf(facts['response_url']);
  const isUsedUp = error instanceof UndeliveredAnswerError;
  const words = wordsFor(error, reference);
  if (url !== undefined && !isUsedUp && (await tellThere(url, words))) return;
  const user = stringOf(fieldsOf(facts['user'])['id']) ?? stringOf(facts['user_id']);
  const channel = stringOf(fieldsOf(facts['channel'])['id']) ?? stringOf(facts['channel_id']);
  if (user === undefined) return;
  const said = isUsedUp ? error.said : words;
  await tellPrivately(client, { channel: channel ?? user, user, threadTs: null }, said);
}

function wordsFor(error: Error, reference: string): string {
  if (error instanceof UnconfirmedAnswerError)
    return `Slack did not confirm that it showed you my answer. If you do not see it, please ask again. Reference: ${reference}`;
  const own = sayRefusal(refusedBy(error), { channelId: null, again: 'try again' });
  return own === undefined
    ? `Something went wrong on my side, and I have written it down. Please try again; if it stays, tell whoever runs me this reference: ${reference}`
    : `${own} Reference: ${reference}`;
}

/** Bolt's `respond` is not handed to the error handler. @returns whether Slack took it, or may have */
async function tellThere(url: string, text: string): Promise<boolean> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
    signal: AbortSignal.timeout(5_000),
  });
  return answer.ok || answer.status >= 500;
}
