import type { Span } from '../edits.ts';
import { isOpaque, isOrdinary } from '../ordinary.ts';
import { readValue, type Value } from '../read-value.ts';

/** RFC 6265, section 4: `name=value` pairs, and attributes of Set-Cookie, which are no secret. */
const PAIR = /[ \t]{0,4}[^\s=;:,"'\\<>[\]{}()]+=(?:\\{0,7}"[^"\\\n;]*\\{0,7}"|[^;\s"'\\\]\x1b]*)/y;
const CONTAINER = /[ \t]{0,12}([[{])/y;
const MAX_CONTAINER = 8_192;
const MAX_STRINGS = 200;
const KEY_BEFORE =
  /(?:name|path|domain|expires|samesite|httponly|secure)["']?\s{0,8}[:=]>?\s{0,8}\\{0,31}["']$/i;

export const cookiePatterns: readonly RegExp[] = [PAIR, CONTAINER, KEY_BEFORE];

/** The secrets behind a `cookie` name: a header's value, or each value of a list or an object. */
export function cookieSpans(text: string, at: number, value: Value): readonly Span[] {
  CONTAINER.lastIndex = at;
  const container = CONTAINER.exec(text);
  if (container !== null && !text.startsWith('[redacted:', CONTAINER.lastIndex - 1)) {
    return containerSpans(text, CONTAINER.lastIndex, container[1] === '[' ? ']' : '}');
  }
  if (!value.quoted) return headerSpans(text, value.start);
  const content = text.slice(value.start, value.end);
  return isCookie(content) ? [[value.start, value.end]] : [];
}

function isCookie(content: string): boolean {
  if (content.startsWith('[redacted:')) return false;
  return /[^\s=]=./.test(content) ? true : isOpaque(content) && !isOrdinary(content);
}

/** `a=b; c=d`: one span over the pairs that follow each other. */
function headerSpans(text: string, start: number): readonly Span[] {
  let end = start;
  PAIR.lastIndex = start;
  while (PAIR.test(text)) {
    end = PAIR.lastIndex;
    if (text.charAt(end) !== ';') break;
    PAIR.lastIndex = end + 1;
  }
  return end === start ? [] : [[start, end]];
}

function containerSpans(text: string, start: number, closer: string): readonly Span[] {
  const near = text.slice(start, start + MAX_CONTAINER);
  const close = near.indexOf(closer);
  const stop = start + (close < 0 ? near.length : close);
  const spans: Span[] = [];
  let at = start;
  for (let strings = 0; at < stop && strings < MAX_STRINGS; strings += 1) {
    const offset = text.slice(at, stop).search(/["']/);
    if (offset < 0) break;
    const depth = slashesBefore(text, at + offset, at);
    const value = readValue(text, at + offset - depth);
    if (!value.quoted || value.end >= stop + 1) break;
    if (isCookieValue(text, value)) spans.push([value.start, value.end]);
    at = value.end + depth + 1;
  }
  return spans;
}

function slashesBefore(text: string, at: number, from: number): number {
  let count = 0;
  while (at - 1 - count >= from && text.charAt(at - 1 - count) === '\\') count += 1;
  return count;
}

function isCookieValue(text: string, { start, end }: Value): boolean {
  if (end === start || text.startsWith('[redacted:', start)) return false;
  if (/^\\{0,31}["']\s{0,8}[:=]/.test(text.slice(end, end + 44))) return false;
  return !KEY_BEFORE.test(text.slice(Math.max(0, start - 64), start));
}
