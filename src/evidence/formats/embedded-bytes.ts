import type { LooseObject } from '../loose-value.ts';

const MAX_BYTES = 200_000;

/** The text of a body that was printed as bytes or base64: Node's `{type: 'Buffer', data: […]}`, a HAR's `content`. */
export function readBytes(object: LooseObject): string | undefined {
  if (object['type'] === 'Buffer') return fromNumbers(object['data']);
  if (object['encoding'] === 'base64') return fromBase64(object['text']);
  return undefined;
}

function fromNumbers(data: LooseObject[string] | undefined): string | undefined {
  if (!Array.isArray(data) || data.length > MAX_BYTES) return undefined;
  if (!data.every((byte) => typeof byte === 'number' && byte >= 0 && byte <= 255)) return undefined;
  return Buffer.from(data).toString('utf8');
}

function fromBase64(text: LooseObject[string] | undefined): string | undefined {
  if (typeof text !== 'string' || text.length > MAX_BYTES) return undefined;
  return /^[\w+/=\s-]+$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : undefined;
}
