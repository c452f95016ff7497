import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';
import { namesPlatform } from '../subject.ts';
import { readAddress } from '../urls.ts';

/** One request in one line of keys and values, in any order: `method=POST url="https://…" status=502`, as logrus and lograge log. */
export const keyValueLines: Format = {
  name: 'key-value-lines',
  read(text, context) {
    const found: Fragment[] = [];
    for (const { index } of text.matchAll(/\bmethod=\\{0,3}["']?[A-Za-z]{3,6}\b/g)) {
      if (found.length >= MAX_LINES) break;
      found.push(...readAround(text, index, context));
    }
    return found;
  },
};

const MAX_LINES = 2_000;
/** So far stand the parts of one request from each other. */
const REACH = 600;

function readAround(text: string, at: number, { index }: ReadContext): readonly Fragment[] {
  const start = Math.max(at - REACH, lineStart(text, at, '\n'), lineStart(text, at, '\\n'));
  const end = Math.min(at + REACH, lineEnd(text, at, '\n'), lineEnd(text, at, '\\n'));
  const line = text.slice(start, end);
  const method = METHOD.exec(line);
  const url = URL.exec(line);
  const status = STATUS.exec(line);
  if (method === null || url === null || status === null) return [];
  const vendor = index.vendorOfName(PROVIDER.exec(line)?.[1] ?? '');
  // Any web server logs its own answers so; with StackOne in the line, the status may be StackOne's.
  const { host, path } = readAddress(url[1] ?? '');
  const isServers = host === null && !/\/unified\/|\/actions\/rpc/.test(path ?? '');
  if (isServers && (vendor !== undefined || namesPlatform(line))) return [];
  const parts = [method, url, status];
  return [
    {
      kind: 'record',
      span: [
        start + Math.min(...parts.map((part) => part.index)),
        start + Math.max(...parts.map((part) => part.index + part[0].length)),
      ],
      method: (method[1] ?? '').toUpperCase(),
      url: url[1] ?? '',
      platformStatus: Number(status[1]),
      ...(vendor === undefined ? {} : { provider: vendor }),
      signals: [
        signal('status', Number(status[1]), { origin: 'http:key-value-line', quote: status[0] }),
        ...(isServers
          ? [signal('foreign', 'web server', { origin: 'http:server-log', quote: url[0] })]
          : []),
        ...(vendor === undefined
          ? []
          : [
              signal('provider', vendor, {
                origin: 'http:key-value-line',
                quote: `provider=${vendor}`,
              }),
            ]),
      ],
    },
  ];
}

/** Lines inside a string of JSON end with an escape. */
function lineStart(text: string, at: number, mark: string): number {
  const found = text.slice(Math.max(0, at - REACH), at).lastIndexOf(mark);
  return found < 0 ? 0 : Math.max(0, at - REACH) + found + mark.length;
}

function lineEnd(text: string, at: number, mark: string): number {
  const found = text.slice(at, at + REACH).indexOf(mark);
  return found < 0 ? text.length : at + found;
}

const METHOD = /\bmethod=\\{0,3}["']?(get|post|put|patch|delete|head)\b/i;
const URL =
  /\b(?:url|uri|path|endpoint)=\\{0,3}["']?(https?:\/\/[^\s"'\\]{1,500}|\/[^\s"'\\]{1,500})/i;
const PROVIDER =
  /\b(?:provider|connector|integration)(?:_?(?:key|name))?=\\{0,3}["']?([\w-]{2,40})/i;
const STATUS = /\bstatus(?:_?code)?=\\{0,3}["']?([2-5]\d\d)\b(?![.\d])/i;
