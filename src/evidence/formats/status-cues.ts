import { isUnit } from '../everyday.ts';
import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';

/**
 * Statuses that a text names as such, wherever they stand: in an exception's message, a log line, a print-out.
 * Each form with what prints it.
 */
const CUES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  // axios "Request failed with status code 502"; openapi-fetch, ky, Go and Ruby clients: "status 502", "status: 502"
  {
    name: 'status',
    pattern:
      /(?<!\bexit[ _-])\b(?:http[ _-]?)?status(?:[ _-]?code)?\b["']?(?: of(?: an?)?)?\s{0,2}(?:[:=]|=>)?(?!=)\s{0,2}["'(]?([2-5]\d\d)\b(?![\d.]|-\d)/gi,
  },
  // "HTTP 502", "HTTP error! status: 502", urllib "HTTP Error 404: Not Found", "HTTP/1.1 502" inside a sentence; not
  // OkHttp's "END HTTP (502-byte body)"
  {
    name: 'http',
    pattern:
      /\bHTTP(?:\/\d(?:\.\d)?)?(?:[ -]?(?:error|code|response(?: code)?))?[ :=(-]{1,3}([2-5]\d\d)\b(?!\.\d|-[a-z])/gi,
  },
  // requests "401 Client Error: Unauthorized for url", httpx "Client error '404 Not Found' for url"
  { name: 'client-error', pattern: /\b([45]\d\d) (?:Client|Server) Error\b/gi },
  { name: 'client-error', pattern: /\b(?:Client|Server) error '([45]\d\d)\b/gi },
  // hurl "actual value is <412>", Jest "Received: 412", Chai "but got 403"
  {
    name: 'asserted',
    pattern:
      /\b(?:actual(?: value)?|received|but (?:got|was|found))(?: is| was)?[ :=]{1,4}["'<`]?([45]\d\d)\b(?![\d.%]|[-:/]\d|,\d)/gi,
  },
  // aiohttp "502, message='Bad Gateway', url=…"
  { name: 'aiohttp', pattern: /\b([45]\d\d), message='/g },
  // "error code 502", "error: 502", "responded with a 502", "failed with 502", ".NET … success: 502 (Bad Gateway)"
  {
    name: 'said',
    pattern:
      /(?<!\b(?:exit|area|zip|postal|country|dial|source|promo)[ _-])\b(?:error(?:[ _-]?code)?|err|code|responded with|response(?:[ _-]?(?:status|code))?|failed with|returned|success)\b["']?\s{0,2}[:=]?\s{0,2}(?:an? |HTTP )?["'`(]?([45]\d\d)\b(?![\d.%]|[-:/]\d|,\d| ?(?:ms|s|times|records|rows)\b)/gi,
  },
];

export const statusCues: Format = {
  name: 'status-cues',
  read(text, context) {
    const cued = CUES.flatMap(({ name, pattern }) =>
      [...text.matchAll(pattern)]
        .filter(
          (match) =>
            !isCounted(text, match.index + match[0].length) &&
            !isKey(name, match) &&
            !isExpected(text, match.index) &&
            !isAnswering(text, match),
        )
        .map((match) => ({ ...found(match, `text:${name}`), ...addressOf(name, match) })),
    );
    return [...cued, ...readReasons(text, context), ...readNamedClasses(text, context)];
  },
};

/** requests and httpx say whose answer it is: `… for url 'https://…'`. */
function addressOf(name: string, { input = '', index = 0 }: RegExpMatchArray): { url?: string } {
  if (name !== 'client-error') return {};
  const url = /^[^\n]{0,120}? for url:? ["']?(https?:\/\/[^\s"'<>]{1,1000})/.exec(
    input.slice(index, index + 1_200),
  )?.[1];
  return url === undefined ? {} : { url };
}

/** `err: 404 files not copied`, `returned 500 results` */
function isCounted(text: string, end: number): boolean {
  const next = /^ (\p{L}{1,30})/u.exec(text.slice(end, end + 32))?.[1];
  return next !== undefined && isUnit(next.toLowerCase());
}

/** `"code": 502` is a key of an object, and the reader of objects knows what stands beside it. */
function isKey(name: string, [cue]: RegExpMatchArray): boolean {
  return name === 'said' && /^\w{0,20}code["']\s{0,2}[:=]/i.test(cue);
}

/** Chai, newman, Jest: `expected response to have status code 200 but got 403` names first what did not come. */
function isExpected(text: string, start: number): boolean {
  return /\b(?:expected|expects?|should|wanted)\b(?:(?!\b(?:got|but|received|was)\b)[^\n.;:]){0,60}$/i.test(
    text.slice(Math.max(0, start - 80), start),
  );
}

/** Code that answers has met no failure: `res.status(401).json(…)`, `raise HTTPException(status_code=404, …)`. */
function isAnswering(text: string, { index = 0, 0: cue }: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, index - 40), index);
  return (
    (/\b(?:res|resp|response|reply|ctx|c)\.$/.test(before) &&
      cue.includes('(') &&
      text.startsWith(').', index + cue.length)) ||
    /\braise [A-Z]\w{2,30}\($/.test(before)
  );
}

function found(match: RegExpMatchArray, origin: string, length = match[0].length): Fragment {
  const status = Number(match[1]);
  const start = match.index ?? 0;
  return {
    kind: 'response',
    span: [start, start + length],
    platformStatus: status,
    certainty: 1,
    signals: [signal('status', status, { origin, quote: match[0].slice(0, length) })],
  };
}

/** Whose number it is, where people make a joke of it. */
const PLACES = new Set([
  'room',
  'raum',
  'zimmer',
  'salle',
  'sala',
  'gate',
  'page',
  'seite',
  'ticket',
]);

/** `502 Bad Gateway`: a number with its own reason phrase behind it. Rails' `Completed 500 …` is the app's own answer. */
function readReasons(text: string, { index }: ReadContext): readonly Fragment[] {
  return [
    ...text.matchAll(
      /(?<!\bCompleted )\b([45]\d\d)[ \t:"'-]{1,3}([A-Za-z][A-Za-z'-]{2,24}(?: [A-Za-z]{2,24}){0,4})/g,
    ),
  ].flatMap((match) => {
    const words = (match[2] ?? '').split(' ');
    for (let count = words.length; count > 0; count -= 1) {
      const phrase = words.slice(0, count).join(' ');
      const status = index.statusOfPhrase(phrase) ?? index.statusOfPhrase(`${match[1]} ${phrase}`);
      if (status !== Number(match[1])) continue;
      // `Room 404 not found`
      const label = /(\p{L}+) $/u.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[1];
      if (label !== undefined && PLACES.has(label.toLowerCase())) return [];
      return [found(match, 'text:reason-phrase', match[0].indexOf(phrase) + phrase.length)];
    }
    return [];
  });
}

/** Classes and machine strings that stand for a status: `BadGatewayResponse`, `AccountIntegrationInactiveError`. */
function readNamedClasses(text: string, { index }: ReadContext): readonly Fragment[] {
  const names = text.matchAll(
    /\b[A-Z][A-Za-z]{3,40}(?:Response|Exception|Throwable|Error)\b|\bCOMPOSITE_ID_[A-Z_]{4,40}\b/g,
  );
  return [...names].flatMap((match) => {
    const status = index.statusOfCode(match[0]);
    if (status === undefined) return [];
    const message = /^: ([^\n{]{1,300})/.exec(
      text.slice(match.index + match[0].length, match.index + match[0].length + 320),
    )?.[1];
    return [
      {
        kind: 'response' as const,
        span: [match.index, match.index + match[0].length] as const,
        platformStatus: status,
        errorCode: match[0],
        ...(message === undefined ? {} : { message: message.trim() }),
        certainty: 0.95,
        signals: [
          signal('status-name', match[0], { origin: 'text:class-name', quote: match[0] }),
          signal('platform', match[0], { origin: 'text:class-name', quote: match[0] }),
        ],
      },
    ];
  });
}
