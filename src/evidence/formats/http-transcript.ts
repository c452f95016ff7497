import { type Format, type Fragment, signal } from '../fragment.ts';

/** Heads of requests and responses as `curl -i` and `curl -v`, wget, proxies and access logs print them. */
export const httpTranscript: Format = {
  name: 'http-transcript',
  read(text) {
    return [
      ...readResponses(text),
      ...readRequests(text),
      ...readRequestLines(text),
      ...readCurlCommands(text),
    ];
  },
};

/** `HTTP/2 401`, `< HTTP/1.1 502 Bad Gateway`; an interim 1xx answer is not the answer. */
function readResponses(text: string): readonly Fragment[] {
  return [...text.matchAll(/^[<*\s]{0,6}HTTP\/\d(?:\.\d)? ([2-5]\d\d)\b[^\n]{0,80}/gm)].map(
    (head) => ({
      kind: 'response' as const,
      span: [head.index, endOfHeaders(text, head.index + head[0].length)] as const,
      platformStatus: Number(head[1]),
      signals: [signal('status', Number(head[1]), { origin: 'http:status-line', quote: head[0] })],
    }),
  );
}

/** Headers belong to their head: `via: 1.1 google` names nobody's provider. */
function endOfHeaders(text: string, from: number): number {
  const headers = /(?:\n[<>*\s]{0,4}[A-Za-z][\w-]{0,60}: ?[^\n]{0,4000}){0,80}/y;
  headers.lastIndex = from;
  return from + (headers.exec(text)?.[0].length ?? 0);
}

/** `> GET /unified/ats/jobs HTTP/2`, and the pseudo headers that curl prints for HTTP/2. */
function readRequests(text: string): readonly Fragment[] {
  const lines = text.matchAll(
    /^[>*\s]{0,6}(GET|POST|PUT|PATCH|DELETE|HEAD) (\S{1,2000}) HTTP\/\d(?:\.\d)?[ \t\r]*$/gm,
  );
  return [...lines].map((line) => {
    const host = /^[>*\s]{0,6}Host: ?([^\s]{1,253})/im.exec(
      text.slice(line.index, line.index + 2_000),
    )?.[1];
    const target = line[2] ?? '';
    return {
      kind: 'request' as const,
      span: [line.index, endOfHeaders(text, line.index + line[0].length)] as const,
      method: line[1] ?? 'GET',
      url: host !== undefined && target.startsWith('/') ? `https://${host}${target}` : target,
      signals: [],
    };
  });
}

/** The request in one line, the head of its answer in the next: `POST https://…`, `HTTP/1.1 422 Unprocessable Entity`. */
function readRequestLines(text: string): readonly Fragment[] {
  const lines = text.matchAll(
    /^[ \t]{0,8}(GET|POST|PUT|PATCH|DELETE|HEAD) (https?:\/\/\S{1,1000})[ \t]*(?=\n[<*\s]{0,6}HTTP\/\d(?:\.\d)? [2-5]\d\d\b)/gm,
  );
  return [...lines].map((line) => ({
    kind: 'request' as const,
    span: [line.index, line.index + line[0].length] as const,
    method: line[1] ?? 'GET',
    url: line[2] ?? '',
    signals: [],
  }));
}

/** Up to the end of the command: a pipe, a redirection, an arrow with what came of it, the end of the line. */
const CURL = /\bcurl[ \t](?:"[^"\n]{0,4000}"|'[^'\n]{0,4000}'|\\\n|[^\n"'|;>]){1,4000}/g;

/** The command itself: what was called, and for which account. */
function readCurlCommands(text: string): readonly Fragment[] {
  return [...text.matchAll(CURL)].flatMap((command) => {
    const url = /https?:\/\/[^\s"'\\]{1,1000}/.exec(command[0])?.[0];
    if (url === undefined) return [];
    const method = /(?:-X|--request)[ =]?["']?(GET|POST|PUT|PATCH|DELETE)\b/.exec(command[0])?.[1];
    const hasBody = /[ \t](?:-d|--data(?:-raw|-binary|-urlencode)?|--json)\b/.test(command[0]);
    return [
      {
        kind: 'request' as const,
        span: [command.index, command.index + command[0].length] as const,
        method: method ?? (hasBody ? 'POST' : 'GET'),
        url,
        signals: [],
      },
    ];
  });
}
