import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { App, type Logger as BoltLogger, LogLevel, type Receiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { createAcksFirst } from './acks-first.ts';
import type { BotDeps, SlackDeps, SlackLogger } from './deps.ts';
import { httpReceiver } from './http-receiver.ts';
import { type Identity, identify } from './identify.ts';
import { JOBS } from './names.ts';
import { createPacedFetch } from './paced-fetch.ts';
import { createPeople } from './people.ts';
import { createRateLimiter } from './rate-limits.ts';
import { createFileReader } from './reading/read-file.ts';
import { registerListeners } from './register.ts';
import { socketReceiver } from './socket/socket-receiver.ts';
import { createUnderWay } from './under-way.ts';
import { lookForWatch, loseWatch } from './watch/look.ts';
import { answerInThread, sayNotAnswered } from './work/answer-in-thread.ts';
import { answerRecentInThread } from './work/answer-recent.ts';
import { deliverEscalation, sayNotDelivered } from './work/deliver-escalation.ts';
import { removeAnswer } from './work/remove-answer.ts';
import { sayNotUpdated, updateAnswer } from './work/update-answer.ts';
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
  /** @throws StartError when Slack refuses a token, or cannot be reached */
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
  const underWay = createUnderWay();
  const acksFirst = createAcksFirst();
  const { messageEveryMs = 0 } = deps.settings;
  // One for all clients: what Slack limits, it limits for all of them.
  const options = { ...clientOptions(apiUrl), fetch: createPacedFetch({ messageEveryMs, apiUrl }) };
  const door =
    appToken === undefined
      ? httpReceiver({
          signingSecret: signingSecret ?? '',
          port,
          logger,
          clock: deps.clock,
          underWay,
          acksFirst,
        })
      : socketReceiver({ appToken, apiUrl, logger, underWay, acksFirst });
  let identity: Identity | undefined;
  let isStarted = false;
  const app = new App({
    // Given a token, Bolt would check it here, and again later, where a refusal ends the process.
    authorize: async () => ({ botToken, ...botOf(identity) }),
    receiver: door.receiver,
    logger,
    extendedErrorHandler: true,
    ignoreSelf: true,
    convoStore: false, // would keep every channel in memory, and nobody reads it
    clientOptions: options,
  });
  const client = new WebClient(botToken, { ...options, logger });
  const bot: BotDeps = {
    ...deps,
    acksFirst,
    homeTeamId: () => identity?.teamId ?? '',
    identity: () => identity,
    people: createPeople({ client, clock: deps.clock, logger: deps.logger }),
    limiter: createRateLimiter({ limits: deps.settings.rateLimits, clock: deps.clock }),
    readFile: createFileReader({ botToken, apiUrl, logger: deps.logger }),
  };
  const worker = createWorker({
    deps: bot,
    owner: `${hostname().slice(0, 60)}-${randomUUID()}`,
    lines: [
      {
        queue: deps.store.inbox,
        kinds: {
          [JOBS.question]: {
            handle: (job) => answerInThread(bot, client, job),
            lost: (job, reference, error) => sayNotAnswered(client, job, { reference, error }),
          },
          [JOBS.recent]: {
            handle: (job) => answerRecentInThread(bot, client, job),
            lost: (job, reference, error) => sayNotAnswered(client, job, { reference, error }),
          },
          [JOBS.edit]: {
            handle: (job) => updateAnswer(bot, client, job),
            lost: (job, reference) => sayNotUpdated(client, job, reference),
          },
          [JOBS.removal]: {
            handle: (job) => removeAnswer(bot, client, job),
            // The question is gone, and its person wants no word of it; the log has it.
            lost: async () => undefined,
          },
        },
      },
      {
        queue: deps.store.outbox,
        kinds: {
          [JOBS.escalation]: {
            handle: (job) => deliverEscalation(deps, client, job),
            lost: (job) => sayNotDelivered(deps, client, job),
          },
          [JOBS.watch]: {
            handle: (job) => lookForWatch(bot, client, job),
            lost: (job) => loseWatch(bot, job),
          },
        },
      },
    ],
  });
  registerListeners(app, bot, { worker, client });
  return {
    async start() {
      identity = await identify(client, { appToken, apiUrl });
      await app.start();
      isStarted = true;
      worker.start();
    },
    async stop() {
      if (isStarted) await app.stop();
      await underWay.settled();
      await worker.stop();
    },
    connected: door.connected,
    port: door.port,
  };
}

/**
 * No call is repeated by the client: a post whose answer was lost may be there. The queue in the store repeats, looks
 * first, and survives a restart.
 */
function clientOptions(apiUrl: string): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
  };
}

function botOf(identity: Identity | undefined): Partial<Pick<Identity, 'botId' | 'botUserId'>> {
  return identity === undefined ? {} : { botId: identity.botId, botUserId: identity.botUserId };
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
