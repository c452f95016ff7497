import { Agent, request } from 'node:http';

/** A process of its own that sends requests, so many at once, and measures how long each one takes. */

export interface Shot {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Volley {
  readonly url: string;
  readonly shots: readonly Shot[];
  readonly atOnce: number;
}

export interface Hits {
  /** From the first request to the last answer. */
  readonly tookMs: number;
  /** Of each request, shortest first. */
  readonly latenciesMs: readonly number[];
  /** Not answered with 200. */
  readonly failed: number;
}

process.on('message', (volley: Volley) => {
  void fire(volley).then((hits) => process.send?.(hits));
});

async function fire({ url, shots, atOnce }: Volley): Promise<Hits> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const latencies: number[] = [];
  const waiting = [...shots];
  let failed = 0;
  const gun = async (): Promise<void> => {
    for (let shot = waiting.pop(); shot !== undefined; shot = waiting.pop()) {
      const startedAt = performance.now();
      if ((await send(url, shot, agent)) !== 200) failed += 1;
      latencies.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, gun));
  const tookMs = performance.now() - startedAt;
  agent.destroy();
  return { tookMs, latenciesMs: latencies.toSorted((one, other) => one - other), failed };
}

function send(url: string, { headers, body }: Shot, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
}
