import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { isStackOneKey } from '../stackone-key.ts';

/** Tokens that are known by their look, with the first letters their maker gives them. Long ones need no cue. */
const SHAPES: readonly { readonly kind: string; readonly source: string }[] = [
  { kind: 'stackone-key', source: String.raw`[vV]\d{1,2}\.[a-z]{2,4}\d{0,2}\.[\w+/=-]+` },
  { kind: 'stackone-key', source: String.raw`djEu(?:[\w+=/-]|\\{1,7}\/|%[23][\dA-F])+` },
  { kind: 'jwt', source: String.raw`eyJ[\w-]{5,}(?:\.[\w-]*)*` },
  {
    kind: 'slack-webhook',
    source: String.raw`hooks\.slack(?:-gov)?\.com(?:\\{0,7}\/)(?:services|workflows|triggers)(?:\\{0,7}\/[\w-]+)+`,
  },
  { kind: 'slack-token', source: String.raw`xox[a-z](?:\.xox[a-z])?-[\w-]{6,}` },
  { kind: 'slack-token', source: String.raw`(?:xapp-\d|xwfp)-[\w-]{6,}` },
  { kind: 'github-token', source: String.raw`gh[pousr]_\w{12,}` },
  { kind: 'github-token', source: String.raw`github_pat_\w{12,}` },
  {
    kind: 'gitlab-token',
    source: String.raw`gl(?:pat|dt|rt|rtr|soat|ptt|ft|imt|agent|cbt|ffct|oas)-[\w.-]{12,}`,
  },
  {
    kind: 'aws-key',
    source: '(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Z0-9])',
  },
  { kind: 'google-key', source: String.raw`AIza[\w-]{20,}` },
  { kind: 'google-key', source: String.raw`ya29\.[\w.-]{10,}` },
  { kind: 'google-key', source: String.raw`GOCSPX-[\w-]{16,}` },
  { kind: 'stripe-key', source: String.raw`(?:[srp]k_(?:live|test|prod)|whsec)_[\w+/=]{8,}` },
  { kind: 'anthropic-key', source: String.raw`sk-ant-[\w-]{12,}` },
  { kind: 'openai-key', source: String.raw`sk-(?:[a-z]{2,8}-)?[\w-]{16,}` },
  { kind: 'sendgrid-key', source: String.raw`SG\.[\w-]{16,}(?:\.[\w-]*)?` },
  { kind: 'npm-token', source: String.raw`npm_\w{20,}` },
  { kind: 'pypi-token', source: String.raw`pypi-[\w-]{20,}` },
  { kind: 'huggingface-token', source: '(?:hf|api_org)_[A-Za-z0-9]{20,}' },
  { kind: 'digitalocean-token', source: String.raw`do[opr]_v1_[a-f\d]{16,}` },
  { kind: 'shopify-token', source: String.raw`shp(?:at|ca|pa|ss|ua)_[a-fA-F\d]{16,}` },
  { kind: 'postman-key', source: String.raw`PMAK-[\w-]{16,}` },
  { kind: 'newrelic-key', source: String.raw`NR(?:AK|II|JS|RA|SP|IQ)-[\w-]{16,}` },
  { kind: 'linear-key', source: String.raw`lin_(?:api|oauth)_\w{16,}` },
  { kind: 'square-token', source: String.raw`(?:sq0[a-z]{3}-|EAAA)[\w-]{20,}` },
  { kind: 'facebook-token', source: String.raw`EAA[CM][A-Za-z\d]{20,}` },
  { kind: 'twilio-key', source: String.raw`SK[a-f\d]{32}(?![a-f\d])` },
  { kind: 'mailgun-key', source: String.raw`key-[a-f\d]{32}(?![a-f\d])` },
  { kind: 'telegram-token', source: String.raw`\d{8,10}:AA[\w-]{30,}` },
  { kind: 'vault-token', source: String.raw`hv[sbr]\.[\w-]{20,}` },
  { kind: 'atlassian-token', source: String.raw`AT(?:ATT|CTT)3[\w=-]{20,}` },
  { kind: 'airtable-token', source: String.raw`pat[A-Za-z\d]{14}\.[a-f\d]{20,}` },
  { kind: 'notion-token', source: String.raw`(?:secret|ntn)_[A-Za-z\d]{40,}` },
  { kind: 'figma-token', source: String.raw`figd_[\w-]{20,}` },
  { kind: 'rubygems-key', source: String.raw`rubygems_[a-f\d]{20,}` },
  { kind: 'brevo-key', source: String.raw`xkeysib-[\w-]{20,}` },
  { kind: 'grafana-token', source: String.raw`gl(?:c|sa)_[\w+/=]{20,}` },
  { kind: 'docker-token', source: String.raw`dckr_(?:pat|oat)_[\w-]{20,}` },
  { kind: 'sentry-token', source: String.raw`sntry[su]_[\w+/=]{20,}` },
  { kind: 'planetscale-token', source: String.raw`pscale_(?:tkn|oauth|pw)_[\w.-]{20,}` },
  { kind: 'pulumi-token', source: String.raw`pul-[a-f\d]{30,}` },
  { kind: 'doppler-token', source: String.raw`dp\.(?:pt|st|ct|scim|audit)\.[\w.-]{20,}` },
  { kind: 'typeform-token', source: String.raw`tfp_[\w.-]{30,}` },
  { kind: 'databricks-token', source: String.raw`dapi[a-f\d]{32}` },
  { kind: 'groq-key', source: String.raw`gsk_[A-Za-z\d]{20,}` },
  { kind: 'xai-key', source: String.raw`xai-[A-Za-z\d]{20,}` },
  { kind: 'replicate-token', source: String.raw`r8_[A-Za-z\d]{30,}` },
  { kind: 'alibaba-key', source: String.raw`LTAI[A-Za-z\d]{16,}` },
  { kind: 'age-key', source: String.raw`AGE-SECRET-KEY-1[A-Z\d]{20,}` },
  { kind: 'discord-token', source: String.raw`[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,}` },
];

