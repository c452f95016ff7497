/** Takes one family of secrets out of a text. */
export interface Rule {
  readonly name: string;
  /** Every regular expression that the rule runs over a paste; a test checks that each is linear. */
  readonly patterns: readonly RegExp[];
  /** Cheap look for a cue. A rule without its cue in the text is not run at all. */
  readonly applies: (text: string) => boolean;
  readonly apply: (text: string, mask: Mask) => string;
}

/** Notes a secret and gives the words that take its place. */
export type Mask = (kind: string, secret: string) => string;

/** The words in the place of a secret. They need no escaping in JSON, XML, HTML, a shell or a URL's query. */
export function placeholder(kind: string): string {
  return `[redacted:${kind}]`;
}

const PLACEHOLDER = /\[redacted:[a-z-]{1,40}\]/g;

/** What is left of a value once earlier placeholders are out of it. */
export function withoutPlaceholders(value: string): string {
  return value.includes('[redacted:') ? value.replace(PLACEHOLDER, '') : value;
}
