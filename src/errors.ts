/** All errors that we throw ourselves. What is expected (no log, no match, no ID) is a value, not an error. */
export class BotError extends Error {
  override name = 'BotError';
}

/** One fault in a knowledge file, with its place. */
export interface KnowledgeFault {
  readonly file: string;
  /** 1-based. */
  readonly line: number | null;
  readonly entry: string | null;
  readonly field: string | null;
  readonly expected: string;
}

/** Tables that cannot be used; carries every fault at once. */
export class KnowledgeError extends BotError {
  override name = 'KnowledgeError';
  readonly faults: readonly KnowledgeFault[];

  constructor(faults: readonly KnowledgeFault[], options?: ErrorOptions) {
    super(
      `${faults.length} fault(s) in the knowledge tables:\n${faults.map(placed).join('\n')}`,
      options,
    );
    this.faults = faults;
  }
}

function placed({ file, line, entry, field, expected }: KnowledgeFault): string {
  const place = line === null ? file : `${file}:${line}`;
  return [`  ${place}`, entry, field, expected].filter((part) => part !== null).join(' · ');
}

/** Environment variables that cannot be used; carries every fault at once. */
export class ConfigError extends BotError {
  override name = 'ConfigError';
  readonly faults: readonly { readonly variable: string; readonly expected: string }[];

  constructor(
    faults: readonly { readonly variable: string; readonly expected: string }[],
    options?: ErrorOptions,
  ) {
    const lines = faults.map(({ variable, expected }) => `  ${variable}: ${expected}`);
    super(`The configuration cannot be used:\n${lines.join('\n')}`, options);
    this.faults = faults;
  }
}

/** A private answer was handed to Slack, whose own answer was lost: it may be shown or not, and cannot be looked up. */
export class UnconfirmedAnswerError extends BotError {
  override name = 'UnconfirmedAnswerError';

  constructor(options?: ErrorOptions) {
    super('Slack did not confirm a private answer.', options);
  }
}

/** The bot cannot be started, for a reason that the person who starts it can mend. The message is one calm line. */
export class StartError extends BotError {
  override name = 'StartError';
}
