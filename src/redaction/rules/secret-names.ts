import { list, type NameRow } from './name-row.ts';

/** Names whose values are secrets. */
export const secretNames: readonly NameRow[] = [
  { kind: 'authorization-header', words: list('authorization'), accept: 'authorization' },
  { kind: 'cookie', words: list('cookie | cookies'), accept: 'cookie' },
  {
    kind: 'password',
    words: list(`
      password | passwords | passwd | passphrase | passwort | passcode | kennwort | contraseña |
      şifre | parola | salasana | adgangskode | passord | heslo | jelszó | lozinka | mật khẩu |
      mot de passe | wachtwoord | senha | hasło | lösenord | htpasswd`),
    accept: 'any',
  },
  { kind: 'password', words: list('pwd | pass | mdp'), accept: 'any', wholeWord: true },
  {
    kind: 'pin',
    words: list(
      'pin code | otp | one time code | mfa code | verification code | security code | login code | 2fa code | backup code | recovery code',
    ),
    accept: 'any',
    wholeWord: true,
  },
  {
    kind: 'api-key',
    words: list(`
      api key | api keys | access key | access key id | subscription key | application key | app key |
      consumer key | auth key | service key | storage key | function key | functions key | license key |
      integration key | developer key | partner key | account_key | account-key | accountkey |
      tokenization key | ssh key | rsa key | webhook key | write key`),
    accept: 'any',
  },
  {
    kind: 'secret',
    words: list(`
      private key | secret key | encryption key | signing key | master key | session key | hmac key |
      shared access key | shared key | aes key | jwt key | client key | secret | secrets |
      secret access key | client srt | contribsys com | contribsys__com`),
    accept: 'any',
  },
  { kind: 'token', words: list('token | tokens | jeton'), accept: 'any' },
  {
    kind: 'saml-assertion',
    words: list('saml response | saml request | saml assertion | client assertion'),
    accept: 'opaque',
  },
  { kind: 'token', words: list('sonar login'), accept: 'opaque' },
  { kind: 'token', words: list('jwt | bearer'), accept: 'opaque', wholeWord: true },
  {
    kind: 'connection-string',
    words: list('connection string | conn str | sharedaccesssignature'),
    accept: 'any',
  },
  { kind: 'signature', words: list('-signature | -signature-256'), accept: 'header' },
  { kind: 'signature', words: list('signature | hmac'), accept: 'opaque' },
  { kind: 'signature', words: list('sig'), accept: 'opaque', wholeWord: true },
  {
    kind: 'session-id',
    words: list('session id | jsessionid | phpsessid | sessid | connect.sid | gitlab session'),
    accept: 'opaque',
  },
  { kind: 'session-id', words: list('session | sid'), accept: 'opaque', wholeWord: true },
  { kind: 'credential', words: list('credential | credentials | creds'), accept: 'opaque' },
  {
    kind: 'credential',
    words: list('auth | _auth | access | code verifier'),
    accept: 'opaque',
    wholeWord: true,
  },
  { kind: 'credential', words: list('key'), accept: 'random', wholeWord: true },
  // OAuth's public half. No secret, but gitleaks and secretlint report it, and nobody needs it to read an error.
  {
    kind: 'client-id',
    words: list('client id | access id | azure tenant id | ad tenant id | license id'),
    accept: 'opaque',
  },
  { kind: 'aws-account', words: list('aws account id | aws account'), accept: 'digits' },
  // Greenhouse, Lever and others take the API key as the user of Basic authentication.
  { kind: 'basic-credentials', words: list('user name | user'), accept: 'random', wholeWord: true },
];

/** Words that make a name harmless when they stand right before it: page cursors and counts, and how parsers complain. */
export const HARMLESS_BEFORE =
  /(?:page|next|prev|previous|cursor|continuation|sync|delta|skip|max|min|total|num|prompt|completion|cached|input|output|unexpected|public|grant|time|same|foreign|primary|sort|partition)[-_ ]?$/i;
