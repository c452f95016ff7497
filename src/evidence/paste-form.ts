import type { Call, PasteForm } from './evidence.ts';
import type { Fragment } from './fragment.ts';

interface Found {
  readonly calls: readonly Call[];
  readonly fragments: readonly Fragment[];
  /** The calls come from what a person said. */
  readonly spoken: boolean;
}

/** What a paste looks like: a printed exchange, a log, an answer, a question, or something shorter. */
export function formOf(text: string, found: Found): PasteForm {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  const words = trimmed.slice(0, 4_000).split(/\s+/, 26).length;
  const isLogged = hasLogHeads(trimmed);
  if (found.calls.length > 0 && !found.spoken) {
    if (hasOrigin(found.fragments, 'http:status-line')) return 'transcript';
    if (isLogged || hasOrigin(found.fragments, 'table:')) return 'log';
    if (hasOrigin(found.fragments, 'http:')) return 'transcript';
    const records = found.fragments.filter(({ kind }) => kind === 'record').length;
    if (records === 0) return words <= 4 ? 'status' : words <= 25 ? 'question' : 'log';
    return isLog(trimmed, records) ? 'log' : 'response';
  }
  if (found.spoken) return isLogged ? 'log' : words <= 4 ? 'status' : 'question';
  if (found.fragments.some(({ requestId }) => requestId !== undefined)) return 'request-id';
  return trimmed.length <= 600 && /[\p{L}]{2}/u.test(trimmed) ? 'question' : 'unknown';
}

function hasOrigin(fragments: readonly Fragment[], start: string): boolean {
  return fragments.some(({ signals }) => signals.some(({ origin }) => origin.startsWith(start)));
}

/** Lines further down begin like the first ones. */
const HEAD_CHARS = 8_000;

/** A date and time, a level, a container's name: what loggers begin a line with; web servers put theirs behind the address. */
const LOG_HEAD =
  /^[ \t]{0,8}(?:[\w.-]{1,60} {1,30}\| {1,4}|\d{1,3}\|[\w.-]{1,40} {1,8}\| )?(?:(?:\x1b\[[\d;]{0,12}m)?\[?(?:(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[-./]\d\d[-./]\d{4})[T ,]{1,2}\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d\d:\d\d:\d\d[.,\] ])|[IWEDF], \[|\[?(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL|SEVERE|CRITICAL)\b|(?:time|ts|level)=)|\[[A-Z]\w{1,30}\] \d{1,8} {1,3}- \d|^\S{1,80} \S{1,40} \S{1,80} \[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:/m;

function hasLogHeads(text: string): boolean {
  return LOG_HEAD.test(text.slice(0, HEAD_CHARS));
}

function isLog(text: string, records: number): boolean {
  if (records > 1) return true;
  if (/^\{\s*"(?:level|time|ts|timestamp|severity)"/.test(text)) return true;
  return !/^[{[]/.test(text) && text.split('\n').length > 2;
}
