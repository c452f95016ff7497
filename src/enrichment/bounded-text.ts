/**
 * Reads a body as UTF-8, up to a bound that holds for what was unpacked, so a small gzip cannot grow past it.
 *
 * @returns the text, or `null` when there is more than `maxBytes`; the connection is then given up
 * @throws what the connection throws when it breaks or its signal is aborted
 */
export async function readBoundedText(
  response: Response,
  maxBytes: number,
): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  // Leaving the loop early cancels the stream.
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
