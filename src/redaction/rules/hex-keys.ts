import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** Half a byte each: 256 bits. Shorter hex without a cue is as often a commit or a trace. */
const MIN_DIGITS = 64;
const MAX_DIGITS = 256;
const HEX = /[a-fA-F\d]/;
/** Digests are public, and people compare them. */
const DIGEST_BEFORE =
  /(?:sha-?\d{1,3}|md5|digest|checksum|hash|etag|integrity|fingerprint|thumbprint|trace|commit)\W{0,8}$/i;
const NEAR = 24;
/** `0000…` and `abcabc…` are no keys. */
const MIN_VARIETY = 9;

/** Bare keys in hex, as of secp256k1. */
export const hexKeys: Rule = {
  name: 'hex-keys',
  patterns: [HEX, DIGEST_BEFORE],
  applies: (text) => text.length >= MIN_DIGITS,
  apply(text, mask) {
    const edits = createEdits(text);
    // So long a run covers one of these places: the rest need not be looked at.
    for (let probe = MIN_DIGITS - 1; probe < text.length; probe += MIN_DIGITS) {
      if (!HEX.test(text.charAt(probe))) continue;
      const [start, end] = runAround(text, probe);
      if (isKey(text, start, end))
        edits.replace(start, end, mask('hex-key', text.slice(start, end)));
    }
    return edits.result();
  },
};

function runAround(text: string, probe: number): readonly [number, number] {
  let start = probe;
  let end = probe + 1;
  while (probe - start <= MAX_DIGITS && HEX.test(text.charAt(start - 1))) start -= 1;
  while (end - probe <= MAX_DIGITS && HEX.test(text.charAt(end))) end += 1;
  return [start, end];
}

function isKey(text: string, start: number, end: number): boolean {
  const digits = end - start;
  if (digits < MIN_DIGITS || digits > MAX_DIGITS) return false;
  if (
    /[A-Za-z]/.test(text.charAt(start - 1) + text.charAt(end)) &&
    !/[xn]/.test(text.charAt(start - 1))
  )
    return false;
  if (new Set(text.slice(start, end)).size < MIN_VARIETY) return false;
  return !DIGEST_BEFORE.test(text.slice(Math.max(0, start - NEAR), start));
}
