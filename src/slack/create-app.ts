import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { App, type Logger as BoltLogger, LogLevel, type Receiver } from '@slack/bolt';
import type { SlackDeps, SlackLogger } from './deps.ts';
import { httpReceiver } from './http-receiver.ts';
import { JOBS } from './names.ts';
import { registerListeners } from './register.ts';
import { socketReceiver } from './socket-receiver.ts';
import { answerInThread } from './work/answer-in-thread.ts';
import { deliverEscalation } from './work/deliver-escalation.ts';
import { createWorker } from './work/worker.ts';

export interface SlackAppOptions {
  readonly botToken: string;
  /** Present: Socket Mode. */
  readonly appToken?: string;
  /** HTTP mode. */
  readonly signingSecret?: string;
  /** Slack's API root, with a slash at its end. */
  readonly apiUrl: string;
  /** Of the HTTP mode. */
  readonly port: number;
  readonly deps: SlackDeps;
}

export interface SlackApp {
  start(): Promise<void>;
  /** Takes no more, and finishes what is under way. */
  stop(): Promise<void>;
  connected(): boolean;
  /** The port of the HTTP mode, once started. */
  port(): number | undefined;
}

/** How a receiver tells whether Slack can reach us. */
export interface Door {
  readonly receiver: Receiver;
  connected(): boolean;
  port(): number | undefined;
}

/** One Bolt app, over Socket Mode or HTTP. */
export async function createSlackApp({
  botToken,
  appToken,
  signingSecret,
  apiUrl,
  port,
  deps,
}: SlackAppOptions): Promise<SlackApp> {
  const logger = boltLogger(deps.logger);
  const door =
    appToken === undefined
      ? httpReceiver({ signingSecret: signingSecret ?? '', port, logger, clock: deps.clock })
      : socketReceiver({ appToken, apiUrl, logger });
  const app = new App({
    token: botToken,
    receiver: door.receiver,
    logger,
    extendedErrorHandler: true,
    ignoreSelf: true,
    clientOptions: {
      slackApiUrl: apiUrl,
      // Long waits belong to the queue in the store, where they survive a restart.
      retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2_000 },
      timeout: 10_000,
      rejectRateLimitedCalls: true,
    },
  });
  const worker = createWorker({
    deps,
    owner: `${hostname().slice(0, 60)}-${randomUUID()}`,
    lines: [
      {
        queue: deps.store.inbox,
        kinds: { [JOBS.question]: (job) => answerInThread(deps, app.client, job) },
      },
      {
        queue: deps.store.outbox,
        kinds: { [JOBS.escalation]: (job) => deliverEscalation(deps, app.client, job) },
      },
    ],
  });
  let homeTeamId = '';
  registerListeners(app, { ...deps, homeTeamId: () => homeTeamId }, worker);
  return {
    async start() {
      const { team_id: teamId } = await app.client.auth.test();
      if (teamId === undefined)
        throw new Error('Slack does not say which workspace the bot token is for.');
      homeTeamId = teamId;
      await app.start();
      worker.start();
    },
    async stop() {
      await app.stop();
      await worker.stop();
    },
    connected: door.connected,
    port: door.port,
  };
}

/** Bolt's own words go to our log, redacted like the rest; its debug output holds whole payloads and is dropped. */
function boltLogger(logger: SlackLogger): BoltLogger {
  const say = (words: readonly unknown[]): string =>
    words
      .map((word) => (word instanceof Error ? word.message : String(word)))
      .join(' ')
      .slice(0, 500);
  return {
    debug: () => undefined,
    info: (...words) => logger.info(`bolt: ${say(words)}`),
    warn: (...words) => logger.warn(`bolt: ${say(words)}`),
    error: (...words) => logger.error(`bolt: ${say(words)}`),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
