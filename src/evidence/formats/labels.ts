import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';
import { UUID } from '../ids.ts';
import { isPlatformHost, readAddress } from '../urls.ts';

/** Facts with a label in front, in any line: headers, `key=value`, `key: value`. They belong to what stands near. */
export const labels: Format = {
  name: 'labels',
  read(text, context) {
    return [
      ...readRequestIds(text),
      ...readAccountIds(text),
      ...readRetryAfter(text),
      ...readUrls(text, context),
    ];
  },
};

// undici prints a header as `{ name: 'x-request-id', value: '…' }`. AWS Lambda marks its lines with an ID of its own: `START RequestId: …`.
const LABELLED_REQUEST = new RegExp(
  `(?<!\\b(?:START|END|REPORT) |(?:amzn?|aws|ms|fb|github|shopify|twilio|goog|azure|openai|cf|lambda)[-_])\\b(?:(?:(?:x|stackone)[-_])?req(?:uest)?(?:[-_ ]?id)?s?|rid)\\b["'\\]]{0,2}(?:[\\s:=>#,|(-]{1,5}(?:is |was |id |uuid )?|,\\s{1,40}["']?value["']?: ?)["'(\`]{0,2}(${UUID})\\b`,
  'gi',
);
const ANY_UUID = new RegExp(`(?<![\\w/-])(${UUID})(?![\\w/-])`, 'gi');

/** A UUID is a request's where it is called so, or where it stands alone. In addresses and as other ids it is not. */
function readRequestIds(text: string): readonly Fragment[] {
  const labelled = [...text.matchAll(LABELLED_REQUEST)].flatMap((match) => [
    context(match, { requestId: (match[1] ?? '').toLowerCase() }),
    ...readMore(text, match.index + match[0].length),
  ]);
  return labelled.length > 0 || text.length > 600 ? labelled : readLoneUuids(text);
}

/** `requests A, B and C`: the label holds for all of them. */
function readMore(text: string, from: number): readonly Fragment[] {
  const found: Fragment[] = [];
  const next = new RegExp(`["')\\]]{0,2}[ ,;&]{1,4}(?:and |und |et |y )?["'(]?(${UUID})\\b`, 'iy');
  next.lastIndex = from;
  for (let hit = next.exec(text); hit !== null && found.length < 50; hit = next.exec(text))
    found.push(context(hit, { requestId: (hit[1] ?? '').toLowerCase() }));
  return found;
}

