import { pino } from 'pino';

/** Structured lines: a message and fields. Pasted text, names and secrets stay out of both. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, unknown>>;

export interface LoggerOptions {
  readonly level: string;
  /** Run over every line before it is written: whatever slipped into a field is removed there. */
  readonly redact: (text: string) => string;
  readonly write?: (line: string) => void;
}

export function createLogger({
  level,
  redact,
  write = (line) => void process.stdout.write(line),
}: LoggerOptions): Logger {
  const inner = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: describe },
    },
    { write: (line: string) => write(redact(line)) },
  );
  return {
    debug: (message, fields) => inner.debug(fields ?? {}, message),
    info: (message, fields) => inner.info(fields ?? {}, message),
    warn: (message, fields) => inner.warn(fields ?? {}, message),
    error: (message, fields) => inner.error(fields ?? {}, message),
  };
}

/** An exception with its cause; stacks are bounded. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error).slice(0, 500);
  return {
    name: error.name,
    message: error.message.slice(0, 500),
    stack: error.stack?.slice(0, 4_000),
    ...(error.cause === undefined ? {} : { cause: String(error.cause).slice(0, 500) }),
  };
}
