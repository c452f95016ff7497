import { isClientTimeout } from '../client-timeouts.ts';
import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';

/** The first line of an exception whose message is a status' own name and no more: `Error: Forbidden` and its stack. */
export const stackHeads: Format = {
  name: 'stack-heads',
  read(text, { index }) {
    return [...text.matchAll(HEAD)].flatMap((head) => toFragment(head, index));
  },
};

/** `Error: Forbidden`, `Uncaught HttpError: Bad Gateway`, `Faraday::ClientError (Conflict):`, `** (MyApp.Error) Not Found`. */
const HEAD =
  /^[ \t•*-]{0,8}(?:Caused by: |Uncaught |Unhandled |\*\* |panic: )?(?:\(in promise\) )?\(?(?:[\w$]{1,60}(?:\.|::|\\)){0,8}[\w$]{0,60}(?:Error|Exception|Throwable|Failure)\b(?::|\)| \() ?([A-Z][A-Za-z'-]{2,24}(?: [A-Za-z]{2,24}){0,4})\)?[.:]?[ \t\r]*$/gm;

/** The client's own: no answer came. */
function isOwnTimeout(status: number, [line, phrase = '']: RegExpExecArray): boolean {
  return isClientTimeout(status, line, [line.lastIndexOf(phrase), line.length]);
}

function toFragment(head: RegExpExecArray, index: ReadContext['index']): readonly Fragment[] {
  const phrase = head[1] ?? '';
  const status = index.statusOfPhrase(phrase);
  if (status === undefined || isOwnTimeout(status, head)) return [];
  return [
    {
      kind: 'response',
      span: [head.index, head.index + head[0].length],
      platformStatus: status,
      certainty: 0.9,
      signals: [signal('status-name', status, { origin: 'text:stack-head', quote: head[0] })],
    },
  ];
}
