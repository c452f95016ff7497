/**
 * How a value behind a name is judged:
 * - `any`: a secret unless it is an ordinary word, a sentence or a stand-in
 * - `header`: the same, with commas and `=` inside, to the next blank
 * - `opaque`: the name is weak, so the value must look random
 * - `random`: stricter still, for names whose values are seldom secret
 * - `authorization`, `cookie`: read with their own grammar
 * - `digits`, `ip`: personal data that is mostly numbers
 */
export type Accept =
  | 'any'
  | 'header'
  | 'opaque'
  | 'random'
  | 'authorization'
  | 'cookie'
  | 'digits'
  | 'ip';

export interface SecretName {
  readonly kind: string;
  /** Pattern source, without groups that capture; whatever stands before it in the same word is part of the name. */
  readonly source: string;
  readonly accept: Accept;
  /** Too short to be trusted in the middle of a word (`pass` in `bypass`). */
  readonly wholeWord?: true;
}

/** Names whose values are secrets, longer ones before those that they end in. */
export const secretNames: readonly SecretName[] = [
  { kind: 'authorization-header', source: 'authorization', accept: 'authorization' },
  { kind: 'cookie', source: '(?:set-)?cookies?', accept: 'cookie' },
  {
    kind: 'password',
    source: 'pass(?:words?|wd|phrase|wort|code)|kennwort|contraseña|mot de passe',
    accept: 'any',
  },
  { kind: 'password', source: 'pwd|pass|mdp', accept: 'any', wholeWord: true },
  {
    kind: 'api-key',
    source:
      '(?:api|access|subscription|application|app|consumer|auth|service|storage|functions?|license|integration|developer|partner)[-_ ]?key|account[-_]?key',
    accept: 'any',
  },
  {
    kind: 'secret',
    source:
      '(?:private|secret|encryption|signing|master|session|hmac|shared[-_ ]?access|shared|aes|jwt)[-_ ]?key',
    accept: 'any',
  },
  { kind: 'secret', source: 'secret(?:[-_ ]?access[-_ ]?key)?', accept: 'any' },
  { kind: 'token', source: 'token', accept: 'any' },
  { kind: 'token', source: 'jwt|bearer', accept: 'opaque', wholeWord: true },
  {
    kind: 'connection-string',
    source: 'connection[-_ ]?string|conn[-_]?str|sharedaccesssignature',
    accept: 'any',
  },
  { kind: 'signature', source: '-signature(?:-256)?', accept: 'header' },
  { kind: 'signature', source: 'signature|hmac', accept: 'opaque' },
  { kind: 'signature', source: 'sig', accept: 'opaque', wholeWord: true },
  {
    kind: 'session-id',
    source: 'session[-_ ]?id|jsessionid|phpsessid|sessid|connect\\.sid',
    accept: 'opaque',
  },
  { kind: 'session-id', source: 'session|sid', accept: 'opaque', wholeWord: true },
  { kind: 'credential', source: 'credentials?', accept: 'opaque' },
  { kind: 'credential', source: '_?auth', accept: 'opaque', wholeWord: true },
  // Greenhouse, Lever and others take the API key as the user of Basic authentication.
  { kind: 'basic-credentials', source: 'user[-_ ]?name|user', accept: 'random', wholeWord: true },
  { kind: 'iban', source: 'iban', accept: 'digits', wholeWord: true },
  {
    kind: 'national-id',
    source:
      'ssn|social[-_ ]?security(?:[-_ ]?(?:number|no))?|national[-_ ]?(?:insurance|identity|identification|id)[-_ ]?(?:number|no)?|nino|nif|nie|dni|cpf|bsn|pesel|aadhaar|personnummer|sozialversicherungsnummer|steuer-?id(?:entifikationsnummer)?|tax[-_ ]?id(?:entification)?(?:[-_ ]?number)?|codice[-_ ]?fiscale|passport[-_ ]?(?:number|no)?',
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'card-number',
    source: '(?:credit[-_ ]?)?card[-_ ]?(?:number|no)',
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'phone',
    source:
      '(?:tele|mobile[-_ ]?|cell[-_ ]?|work[-_ ]?|home[-_ ]?)?phone(?:[-_ ]?(?:number|no|nr))?|mobile(?:[-_ ]?number)?|telefon(?:nummer)?|mobil|handy|tel|fax|whatsapp|msisdn',
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'ip-address',
    source: 'ip(?:[-_ ]?(?:address|addr))?|remote[-_ ]?addr(?:ess)?|x-forwarded-for',
    accept: 'ip',
    wholeWord: true,
  },
];

/** Words that make a name harmless when they stand right before it: page cursors and counts, and how parsers complain. */
export const HARMLESS_BEFORE =
  /(?:page|next|prev|previous|cursor|continuation|sync|delta|skip|max|min|total|num|prompt|completion|unexpected|public|grant|time|same)[-_ ]?$/i;
