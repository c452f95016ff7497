import type { Span } from './evidence.ts';

/** StackOne's own, for a request that ran too long. */
const REQUEST_TIMEOUT = 408;

/**
 * A client that stopped waiting says so in its own exception, and some say it in the words of a status:
 * `HttpTimeoutException: request timed out`. No answer came, so those words are no 408 of StackOne's.
 *
 * @param status - the status by whose name those words go
 * @param span - where they stand in the text
 */
export function isClientTimeout(status: number, text: string, [start, end]: Span): boolean {
  if (status !== REQUEST_TIMEOUT) return false;
  return (
    BEFORE.test(text.slice(Math.max(0, start - 80), start)) || AFTER.test(text.slice(end, end + 40))
  );
}

/** An exception named for a time-out, or the MCP client's own number for it. StackOne's 408 is `…TimedOutResponse`. */
const BEFORE = /(?:[Tt]ime-?[Oo]ut(?:Error|Exception)?\]?\)?:|-32001:)[ \t]{0,2}["']?$/;

/** How long the client had waited, or the exception that is the cause. */
const AFTER = /^(?: after \d{1,9} ?ms\b|: \w{0,40}(?:Timeout|Abort)\w{0,20}\b)/;
