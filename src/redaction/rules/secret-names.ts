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

/** Names whose values are secrets. */
export const secretNames: readonly NameRow[] = [
  { kind: 'authorization-header', words: ['authorization'], accept: 'authorization' },
  { kind: 'cookie', words: ['cookie', 'cookies'], accept: 'cookie' },
  {
    kind: 'password',
    words: [
      'password',
      'passwords',
      'passwd',
      'passphrase',
      'passwort',
      'passcode',
      'kennwort',
    ].concat([
      'contraseña',
      'mot de passe',
      'wachtwoord',
      'senha',
      'hasło',
      'lösenord',
      'htpasswd',
    ]),
    accept: 'any',
  },
  { kind: 'password', words: ['pwd', 'pass', 'mdp'], accept: 'any', wholeWord: true },
  {
    kind: 'pin',
    words: ['pin code', 'otp', 'one time code', 'mfa code'],
    accept: 'any',
    wholeWord: true,
  },
  {
    kind: 'api-key',
    words: [
      'api key',
      'api keys',
      'access key',
      'access key id',
      'subscription key',
      'application key',
    ]
      .concat(['app key', 'consumer key', 'auth key', 'service key', 'storage key', 'function key'])
      .concat(['functions key', 'license key', 'integration key', 'developer key', 'partner key'])
      .concat([
        'account_key',
        'account-key',
        'accountkey',
        'tokenization key',
        'ssh key',
        'rsa key',
        'webhook key',
        'write key',
      ]),
    accept: 'any',
  },
  {
    kind: 'secret',
    words: [
      'private key',
      'secret key',
      'encryption key',
      'signing key',
      'master key',
      'session key',
    ]
      .concat(['hmac key', 'shared access key', 'shared key', 'aes key', 'jwt key', 'client key'])
      .concat([
        'secret',
        'secrets',
        'secret access key',
        'client srt',
        'contribsys com',
        'contribsys__com',
      ]),
    accept: 'any',
  },
  { kind: 'token', words: ['token', 'tokens', 'jeton'], accept: 'any' },
  { kind: 'token', words: ['sonar login'], accept: 'opaque' },
  { kind: 'token', words: ['jwt', 'bearer'], accept: 'opaque', wholeWord: true },
  {
    kind: 'connection-string',
    words: ['connection string', 'conn str', 'sharedaccesssignature'],
    accept: 'any',
  },
  { kind: 'signature', words: ['-signature', '-signature-256'], accept: 'header' },
  { kind: 'signature', words: ['signature', 'hmac'], accept: 'opaque' },
  { kind: 'signature', words: ['sig'], accept: 'opaque', wholeWord: true },
  {
    kind: 'session-id',
    words: ['session id', 'jsessionid', 'phpsessid', 'sessid', 'connect.sid', 'gitlab session'],
    accept: 'opaque',
  },
  { kind: 'session-id', words: ['session', 'sid'], accept: 'opaque', wholeWord: true },
  { kind: 'credential', words: ['credential', 'credentials', 'creds'], accept: 'opaque' },
  {
    kind: 'credential',
    words: ['auth', '_auth', 'access', 'code verifier'],
    accept: 'opaque',
    wholeWord: true,
  },
  { kind: 'credential', words: ['key'], accept: 'random', wholeWord: true },
  // OAuth's public half. No secret, but gitleaks and secretlint report it, and nobody needs it to read an error.
  {
    kind: 'client-id',
    words: ['client id', 'access id', 'azure tenant id', 'ad tenant id', 'license id'],
    accept: 'opaque',
  },
  { kind: 'aws-account', words: ['aws account id', 'aws account'], accept: 'digits' },
  // Greenhouse, Lever and others take the API key as the user of Basic authentication.
  { kind: 'basic-credentials', words: ['user name', 'user'], accept: 'random', wholeWord: true },
];

/** Words that make a name harmless when they stand right before it: page cursors and counts, and how parsers complain. */
export const HARMLESS_BEFORE =
  /(?:page|next|prev|previous|cursor|continuation|sync|delta|skip|max|min|total|num|prompt|completion|cached|input|output|unexpected|public|grant|time|same|foreign|primary|sort|partition)[-_ ]?$/i;
