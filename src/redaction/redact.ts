import { findPhones } from './phones.ts';
import type { Redacted } from './redaction.ts';
import { type Rule, rules } from './rules.ts';

/** What stands in the place of a secret; never taken for one itself. */
const PLACEHOLDER = /\[redacted:[a-z-]{2,40}\]/g;

/**
 * Takes secrets and personal data out of a text. Comes before everything else, and again after decoding and on output.
 * Linear in the length of the text; never throws. What people need stays: request, account and record ids, statuses,
 * dates, hosts, paths. Bare runs of 32 or 40 hexadecimal digits without a cue stay too: they are as often trace ids.
 */
export function redact(text: string): Redacted {
  const counts = new Map<string, number>();
  const found = { liveKey: false };
  const take = (kind: string, secret: string): string => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (isLiveKey(secret)) found.liveKey = true;
    return `[redacted:${kind}]`;
  };
  const ruled = rules.reduce((before, rule) => apply(before, rule, take), text);
  const clean = findPhones(ruled).reduceRight(
    (before, { start, end }) =>
      before.slice(0, start) + take('phone', before.slice(start, end)) + before.slice(end),
    ruled,
  );
  return {
    text: clean,
    counts: [...counts]
      .map(([kind, count]) => ({ kind, count }))
      .toSorted((one, other) => (one.kind < other.kind ? -1 : 1)),
    liveKey: found.liveKey,
  };
}

/** The clean text alone. */
export function redactText(text: string): string {
  return redact(text).text;
}

function apply(
  text: string,
  { kind, cue, pattern, group, keep }: Rule,
  take: (kind: string, secret: string) => string,
): string {
  if (cue !== undefined && !cue.test(text)) return text;
  let out = '';
  let at = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    const secret =
      group === 0 ? match[0] : (match.slice(group).find((part) => part !== undefined) ?? '');
    const bare = secret.replace(PLACEHOLDER, '');
    if (
      secret === '' ||
      /^[\s"'\\:]*$/.test(bare) ||
      (bare !== secret && bare.length < 6) ||
      keep?.(secret, match) === true
    )
      continue;
    const start = group === 0 ? match.index : match.index + match[0].lastIndexOf(secret);
    out += text.slice(at, start) + take(kind, secret);
    at = start + secret.length;
  }
  return out + text.slice(at);
}

const KEY = /\bv\d{1,2}\.[a-z]{2,4}\d{0,2}\.[A-Za-z0-9_\-+/=]{8,}/;

/** A StackOne key in the clear, or what Basic authentication makes of it. */
function isLiveKey(secret: string): boolean {
  if (KEY.test(secret)) return true;
  const encoded = /djEu[A-Za-z0-9+/_-]{8,600}/.exec(secret)?.[0];
  return encoded !== undefined && KEY.test(Buffer.from(encoded, 'base64').toString('latin1'));
}
