import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Shot } from './fire.ts';

export interface Recorder {
  readonly url: string;
  /** What has come since the last look. */
  take(): readonly Shot[];
  close(): void;
}

/** Takes what Slack's stand-in sends, signed as it is, so that it can be sent to an app later, and faster. */
export async function startRecorder(): Promise<Recorder> {
  const taken: Shot[] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const challenge = /"challenge":"([^"]+)"/.exec(body)?.[1];
    if (challenge === undefined) taken.push({ headers: headersOf(request), body });
    response.end(challenge);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    take: () => taken.splice(0),
    close: () => void server.close(),
  };
}

const KEPT = /^content-type$|^x-slack-|^user-agent$/;

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      KEPT.test(name) && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
