import type { App } from '@slack/bolt';
import { UnconfirmedAnswerError } from '../../errors.ts';
import type { BotDeps } from '../deps.ts';
import { slackErrorOf } from '../slack-errors.ts';

/**
 * The one place where a listener's failure ends: logged with a reference, and the person is told calmly, with the same
 * reference. A failed event is thrown on, so that it is not acknowledged and Slack sends it again.
 */
export function registerErrorHandler(app: App, deps: BotDeps): void {
  app.error(async ({ error: given, body }: { readonly error: Error; readonly body: unknown }) => {
    const error = originalOf(given);
    const reference = deps.newReference();
    deps.logger.error('a listener failed', {
      reference,
      reason: slackErrorOf(error) ?? error.name,
      error,
    });
    const facts = body as Readonly<Record<string, unknown>>;
    if (facts['type'] === 'event_callback') throw error;
    const url = facts['response_url'];
    if (typeof url === 'string') await tell(url, wordsFor(error, reference), { reference, deps });
  });
}

/** Bolt puts errors that it does not know into one of its own. */
function originalOf(error: Error): Error {
  const original: unknown = Reflect.get(error, 'original');
  return original instanceof Error ? original : error;
}

function wordsFor(error: Error, reference: string): string {
  return error instanceof UnconfirmedAnswerError
    ? `Slack did not confirm that it showed you my answer. If you do not see it, please ask again. Reference: ${reference}`
    : `Something went wrong on my side, and I have written it down. Please try again; if it stays, tell whoever runs me this reference: ${reference}`;
}

/** Straight to the `response_url`: Bolt's `respond` is not handed to the error handler. */
async function tell(
  url: string,
  text: string,
  { reference, deps }: { readonly reference: string; readonly deps: BotDeps },
): Promise<void> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok)
      deps.logger.warn('a person could not be told of a failure', {
        reference,
        status: answer.status,
      });
  } catch (error) {
    deps.logger.warn('a person could not be told of a failure', { reference, error });
  }
}
