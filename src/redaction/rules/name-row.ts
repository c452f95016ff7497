/**
 * How a value behind a name is judged:
 * - `any`: a secret unless it is an ordinary word, a sentence or a stand-in
 * - `header`: the same, with commas and `=` inside, to the next blank
 * - `opaque`: the name is weak, so the value must look random
 * - `random`: stricter still, for names whose values are seldom secret
 * - `authorization`, `cookie`: read with their own grammar
 * - `digits`, `amount`, `ip`, `date`: personal data that is mostly numbers
 * - `person`: a name of somebody; `place`: a line of a postal address; `street`: the same where hosts stand too
 */
export type Accept =
  | 'any'
  | 'header'
  | 'opaque'
  | 'random'
  | 'authorization'
  | 'cookie'
  | 'digits'
  | 'amount'
  | 'ip'
  | 'date'
  | 'person'
  | 'place'
  | 'street';

export interface NameRow {
  readonly kind: string;
  /** A blank stands for any separator or none: `api key` is `apiKey`, `API_KEY`, `api-key`, `api.key` too. */
  readonly words: readonly string[];
  readonly accept: Accept;
  /** Too short to be trusted in the middle of a word (`pass` in `bypass`). */
  readonly wholeWord?: true;
}

/** A name of what is told of people, not of a secret. */
export function isPersonal({ accept }: Pick<NameRow, 'accept'>): boolean {
  return PERSONAL.has(accept);
}

const PERSONAL: ReadonlySet<Accept> = new Set([
  ...(['person', 'place', 'street', 'date', 'amount', 'digits', 'ip'] as const),
]);

/** `a | b c | d`, on as many lines as it takes. */
export function list(words: string): readonly string[] {
  return words.split('|').map((word) => word.trim());
}
