/** Foreign text, made fit for Slack. Everything that we draw passes through here. */

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Control characters except tab and newline; direction overrides, which make text read as what it is not. */
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** For places that Slack takes literally: `rich_text` elements and `plain_text`. */
export function literal(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(LONE_SURROGATE, '\uFFFD');
}

/**
 * For mrkdwn and the top-level `text`: the three characters that Slack reads, escaped, and words that would call
 * everybody made harmless.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping — read 2026-11-23
 */
export function escapeMrkdwn(text: string): string {
  return literal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=here|channel|everyone|group)/gi, '@\u2060'); // a word joiner: nothing to be seen
}

/** Shortened at a word where there is one near, with `…`; never in the middle of a character. */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = text.slice(0, Math.max(0, maxChars - 1)).replace(/[\uD800-\uDBFF]$/, '');
  const space = room.search(/\s\S{0,39}$/);
  return `${(space > room.length / 2 ? room.slice(0, space) : room).trimEnd()}…`;
}

/** The same for what is escaped already: never in the middle of an escape. */
export function shortenEscaped(text: string, maxChars: number): string {
  return shorten(text, maxChars).replace(/&[a-z]{0,4}…$/, '…');
}

/** A link that may be drawn: http(s), and written so that it cannot end early. */
export function safeUrl(url: string): string | undefined {
  try {
    const parsed = new URL(url);
    if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
    const href = parsed.href.replace(/[|<>\s"]/g, encodeURIComponent);
    return href.length <= 2_000 ? href : undefined;
  } catch {
    return undefined;
  }
}
