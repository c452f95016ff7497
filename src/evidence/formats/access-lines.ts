import { type Format, type Fragment, signal } from '../fragment.ts';

/** One request and its status in one line, as servers, proxies and clients log it. */
export const accessLines: Format = {
  name: 'access-lines',
  read(text) {
    return SHAPES.flatMap(({ name, cue, pattern, order }) =>
      cue === undefined || cue.test(text)
        ? [...text.matchAll(pattern)].map((line) => toRecord(line, { name, order }))
        : [],
    );
  },
};

interface Shape {
  readonly name: string;
  readonly cue?: RegExp;
  readonly pattern: RegExp;
  /** Which group holds method, address and status. */
  readonly order: readonly [method: number, url: number, status: number];
}

const METHODS = '(?:GET|POST|PUT|PATCH|DELETE|HEAD)';
const METHOD = METHODS.replace('?:', '');

const SHAPES: readonly Shape[] = [
  // Common log format `"GET /unified/hris/employees HTTP/1.1" 502 1234`, `GET /unified/ats/jobs 502 812ms`, `POST … -> 429`,
  // ofetch `[GET] "https://…": 429 Too Many Requests`, newman `GET https://… [401 Unauthorized, 331B]`
  {
    name: 'access-line',
    pattern: new RegExp(
      `(?:\\b|(?<=\\\\[tn]))${METHOD}\\]?[ \\t]+["'\`]?(/[^\\s"'\`]{0,500}|https?://[^\\s"'\`]{1,500})(?=["'\`\\s(|→]|:\\s)["'\`]?(?:[ \\t]+HTTP/\\d(?:\\.\\d)?["']?)?:?[ \\t]*(?:[-=]{1,2}>|→|=|\\||returned|responded(?: with)?|answered|gave|got|failed(?: with)?|resulted in(?: an?)?|status(?:[ _]?code)?)?[:=]?[ \\t]*[([\`]?([2-5]\\d\\d)\\b(?![.\\d]|[ \\t]?ms\\b)`,
      'g',
    ),
    order: [1, 2, 3],
  },
  // Sentences of clients: Go `GET https://…: unexpected status 429`, Java and Python loggers `POST /unified/… failed for account 45…: HTTP 422`
  {
    name: 'call-line',
    pattern: new RegExp(
      `\\b${METHOD}\\]?[ \\t]+["'\`]?(/(?:unified|actions)/[^\\s"'\`]{1,500}|https?://[^\\s"'\`]{1,500})["'\`]?[:,]?[ \\t](?:(?!https?:|expect|want|exit|${METHODS}\\b)[^\\s{}<>]{1,60}[ \\t]){0,12}?\\(?(?:HTTP|[Ss]tatus(?:[ _-]?[Cc]ode)?|code|(?:failed|returned|responded|answered|rejected) with(?: an?| HTTP| status){0,2})[ :=(]{1,3}([2-5]\\d\\d)\\b(?![.\\d])`,
      'g',
    ),
    order: [1, 2, 3],
  },
  // haproxy and AWS's load balancers: the status stands before the request, with counters between
  {
    name: 'proxy-line',
    cue: /"(?:GET|POST|PUT|PATCH|DELETE|HEAD) [/h]/,
    pattern: new RegExp(
      `(?<=[ \\d]) ([2-5]\\d\\d) (?:(?:[1-5]\\d\\d|-) )?[\\d+-]{1,12} [^\\n"]{0,80}"${METHOD} (/\\S{0,1000}|https?://\\S{1,1000}) HTTP/\\d(?:\\.\\d)?"(?! [1-5]\\d\\d\\b)`,
      'g',
    ),
    order: [2, 3, 1],
  },
  // Package managers and some clients: `404 Not Found - GET https://registry.npmjs.org/…`, got `404 (Not Found): GET https://…`,
  // Spring `422 Unprocessable Entity on POST request for "https://…"`; people: `HTTP 500 on POST /unified/…`
  {
    name: 'status-first',
    pattern: new RegExp(
      `(?<!\\.\\w{1,5}:)\\b([45]\\d\\d)(?: [A-Za-z][A-Za-z' ]{1,40}| \\([A-Za-z][A-Za-z' -]{1,40}\\))?(?:[ \\t]?[-–:]|[ \\t](?:on|for|from|at|during|in response to|when calling))[ \\t]${METHOD} (?:request (?:for|to) )?["'\`]?(/[^\\s"'\`]{1,500}|https?://[^\\s"'\`]{1,1000})`,
      'g',
    ),
    order: [2, 3, 1],
  },
  // IIS, W3C extended format: … method path query port user client agent referer status substatus win32 time
  {
    name: 'w3c-line',
    cue: /^[ \t]{0,8}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S{1,60} [A-Z]/m,
    pattern: new RegExp(
      `^[ \\t]{0,8}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d (?:\\S{1,60} ){1,3}${METHOD} (/\\S{0,500}) \\S{1,1000} \\d{2,5} [^\\n]{1,800} ([2-5]\\d\\d) \\d{1,5} \\d{1,10} \\d{1,10}[ \\r]*$`,
      'gm',
    ),
    order: [1, 2, 3],
  },
];

/** The bytes that were sent stand behind the status of the common log format: no status of their own. */
function sizeBehind({ input, index, 0: { length } }: RegExpExecArray): number {
  return (
    /^ \d{1,12}(?= |\r?$)/m.exec(input.slice(index + length, index + length + 16))?.[0].length ?? 0
  );
}

/**
 * An address and a date in brackets stand before the request: somebody's server was asked, not StackOne. Django's
 * `[20/Nov/2026 10:11:12] "` and uvicorn's `127.0.0.1:51234 - "` say the same.
 */
const SERVER_HEAD =
  /[\d\]] (?:- |\S{1,60} ){1,2}\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:[\d:]{8} [+-]\d{4}\] "$|\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4} [\d:]{8}\] "$|\d:\d{2,5} - "$/;

function toRecord(
  line: RegExpExecArray,
  { name, order }: { readonly name: string; readonly order: Shape['order'] },
): Fragment {
  const [method, url, status] = order.map((group) => line[group] ?? '');
  const head = line.input.slice(Math.max(0, line.index - 140), line.index);
  const isServers =
    (name === 'proxy-line' || SERVER_HEAD.test(head)) && url?.startsWith('/') === true;
  return {
    kind: 'record',
    span: [line.index, line.index + line[0].length + sizeBehind(line)],
    method: method ?? 'GET',
    url: (url ?? '').replace(/[:,]$/, ''),
    platformStatus: Number(status),
    signals: [
      signal('status', Number(status), { origin: `http:${name}`, quote: line[0] }),
      ...(isServers && !/\/unified\/|\/actions\/rpc/.test(url ?? '')
        ? [signal('foreign', 'web server', { origin: 'http:server-log', quote: line[0] })]
        : []),
    ],
  };
}