/** Other things that are named by a UUID; with such a word before it, it is not a request's. */
const OTHER_NAMES =
  /\b(?:employee|candidate|job|application|user|task|correlation|trace|span|session|event|order|message|record|file|company|contact|document|position|department|tenant|customer|job run|run|batch|remote|owner|invoice|ticket|build|commit|deployment|container|pod|device|entity|object|resource|posting|interview|offer|note|course|content|completion|assignment|webhook|group|role|team|project)s?(?:[-_ ]?(?:id|uuid|key|no|number))?["']?\s{0,2}[:=#]?\s{0,2}["']?$/i;

/** A field or header of another name: `x-amzn-requestid: …`, `span_ref=…`, `traceId: …`. */
const OTHER_FIELD = /(?:\w[-_]\w{1,40}|[a-z]Id)["']?\s{0,2}[:=]\s{0,2}["']?$/;

function readLoneUuids(text: string): readonly Fragment[] {
  const outside = text.replace(/https?:\/\/\S{1,2000}/g, (url) => ' '.repeat(url.length));
  if (outside.trim().split(/\s+/).length > 14 || /[{}]/.test(text)) return [];
  return [...outside.matchAll(ANY_UUID)]
    .filter((match) => {
      const before = outside.slice(Math.max(0, match.index - 60), match.index);
      return !OTHER_NAMES.test(before) && !OTHER_FIELD.test(before);
    })
    .map((match) => context(match, { requestId: (match[1] ?? '').toLowerCase() }));
}

/** Twenty digits are a linked account's; 18 to 22 where a label says so. */
function readAccountIds(text: string): readonly Fragment[] {
  const labelled = text.matchAll(
    /\b(?:x[-_])?(?:linked[-_ ]?)?account(?:[-_ ]?id)?\b["'\]]{0,2}[\s:=>#,|(-]{1,5}["'(`]{0,2}(\d{18,22})(?![\d.])/gi,
  );
  const bare = text.matchAll(/(?<![\w./-])(\d{20})(?![\w.])/g);
  const seen = new Set<number>();
  return [...labelled, ...bare].flatMap((match) => {
    const id = match[1] ?? '';
    const end = match.index + match[0].length;
    if (seen.has(end)) return [];
    seen.add(end);
    return [context(match, { accountId: id })];
  });
}

function readRetryAfter(text: string): readonly Fragment[] {
  return [...text.matchAll(/\bretry[-_ ]?after["']?\s{0,2}[:=]\s{0,2}["']?(\d{1,5})\b/gi)].map(
    (match) => context(match, { retryAfterSeconds: Number(match[1]) }),
  );
}

/** More addresses than this tell nothing new. */
const MAX_URLS = 300;

/** Addresses outside printed requests: StackOne's tell the path that was called, a vendor's whose answer it is. */
function readUrls(text: string, { index }: ReadContext): readonly Fragment[] {
  const found: Fragment[] = [];
  for (const match of text.matchAll(
    /https?:\/\/[a-z0-9][a-z0-9.-]{2,120}(?::\d{1,5})?(?:\/[^\s"'<>)\\,;]{0,500})?/gi,
  )) {
    if (found.length >= MAX_URLS) break;
    const url = match[0].replace(/[:.]+$/, '');
    const { host, path } = readAddress(url);
    if (host === null) continue;
    const place = {
      kind: 'context' as const,
      span: [match.index, match.index + url.length] as const,
    };
    if (isPlatformHost(host)) {
      const method = methodBefore(text, match.index);
      found.push({
        ...place,
        url,
        ...(method === undefined ? {} : { method }),
        signals: [signal('platform', 'StackOne', { origin: 'text:url', quote: url })],
      });
      continue;
    }
    const vendors = index.vendorsOfHost(host, path ?? '');
    const [vendor] = vendors;
    if (vendor === undefined || vendors.length > 1 || index.isEverydayTool(vendor)) continue;
    found.push({
      ...place,
      provider: vendor,
      signals: [signal('provider', vendor, { origin: 'text:url', quote: url })],
    });
  }
  return found;
}

/** `Endpoint: POST https://…`, Spring's `on PUT request for "https://…`, `method=GET status=404 url="https://…`: in the same line. */
function methodBefore(text: string, at: number): string | undefined {
  const line = text.slice(Math.max(0, at - 120), at);
  const method =
    /\b(GET|POST|PUT|PATCH|DELETE|HEAD)\]?(?: request (?:for|to))?[ \t]{1,4}["'`]?$/.exec(
      line,
    )?.[1] ??
    /\bmethod["']?\s?[=:]\s?["']?(get|post|put|patch|delete|head)\b[^\n]{0,90}$/i.exec(line)?.[1];
  return method?.toUpperCase();
}

function context(
  match: RegExpMatchArray,
  facts: { requestId?: string; accountId?: string; retryAfterSeconds?: number },
): Fragment {
  const start = match.index ?? 0;
  const [kind, value] =
    facts.requestId !== undefined
      ? (['request-id', facts.requestId] as const)
      : facts.accountId !== undefined
        ? (['account-id', facts.accountId] as const)
        : (['retry-after', facts.retryAfterSeconds ?? 0] as const);
  return {
    kind: 'context',
    span: [start, start + match[0].length],
    ...facts,
    signals: [signal(kind, value, { origin: 'text:label', quote: match[0] })],
  };
}
