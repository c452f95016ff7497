import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { createRunScan } from '../runs.ts';

/** Half a byte each: 256 bits. Shorter hex without a cue is as often a commit or a trace. */
const MIN_DIGITS = 64;
const MAX_DIGITS = 256;
/** Digests are public, and people compare them. */
const DIGEST_BEFORE =
  /(?:sha-?\d{1,3}|md5|digest|checksum|hash|etag|integrity|fingerprint|thumbprint|trace|commit)\W{0,8}$/i;
const NEAR = 24;
/** `0000…` and `abcabc…` are no keys. */
const MIN_VARIETY = 9;

const hexRuns = createRunScan(/[a-f\d]/i, MIN_DIGITS);

/** Bare keys in hex, as of secp256k1. */
export const hexKeys: Rule = {
  name: 'hex-keys',
  patterns: [DIGEST_BEFORE],
  applies: (text) => text.length >= MIN_DIGITS,
  apply(text, mask) {
    const edits = createEdits(text);
    for (const [start, end] of hexRuns(text)) {
      if (isKey(text, start, end))
        edits.replace(start, end, mask('hex-key', text.slice(start, end)));
    }
    return edits.result();
  },
};

function isKey(text: string, start: number, end: number): boolean {
  if (end - start > MAX_DIGITS || /[A-Za-z]/.test(text.charAt(end))) return false;
  // The `x` of `0x`, and the `n`, `r` or `t` of an escape.
  if (/[A-Za-mo-qsu-wyz]/.test(text.charAt(start - 1))) return false;
  if (new Set(text.slice(start, end)).size < MIN_VARIETY) return false;
  return !DIGEST_BEFORE.test(text.slice(Math.max(0, start - NEAR), start));
}
