import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';
import { statusAlone } from '../provider-errors.ts';

/**
 * The provider's status beside StackOne's, where a text names it so: a field `provider_status=401`, or words such as
 * `StackOne returned 502: provider lever 401`.
 */
export const providerStatus: Format = {
  name: 'provider-status',
  read(text, context) {
    if (!/provider/i.test(text)) return [];
    return [
      ...[...text.matchAll(FIELD)].map((match) => found(match, Number(match[1]), null)),
      ...[...text.matchAll(SAID)].flatMap((match) => readSaid(match, context)),
    ];
  },
};

/** `provider_status=401`, `"providerStatusCode": 401`, `provider status: 401` */
const FIELD =
  /\bprovider[_. -]?(?:http[_. -]?)?(?:status|response)(?:[_. -]?code)?\\?["']?\s{0,2}(?:[:=]|=>)\s{0,2}\\?["']?([45]\d\d)\b(?!\.\d)/gi;

/** Between the name and the status, and no name itself. */
const SAYS =
  '(?:status|error|code|returned|answered|gave|says|said|responded|failed|with|an?|HTTP)';
const SAYS_ALONE = new RegExp(`^${SAYS}$`, 'i');

/** `provider lever: 429`, `provider bamboohr returned 503`, `provider answered with 401` */
const SAID = new RegExp(
  String.raw`\bprovider[ '"(:]{1,3}(?:([A-Za-z][\w-]{1,30})['")]{0,2}[ :,(]{1,3})?(?:${SAYS}[ :=]{1,2}){0,4}([45]\d\d)\b(?![.\d])`,
  'gi',
);

function readSaid(match: RegExpMatchArray, { index }: ReadContext): readonly Fragment[] {
  const name = match[1];
  const vendor = name === undefined || SAYS_ALONE.test(name) ? null : index.vendorOfName(name);
  return vendor === undefined ? [] : [found(match, Number(match[2]), vendor)];
}

function found(match: RegExpMatchArray, status: number, provider: string | null): Fragment {
  const start = match.index ?? 0;
  return {
    kind: 'response',
    span: [start, start + match[0].length],
    providerErrors: [statusAlone(status, provider)],
    signals: [
      signal('provider-status', status, { origin: 'text:provider-status', quote: match[0] }),
      ...(provider === null
        ? []
        : [signal('provider', provider, { origin: 'text:provider-status', quote: match[0] })]),
    ],
  };
}
