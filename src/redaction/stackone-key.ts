/** A StackOne API key: `v1.<region>.<random>`, such as `v1.us1.…`. */
const KEY = /^[vV]\d{1,2}\.[a-z]{2,4}\d{0,2}\.([\w+/=-]+)$/;
const INSIDE = /[vV]\d{1,2}\.[a-z]{2,4}\d{0,2}\.[\w+/=-]{20,400}/;
/** `v1.` in base64 begins so, which is how a key looks in a Basic header. */
const ENCODED = /djEu[\w+/-]{20,600}/;
/** Fewer different characters than this are a stand-in such as `xxxxxxxxxxxxxxxxxxxx`. */
const MIN_VARIETY = 8;
const MIN_LIVE_CHARS = 20;

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
  if (looksReal(INSIDE.exec(secret)?.[0])) return true;
  const encoded = ENCODED.exec(secret)?.[0];
  if (encoded === undefined) return false;
  return looksReal(INSIDE.exec(Buffer.from(encoded, 'base64').toString('latin1'))?.[0]);
}

function looksReal(key: string | undefined): boolean {
  const random = key?.split('.')[2] ?? '';
  return random.length >= MIN_LIVE_CHARS && new Set(random).size >= MIN_VARIETY;
}
