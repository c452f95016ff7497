import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readBoundedText } from '../../src/enrichment/bounded-text.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

test('reads text whose characters are split between chunks', async () => {
  const bytes = new TextEncoder().encode('Größe ✓');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await readBoundedText(new Response(body), 100)).toBe('Größe ✓');
});

test.each([
  ['abcd', 4, 'abcd'],
  ['abcde', 4, null],
  [null, 4, ''],
])('of %j with at most %i bytes it reads %j', async (body, maxBytes, text) => {
  expect(await readBoundedText(new Response(body), maxBytes)).toBe(text);
});

test('the bound holds for what was unpacked', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(20_000_000, 'x')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(await readBoundedText(response, 1_000_000)).toBe(null);
});
