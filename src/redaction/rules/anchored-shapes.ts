import { startsWord } from '../boundary.ts';
import type { Rule } from '../rule.ts';

/** A token without a beginning of its own: what marks it stands in the middle or at the end. */
interface Anchored {
  readonly kind: string;
  /** Without it in the text, the pattern is not run. */
  readonly cue: string;
  readonly pattern: RegExp;
}

const shapes: readonly Anchored[] = [
  {
    kind: 'azure-secret',
    cue: 'Q~',
    pattern: /[\w~.]{3}\dQ~[\w~.-]{12,36}/g,
  },
  {
    kind: 'terraform-token',
    cue: '.atlasv1.',
    pattern: /[A-Za-z\d]{14}\.atlasv1\.[\w=-]{12,80}/g,
  },
  {
    kind: 'telegram-token',
    cue: ':A',
    pattern: /\d{5,16}:A[\w-]{30,40}(?![\w-])/g,
  },
  {
    kind: 'discord-token',
    cue: '.',
    pattern: /[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{12,60}/g,
  },
  {
    kind: 'maxmind-key',
    cue: '_mmk',
    pattern: /[A-Za-z\d]{6}_[A-Za-z\d]{29}_mmk(?!\w)/g,
  },
  { kind: 'mailchimp-key', cue: '-us', pattern: /[a-f\d]{32}-us\d{1,2}(?!\w)/g },
  {
    kind: 'mailgun-key',
    cue: '-',
    // Tried at the beginning of a run only; an escape such as `\f` may stand right before it.
    pattern: /(?<![a-h\d]{2})[a-h\d]{32}-[a-h\d]{8}-[a-h\d]{8}(?![\w-])/g,
  },
  {
    kind: 'facebook-token',
    cue: '|',
    pattern: /\d{15,16}\|[\w-]{27,40}(?![\w-])/g,
  },
  {
    kind: 'facebook-token',
    cue: '%7C',
    pattern: /\d{15,16}%7C[\w-]{27,40}(?![\w-])/g,
  },
  {
    kind: 'twitter-token',
    cue: '-',
    pattern: /\d{15,25}-[A-Za-z\d]{30,45}(?![\w-])/g,
  },
  {
    kind: 'sidekiq-secret',
    cue: 'CONTRIBSYS',
    pattern: /[a-f\d]{8}:[a-f\d]{8}(?!\w)/g,
  },
];

/** Such tokens; 256 bits in hex are a rule of their own, since most of those are digests. */
export const anchoredShapes: Rule = {
  name: 'anchored-shapes',
  patterns: shapes.map(({ pattern }) => pattern),
  applies: () => true,
  apply: (text, mask) =>
    shapes.reduce(
      (rest, { kind, cue, pattern }) =>
        rest.includes(cue)
          ? rest.replace(pattern, (token, at: number) =>
              !startsWord(rest, at) || isRepeated(token) ? token : mask(kind, token),
            )
          : rest,
      text,
    ),
};

/** `bP88Q~xxxxxxxx…`, `00000000…-us1`: a stand-in has hardly any letters of its own. */
function isRepeated(token: string): boolean {
  return new Set(token).size < 8;
}
