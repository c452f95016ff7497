import { BotError } from '../errors.ts';

/**
 * - `unsupported-url`: `DATABASE_URL` names a database that this version cannot use
 * - `damaged`: the file is no SQLite database, or a broken one
 * - `unusable`: the file or its folder cannot be opened, read or written
 * - `busy`: another process kept the file locked for longer than we wait
 * - `newer`: a newer version of the bot has written the file
 */
export type StoreOpenReason = 'unsupported-url' | 'damaged' | 'unusable' | 'busy' | 'newer';

/** The store cannot be opened. The message says what to do; it names the file, and never repeats a URL (passwords). */
export class StoreOpenError extends BotError {
  override name = 'StoreOpenError';
  readonly reason: StoreOpenReason;
  /** `null` when no file is concerned. */
  readonly file: string | null;

  constructor(
    { reason, file, message }: { reason: StoreOpenReason; file: string | null; message: string },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.reason = reason;
    this.file = file;
  }
}

/** What was handed in cannot be stored: too long, no JSON, or not of its shape. Carries fields, never values. */
export class StoreInputError extends BotError {
  override name = 'StoreInputError';
  readonly table: string;
  readonly faults: readonly string[];

  constructor(table: string, faults: readonly string[]) {
    super(`Cannot be stored in ${table}: ${faults.join('; ')}`);
    this.table = table;
    this.faults = faults;
  }
}

/** A stored row is not what we write: damaged, or changed by somebody else. Carries fields, never values. */
export class StoreRowError extends BotError {
  override name = 'StoreRowError';
  readonly table: string;
  readonly faults: readonly string[];

  constructor(table: string, faults: readonly string[]) {
    super(`A row of ${table} cannot be read: ${faults.join('; ')}`);
    this.table = table;
    this.faults = faults;
  }
}

/** A case was to be opened with a job whose dedupe key is taken: nothing was stored. */
export class StoreConflictError extends BotError {
  override name = 'StoreConflictError';
  readonly reference: string;

  constructor(reference: string) {
    super(`Case ${reference} was not opened: a job with its dedupe key exists already.`);
    this.reference = reference;
  }
}
