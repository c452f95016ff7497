/** What is taken out of a text, in order. Every pattern is linear; the tests hold each against `recheck`. */
export interface Rule {
  readonly kind: string;
  /** A cheap look whether the pattern can find anything; without it the pattern always runs. */
  readonly cue?: RegExp;
  readonly pattern: RegExp;
  /** Which group is the secret; the rest of the match stays. 0 is the whole match. */
  readonly group: number;
  /** Says that a match is no secret after all. */
  readonly keep?: (secret: string, match: RegExpExecArray) => boolean;
}

/** Words that stand where a secret could, and are none. */
const HARMLESS =
  /^(?:null|nil|none|undefined|true|false|redacted:[a-z-]*|redacted|hidden|removed|masked|expired|invalid|missing|required|wrong|empty|revoked|not|is|was|are|has|must|in|of|or|and|for|from|bearer|basic|token|string|object|array|unknown|error|failed|denied|\*+|x{3,}|\.{2,}|-+|<[^>]*>?|\$\{[^}]*\}?|\{\{[^}]*\}{0,2}|%s|\[.*)$/i;

const isHarmless = (secret: string): boolean =>
  secret.length < 3 || HARMLESS.test(secret.replace(/^["'\\`]+|["'\\`]+$/g, ''));

/** Names whose value is a secret, in any spelling; between them and the value stand `:`, `=`, `=>`, quotes, backslashes. */
const NAMES = [
  'pass(?:word|wd|phrase)?',
  'pwd',
  '(?:client|app|consumer|shared|signing|webhook)?[-_ ]?secret(?:[-_ ]?(?:key|access[-_ ]?key))?',
  '(?:x[-_ ])?(?:api|app|access|account|auth|private|subscription|storage|master|encryption|functions)[-_ ]?key',
  '(?:access|refresh|id|auth|session|bearer|api|security|csrf|xsrf|hub[-_ ]?session|external[-_ ]?trigger|personal[-_ ]?access)[-_ ]?token',
  'x-(?:hub-session|auth|csrf|amz-security|vault|access|goog-iam-authority|gitlab|shopify-access)[-_]token',
  'jsessionid',
  'phpsessid',
  'sess(?:ion)?[-_ ]?(?:id|key)',
  'sid',
  '(?:x-stackone-|x-slack-|x-hub-)?signature(?:-256)?',
  'sig',
  'credentials?',
  'accountkey',
  'sharedaccess(?:key|signature)',
  'totp',
  'otp',
  'mfa[-_ ]?code',
  'connection[-_ ]?string',
  'token',
].join('|');

const QUOTE = '(?:\\\\{0,7}["\'`]){0,2}';
const named = (value: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z0-9])(?:${NAMES})${QUOTE}\\]?\\s{0,3}(?:=>|:=|:|=)\\s{0,3}(?:b(?=["']))?${value}`,
    'gi',
  );

export const rules: readonly Rule[] = [
  {
    kind: 'private-key',
    cue: /-----BEGIN/,
    // The body has no `-----`, so a key that was cut off ends where its letters end.
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY|CERTIFICATE)(?: BLOCK)?-----(?:[A-Za-z0-9+/=\s\\:,]|-(?=[A-Za-z])){0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
    group: 0,
  },
  {
    kind: 'slack-webhook',
    cue: /hooks\.slack/,
    pattern:
      /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9/_-]{8,200})/g,
    group: 1,
  },
  {
    kind: 'slack-token',
    cue: /x(?:ox|app)/,
    pattern: /\bx(?:ox[abeoprs](?:\.xox[bp])?-|app-)[A-Za-z0-9-]{8,300}/g,
    group: 0,
  },
  {
    kind: 'url-credentials',
    cue: /:\/\//,
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/?#@"'<>]{1,300})@/gi,
    group: 1,
  },
  // `Authorization` of any scheme, as header, in JSON, escaped JSON, print-outs, curl -v's `[authorization: …]`
  {
    kind: 'authorization-header',
    cue: /auth/i,
    pattern: new RegExp(
      `\\b(?:proxy-)?(?:authorization|x-authorization)${QUOTE}\\s{0,3}(?:=>|:|=|,)\\s{0,3}\\[?\\s{0,3}(?:\\\\{0,7}["'\`])?((?:[A-Za-z][A-Za-z0-9-]{1,30}[ +]{1,3})?(?:(?:[A-Za-z_]{1,30}=\\\\{0,3}"[^"\\\\\\n]{0,300}\\\\{0,3}",? ?){1,20}|[^\\s"'\`\\\\\\]<>{}]{3,4000}))`,
      'gi',
    ),
    group: 1,
    keep: (secret) =>
      isHarmless(secret) ||
      /^(?:headers?|token|failed|error|code|server|required|is|was|has|url|endpoint)(?: [a-z]{2,20}[.!]?)?$/i.test(
        secret,
      ),
  },
  {
    kind: 'basic-credentials',
    cue: /basic/i,
    pattern: /\bBasic\s{1,3}([A-Za-z0-9+/_-]{12,2000}={0,2})(?![A-Za-z0-9])/gi,
    group: 1,
    keep: (secret) => /^[A-Z]?[a-z]+$/.test(secret),
  },
  {
    kind: 'bearer-token',
    cue: /bearer/i,
    pattern: /\bBearer\s{1,3}([A-Za-z0-9._~+/=|:-]{8,4000})/gi,
    group: 1,
    keep: (secret) => /^[A-Z]?[a-z]+[.,:]?$/.test(secret),
  },
  // curl prints the user of Basic authentication in the clear
  {
    kind: 'basic-credentials',
    cue: /with user/i,
    pattern: /\bwith user '([^'\n]{1,300})'/gi,
    group: 1,
  },
  {
    kind: 'basic-credentials',
    cue: /\s-?-u(?:ser)?\b/,
    pattern:
      /(?<=\s)(?:-u|--user|--proxy-user)[ =]?(?:["']([^"'\n]{1,400})["']|([^\s"']{1,400}:[^\s"']{0,400}))/g,
    group: 1,
  },
  // StackOne's keys: v1.<region>.<random>, stackone-api, section 1.3
  {
    kind: 'stackone-key',
    cue: /v\d\./,
    pattern: /(?<![A-Za-z0-9])v\d{1,2}\.[a-z]{2,4}\d{0,2}\.[A-Za-z0-9_\-+/=]{6,400}/g,
    group: 0,
  },
  {
    kind: 'stackone-key',
    cue: /djEu/,
    pattern: /(?<![A-Za-z0-9+/])djEu[A-Za-z0-9+/_-]{8,600}={0,2}/g,
    group: 0,
  },
  {
    kind: 'jwt',
    cue: /eyJ/,
    pattern: /\beyJ[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,8000}){0,4}/g,
    group: 0,
  },
  {
    kind: 'cookie',
    cue: /cookie/i,
    pattern: new RegExp(
      `\\b(?:set-)?cookie2?${QUOTE}\\s{0,3}(?:=>|:|=|,)\\s{0,3}\\[?\\s{0,3}(?:\\\\{0,7}["'\`])?([^"'\`\\\\\\n\\]]{3,8000})`,
      'gi',
    ),
    group: 1,
    keep: isHarmless,
  },
  {
    kind: 'aws-key',
    cue: /A[KS3][IA]A|ABIA|ACCA|AROA/,
    pattern:
      /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9]|AROA)[A-Z0-9]{12,20}(?![A-Za-z0-9])/g,
    group: 0,
  },
  {
    kind: 'github-token',
    cue: /gh[oprsu]_|github_pat/,
    pattern: /\b(?:gh[oprsu]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255})/g,
    group: 0,
  },
  {
    kind: 'google-key',
    cue: /AIza|ya29|GOCSPX/,
    pattern:
      /\b(?:AIza[A-Za-z0-9_-]{20,60}|ya29\.[A-Za-z0-9_-]{10,2000}|GOCSPX-[A-Za-z0-9_-]{10,60})/g,
    group: 0,
  },
  {
    kind: 'stripe-key',
    cue: /[sr]k_|whsec_/,
    pattern: /\b(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{8,255}|whsec_[A-Za-z0-9+/=]{8,255})/g,
    group: 0,
  },
  {
    kind: 'openai-key',
    cue: /sk-/,
    pattern: /(?<![A-Za-z0-9])sk-(?:ant-|proj-|svcacct-|or-)?[A-Za-z0-9_-]{16,300}/g,
    group: 0,
  },
  // Vendors' own prefixes: the published shapes of gitleaks' and secretlint's rules
  {
    kind: 'vendor-token',
    pattern:
      /(?<![A-Za-z0-9_])(?:gl(?:pat|dt|rt|ptt|soat|cbt|ft|imt|agent)-[A-Za-z0-9_-]{16,100}|npm_[A-Za-z0-9]{20,60}|pypi-[A-Za-z0-9_-]{30,300}|SG\.[A-Za-z0-9_-]{10,60}\.[A-Za-z0-9_-]{10,80}|hf_[A-Za-z0-9]{20,60}|do[oprt]_v1_[a-f0-9]{32,80}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{20,60}|PMAK-[a-f0-9]{16,40}-[a-f0-9]{16,60}|NR(?:AK|II|JS|AA)-[A-Za-z0-9-]{16,60}|lin_(?:api|oauth)_[A-Za-z0-9]{20,80}|sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{16,80}|EAA[A-Za-z0-9]{40,400}|dapi[a-f0-9]{32}(?:-\d)?|pat(?:-na1|-eu1)-[a-f0-9-]{20,60}|patE?[A-Za-z0-9]{14}\.[a-f0-9]{40,80}|secret_[A-Za-z0-9]{32,60}|ntn_[A-Za-z0-9]{30,60}|ATATT3[A-Za-z0-9_=+/-]{30,300}|ATCTT3[A-Za-z0-9_=+/-]{30,300}|xkeysib-[a-f0-9-]{30,120}|key-[a-f0-9]{32}|AC[a-f0-9]{32}|SK[a-f0-9]{32}|\d{8,11}:AA[A-Za-z0-9_-]{30,40}|hvs\.[A-Za-z0-9_-]{20,200}|rubygems_[a-f0-9]{30,60}|dckr_pat_[A-Za-z0-9_-]{20,60}|eu01xx[a-f0-9]{32}|figd_[A-Za-z0-9_-]{20,80}|sntry[su]_[A-Za-z0-9+/=_-]{30,300}|glsa_[A-Za-z0-9_]{30,60}|pul-[a-f0-9]{40}|tfp_[A-Za-z0-9_]{30,80}|AGE-SECRET-KEY-1[A-Z0-9]{40,70}|cfpat_[A-Za-z0-9_-]{30,60}|phc_[A-Za-z0-9]{30,60}|00[A-Za-z0-9_-]{38,42}(?=["'\s]))/g,
    group: 0,
  },
  { kind: 'secret', pattern: named('\\\\{0,7}"([^"\\\\\\n]{1,4000})'), group: 1, keep: isHarmless },
  { kind: 'secret', pattern: named("\\\\{0,7}'([^'\\\\\\n]{1,4000})"), group: 1, keep: isHarmless },
  {
    kind: 'secret',
    pattern: named('([^\\s"\'`\\\\,;&<>(){}\\[\\]]{3,4000})'),
    group: 1,
    keep: (secret) => isHarmless(secret) || isProse(secret),
  },
  // Azure's signed addresses and other signed queries
  {
    kind: 'email',
    cue: /@|%40/,
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._+-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g,
    group: 0,
    keep: (secret) =>
      /@\d+\.\d+|@(?:latest|next)\b/.test(secret) || /\.(?:js|ts|mjs|cjs|json|png)$/.test(secret),
  },
  {
    kind: 'iban',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    group: 0,
    keep: (secret) => !isIban(secret),
  },
  {
    kind: 'national-id',
    cue: /ssn|social|national|insurance|steuer|nino|passport|tax/i,
    pattern:
      /\b(?:ssn|social[-_ ]?security(?:[-_ ]?(?:number|no))?|national[-_ ]?(?:id|insurance)(?:[-_ ]?(?:number|no))?|nino|passport(?:[-_ ]?(?:number|no))?|tax[-_ ]?(?:id|number)|steuer[-_ ]?id)\b\\{0,3}["']?\s{0,3}(?:=>|:|=|is)?\s{0,3}\\{0,3}["']?([A-Z]{0,3}[0-9][A-Z0-9 .-]{4,20}[A-Z0-9])/gi,
    group: 1,
  },
  {
    kind: 'ip-address',
    cue: /ip/i,
    pattern:
      /\b(?:(?:source|client|remote|x-forwarded|x-real|user|caller)[-_ ]?(?:ip|for|addr(?:ess)?)|ip[-_ ]?address|ip)\b\\{0,3}["']?\s{0,3}(?:=>|:|=)\s{0,3}\\{0,3}["']?((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7})/gi,
    group: 1,
  },
];

/** Plain words after `token:` in a sentence: "token: expired", "password is wrong". */
function isProse(secret: string): boolean {
  return /^[A-Z]?[a-z]{2,12}[.!?,:]?$/.test(secret) || /^[A-Z][A-Z_]{2,30}$/.test(secret);
}

/** ISO 13616: the remainder of a right number is 1. Keeps ordinary capitals and digits out. */
function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  if (compact.length < 15 || compact.length > 34) return false;
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
