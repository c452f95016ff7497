/**
 * Reads a `Retry-After` header.
 *
 * @param value - seconds, or a date (RFC 9110, section 10.2.3); StackOne sends seconds
 * @param nowMs - milliseconds since 1970, for the date
 * @returns milliseconds to wait, 0 for a date that has passed, `null` for no or an unreadable header, and for more than
 *   an hour, which nobody means: StackOne says 60 s, and one wrong header must not keep us away for years
 */
export function readRetryAfter(value: string | null, nowMs: number): number | null {
  const ms = readWait(value, nowMs);
  return ms === null || ms > MAX_WAIT_MS ? null : ms;
}

const MAX_WAIT_MS = 60 * 60_000;

function readWait(value: string | null, nowMs: number): number | null {
  const text = value?.trim().slice(0, 40) ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // `Date.parse` takes nearly anything; a date begins with the name of its day.
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