/** Where a token may start, escapes included; tried before the shapes because that is twice as fast. */
const START = String.raw`\b|_|\\(?:[bfnrtv]|u[\da-fA-F]{4}|x[\da-fA-F]{2})|%[\dA-Fa-f]{2}|\[[\d;]{1,8}m`;
const ANY = new RegExp(`(${START})(?:${SHAPES.map(({ source }) => source).join('|')})`, 'g');
const EACH = SHAPES.map(({ kind, source }) => ({ kind, pattern: new RegExp(source, 'y') }));

/** Tokens known by their look alone, wherever they stand. */
export const keyShapes: Rule = {
  name: 'key-shapes',
  patterns: [new RegExp(START, 'g'), ...EACH.map(({ pattern }) => pattern)],
  applies: () => true,
  apply(text, mask) {
    const edits = createEdits(text);
    for (const match of text.matchAll(ANY)) {
      const start = match.index + (match[1]?.length ?? 0);
      const end = match.index + match[0].length;
      const kind = kindOf(text, start, end);
      if (kind === undefined) continue;
      edits.replace(start, end, mask(kind, text.slice(start, end)));
    }
    return edits.result();
  },
};

/** The kind of a value that is one such token and nothing else. */
export function shapeOf(value: string): string | undefined {
  return kindOf(value, 0, value.length);
}

function kindOf(text: string, start: number, end: number): string | undefined {
  const shape = EACH.find(({ pattern }) => {
    pattern.lastIndex = start;
    return pattern.test(text) && pattern.lastIndex === end;
  });
  if (shape === undefined) return undefined;
  return isSecret(shape.kind, text.slice(start, end), text, end) ? shape.kind : undefined;
}

function isSecret(kind: string, token: string, text: string, end: number): boolean {
  const cutOff = end >= text.length - 1;
  if (kind === 'stackone-key' && !token.startsWith('djEu')) {
    // `v1.eu1.example.com` is a host: another label follows.
    if (/^\.[a-z]/.test(text.slice(end, end + 2)) && !/[A-Z\d]/.test(token.slice(7))) return false;
    return isStackOneKey(token, cutOff);
  }
  if (kind === 'stackone-key') return token.length >= 12;
  if (kind === 'jwt') return isJwt(token, cutOff);
  // `sk-` begins everyday class names too (`sk-button-primary-large`): a key has digits or both cases.
  if (kind === 'openai-key') return /\d/.test(token) && /[a-zA-Z]/.test(token.slice(3));
  return true;
}

/**
 * Three parts, or the start of a header that only tokens have. Base64 of other JSON (`eyJ…` alone) is as often a
 * page cursor, which people need.
 */
function isJwt(token: string, cutOff: boolean): boolean {
  if (/^eyJ(?:hbGci|0eXAi|raWQi|qa3Ui|qd2si|4NXQi|lbmMi|jdHki)/.test(token)) return true;
  const [, payload = '', signature] = token.split('.');
  if (payload.length < 4) return false;
  return payload.startsWith('eyJ') || signature !== undefined || cutOff;
}
