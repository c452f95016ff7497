import { BotError } from '../../errors.ts';

/** Slack says no: `{ ok: false, error }`. Carries Slack's own code and what Slack adds to it. */
export class Refusal extends BotError {
  override name = 'Refusal';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(`Slack refuses: ${code}.`);
    this.code = code;
    this.details = details;
  }
}

/** A person does what Slack's clients do not let them do, or the stand-in is set up wrong: a mistake in the test. */
export class StandInError extends BotError {
  override name = 'StandInError';
}

/** An argument that Slack does not take, said the way Slack says it. */
export function invalidArguments(...messages: readonly string[]): Refusal {
  return new Refusal('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
