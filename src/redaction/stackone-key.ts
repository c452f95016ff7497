/** A StackOne API key: `v1.<region>.<random>`, such as `v1.us1.…`. */
const KEY = /^[vV]\d{1,2}\.[a-z]{2,4}\d{0,2}\.([\w+/=-]+)$/;
const INSIDE = /[vV]\d{1,2}\.[a-z]{2,4}\d{0,2}\.[\w+/=-]{20,400}/;
/** Base64 of either alphabet, with the escapes that JSON and forms put into it taken out. */
const ENCODED = /[\w+/-]{24,1200}/g;
/** Fewer different characters than this are a stand-in such as `xxxxxxxxxxxxxxxxxxxx`. */
const MIN_VARIETY = 8;
const MIN_LIVE_CHARS = 20;
const MAX_LOOKED_AT = 4_000;

export const stackOneKeyPatterns: readonly RegExp[] = [KEY, INSIDE, ENCODED];

/** Whether a token of the key's shape is a key, and no host (`v1.eu1.example`) or sample (`v1.eu1.KEY`). */
export function isStackOneKey(token: string, cutOff: boolean): boolean {
  const random = KEY.exec(token)?.[1];
  if (random === undefined) return false;
  const region = token.split('.')[1] ?? '';
  return /\d/.test(region) ? random.length >= 8 || cutOff : random.length >= MIN_LIVE_CHARS;
}

/** Whether a secret is, or encodes in base64, a key that looks real: somebody should rotate it. */
export function holdsLiveKey(secret: string): boolean {
  const near = secret.slice(0, MAX_LOOKED_AT);
  if (looksReal(INSIDE.exec(near)?.[0])) return true;
  const runs = near.replaceAll('\\', '').match(ENCODED) ?? [];
  return runs.some((run) =>
    looksReal(INSIDE.exec(Buffer.from(run, 'base64').toString('latin1'))?.[0]),
  );
}

function looksReal(key: string | undefined): boolean {
  const random = key?.split('.')[2] ?? '';
  return random.length >= MIN_LIVE_CHARS && new Set(random).size >= MIN_VARIETY;
}
