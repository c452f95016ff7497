import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Slack } from '../../src/workspace/stand-in/index.ts';

const root = resolve(import.meta.dirname, '../..');

export interface AppProcessOptions {
  readonly slack: Slack;
  /** The program, from the root of the checkout. */
  readonly program: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Left out: where the program is TypeScript. */
  readonly usesTsx?: boolean;
}

/** An app in HTTP mode as a process of its own, with ports that stay its own through every restart. */
export interface AppProcess {
  readonly requestUrl: string;
  readonly opsUrl: string;
  readonly pid: () => number | undefined;
  /** Resolves once it listens. @returns milliseconds from the start of the process until then */
  start(): Promise<number>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** What it wrote, line by line, since the last look. */
  takeLines(): readonly string[];
}

export async function appProcess({
  slack,
  program,
  env = {},
  usesTsx = program.endsWith('.ts'),
}: AppProcessOptions): Promise<AppProcess> {
  const [port, opsPort] = [await freePort(), await freePort()];
  let child: ChildProcess | undefined;
  let written = '';

  return {
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    opsUrl: `http://127.0.0.1:${opsPort}`,
    pid: () => child?.pid,

    async start() {
      const startedAt = performance.now();
      const loader = usesTsx ? ['--import', 'tsx'] : [];
      const started = spawn(process.execPath, [...loader, join(root, program)], {
        cwd: root,
        env: {
          PATH: process.env['PATH'],
          SLACK_BOT_TOKEN: slack.botToken,
          SLACK_SIGNING_SECRET: slack.signingSecret,
          SLACK_API_URL: slack.apiUrl,
          PORT: String(port),
          OPS_PORT: String(opsPort),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (chunk) => {
          written += String(chunk);
        });
      while (!(await listens(port))) {
        if (started.exitCode !== null) throw new Error(`${program} ended: ${written.slice(-500)}`);
        if (started.killed) break;
        await pause(5);
      }
      return performance.now() - startedAt;
    },

    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },

    takeLines() {
      const lines = written.split('\n');
      written = lines.pop() ?? '';
      return lines;
    },
  };
}

/** Any answer will do: an app that listens says no to a plain `GET`. */
async function listens(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
