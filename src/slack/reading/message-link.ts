/** A link to a message, as Slack's *Copy link* gives it. */
export interface MessageLink {
  readonly channelId: string;
  readonly ts: string;
  /** Of the thread's root, where it is a reply. */
  readonly threadTs: string | null;
}

/** Whatever the host: we only ever ask our own workspace for it. */
const LINK =
  /https?:\/\/[\w.-]{1,100}\/archives\/([CDG][A-Z0-9]{2,20})\/p(\d{10})(\d{6})(?:\?([\w.&;=%-]{0,200}))?/g;

export function readLinks(text: string): readonly MessageLink[] {
  const links = [...text.matchAll(LINK)].map(([, channelId = '', seconds, micros, query = '']) => ({
    channelId,
    ts: `${seconds}.${micros}`,
    threadTs: /(?:^|[&;])thread_ts=(\d{10}\.\d{6})/.exec(query)?.[1] ?? null,
  }));
  return links.filter(({ ts }, at) => links.findIndex((other) => other.ts === ts) === at);
}

/** Their long numbers are no IDs of StackOne's. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, '').trim();
}
