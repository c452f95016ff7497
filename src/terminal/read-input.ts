import type { Readable } from 'node:stream';

/** How much of standard input is read, in bytes; the engine reads less and says so. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Everything on a stream as text, up to a bound. */
export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size >= MAX_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_BYTES).toString('utf8');
}
