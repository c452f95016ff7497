import { withoutPlaceholders } from './rule.ts';

/** Values that say there is no value, and words that people and programs put behind `token:` or `password:`. */
const WORDS = new Set(
  `undefined null none nil nan true false yes no ok na n/a empty missing invalid expired required wrong incorrect
  unknown unauthorized unauthorised forbidden denied revoked malformed rejected failed failure error errors absent
  blank optional mandatory disabled enabled inactive active present provided given set unset found not is was are
  were be been has have had must should can cannot could may might will would does did do the a an this that these
  those it its your my our their his her and or but if when while for from with without by to in on at of as into
  about please check use using see try make sure what why how which who where because since after before new old
  same both only bad good valid verified mismatch mismatched error_description
  redacted filtered removed hidden masked secret sensitive protected censored omitted stripped obfuscated
  string number boolean object array integer text password passwd token key value user username header headers cookie
  bearer basic digest oauth oauth2 apikey api_key api-key auth authorization authentication credentials credential
  include same-origin omit function class async await new public private
  invalid_token invalid_grant invalid_client expired_token token_expired invalid_request unauthorized_client
  access_denied authentication_failed invalid_api_key invalid_credentials
  falsch ungültig abgelaufen fehlt leer gesperrt unbekannt nicht ist war oder und der die das ein eine kein keine
  invalide expiré manquant requis incorrecte est le la les un une pas caducado inválido inválida requerido falta
  faltante es el los no`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Only prose has these between other words; a passphrase hardly ever does. */
const PROSE =
  /(?:^|[\s"'(])(?:is|are|was|were|be|has|have|must|should|cannot|can't|could|not|no|invalid|expired|required|missing|field|the|please|least|characters|contain|contains|provided|failed|denied|does|match|incorrect|wrong|may|only|for|with|from|this|your|ist|fehlt|nicht|und|est|es)(?:$|[\s.,;:!?"')])/i;

/** Stand-ins that documentation, shells and loggers put in the place of a secret. */
const STAND_IN =
  /^(?:[*•●·xX.…#_?-]+|(.)\1+|<[^<>]{0,80}>?|\[(?:[A-Z][A-Z _-]{1,40}|value|redacted|filtered|masked|hidden)\]?|\$\{[^{}]{0,80}\}?|\$?\{\{[^{}]{0,80}\}{0,2}|\$\([^()]{0,80}\)?|\$(?:[A-Z_][A-Z0-9_]*|\d{1,2})\}?|%[A-Za-z_]\w{0,60}%|[yY](?:our|OUR)[-_ ][\w -]{0,60}|(?:process\.env|os\.environ|ENV|env)[.[(][^\n]{0,80}|(?:Object|Function|Array|Circular|Getter|object \w{1,20})[\]:]?[^\n]{0,40})$/;

const SCHEME =
  /^(?:basic|bearer|digest|token|apikey|api-key|api_key|negotiate|ntlm|oauth|hawk|jwt|key|ssws|genie-?key|zoho-oauthtoken|aws4-hmac-sha256|sharedkey|signature)(?:[ \t]+|$)/i;

/** Code that fetches a secret: `getToken()`, `req.body.password`. */
const EXPRESSION =
  /^(?:[A-Za-z_$][\w$]{0,40}\.){0,6}[A-Za-z_$][\w$]{0,40}\(|^(?:req|request|process|config|this|self|os|env|var|vars|local|data|module|secrets|inputs|steps|options|opts|props|params|settings|ctx|args|event)(?:\.[A-Za-z_$][\w$]{0,40}){1,6}$/;

export const ordinaryPatterns: readonly RegExp[] = [PROSE, STAND_IN, SCHEME, EXPRESSION];

/** Whether a value is a word, a sentence or a stand-in rather than a secret. Earlier placeholders count for nothing. */
export function isOrdinary(value: string): boolean {
  const bare = withoutPlaceholders(value).replace(SCHEME, '').trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return isPunctuation(bare);
  if (bare.length > 400) return false;
  if (WORDS.has(bare.replace(/^[[(<{]|[\])>}]$/g, '').toLowerCase()) || isStandIn(bare))
    return true;
  if (EXPRESSION.test(bare)) return true;
  return /\s/.test(bare) && isProse(bare);
}

/** Holds the place of a secret: a mask, a variable, a blank to fill in. */
export function isStandIn(value: string): boolean {
  return STAND_IN.test(value);
}

/** Looks random: letters with digits, or long and in one piece. Such a value needs only a weak name in front. */
export function isOpaque(value: string): boolean {
  if (/\s/.test(value) || STAND_IN.test(value.slice(0, 400))) return false;
  if (value.length >= 32) return true;
  if (value.length < 8) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value);
}

/** Looks made by a machine: both cases with digits, or long hex. A user name or an e-mail address does not. */
export function isRandom(value: string): boolean {
  if (!/^[\w.+/=:~-]{16,400}$/.test(value)) return false;
  if (/^[\da-f]{32,}$/i.test(value)) return true;
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}

/** Whether a known authentication scheme opens the value; gives its length with the blank behind it, else 0. */
export function schemeLength(value: string): number {
  return SCHEME.exec(value)?.[0].length ?? 0;
}

function isProse(text: string): boolean {
  return PROSE.test(text) && !text.split(/\s+/).some((word) => word.length >= 12 && isOpaque(word));
}

/** A password of nothing but signs is possible; what masks or closes something is not one. */
function isPunctuation(bare: string): boolean {
  return bare.length < 6 || STAND_IN.test(bare) || /^[\s"'`\\[\](){}<>,;:=]*$/.test(bare);
}
