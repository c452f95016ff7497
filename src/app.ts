import { randomInt } from 'node:crypto';
import closeWithGrace from 'close-with-grace';
import { assumeReport } from './assume.ts';
import type { Config } from './config.ts';
import { createEngine } from './engine.ts';
import { StartError } from './errors.ts';
import { createLogger, type Logger } from './ops/logger.ts';
import { createMetrics } from './ops/metrics.ts';
import { startOpsServer } from './ops/server.ts';
import { redactText } from './redaction/redact.ts';
import { createSlackApp } from './slack/create-app.ts';
import type { SlackDeps } from './slack/deps.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { logReader } from './terminal-deps.ts';

const SWEEP_EVERY_MS = 60 * 60 * 1_000;
/** How long work under way may take after SIGTERM: less than the 30 s that container platforms give. */
const GRACE_MS = 20_000;

/**
 * The bot, wired and running; resolves once it is connected to Slack.
 *
 * @throws StartError when Slack will not have it; then nothing of it is left running
 */
export async function startBot(config: Config): Promise<void> {
  const { slack: mode } = config;
  if (mode.kind === 'none') return;
  const logger = createLogger({ level: config.LOG_LEVEL, redact: redactText });
  const metrics = createMetrics();
  const engine = await createEngine({
    knowledgeDir: config.KNOWLEDGE_DIR,
    logs: await logReader(config),
  });
  const store = await openStore({
    url: config.DATABASE_URL,
    dataDir: config.DATA_DIR,
    clock: Date.now,
    retentionDays: config.RETENTION_DAYS,
  });
  const slack = await createSlackApp({
    botToken: mode.botToken,
    ...(mode.kind === 'socket'
      ? { appToken: mode.appToken }
      : { signingSecret: mode.signingSecret }),
    apiUrl: config.SLACK_API_URL,
    port: config.PORT,
    deps: {
      answer: engine.answer,
      assume: (report, assumed) => assumeReport(report, assumed, engine),
      enrich: engine.enrich,
      wantsLog: engine.wantsLog,
      canRecheck: engine.canRecheck,
      recheck: engine.recheck,
      recent: engine.recent,
      redactText,
      store,
      clock: Date.now,
      newReference,
      logger,
      metrics,
      settings: slackSettings(config),
    },
  });
  const ops = await calmly(
    'OPS_PORT',
    startOpsServer,
  )({
    port: config.OPS_PORT,
    metrics,
    async notReady() {
      metrics.setConnected(slack.connected());
      return [
        ...(slack.connected() ? [] : ['not connected to Slack']),
        ...(await storeFault(store)),
      ];
    },
  });
  const sweeping = setInterval(() => void sweep(store, logger), SWEEP_EVERY_MS);
  sweeping.unref();
  const close = async (): Promise<void> => {
    clearInterval(sweeping);
    await slack.stop();
    await ops.close();
    await store.close();
  };
  const grace = closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err, signal }) => {
    if (err !== undefined)
      logger.error('stopping after a fault that nobody caught', { error: err });
    logger.info('stopping', { signal });
    await close();
  });
  try {
    await calmly('PORT', slack.start)();
  } catch (error) {
    grace.uninstall();
    await close();
    throw error;
  }
  logger.info('started', {
    slack: mode.kind,
    requestLogs: config.STACKONE_API_KEY !== undefined,
    opsPort: ops.port,
  });
}

/** A port that is taken is for the person who starts the bot to mend. */
function calmly<Args extends readonly unknown[], T>(
  variable: 'PORT' | 'OPS_PORT',
  listen: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return async (...args) => {
    try {
      return await listen(...args);
    } catch (error) {
      const code: unknown =
        typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
      if (code === 'EADDRINUSE' || code === 'EACCES')
        throw new StartError(`${variable} cannot be listened on (${code}): choose another.`, {
          cause: error,
        });
      throw error;
    }
  };
}

function slackSettings(config: Config): SlackDeps['settings'] {
  return {
    supportChannel: config.SUPPORT_CHANNEL,
    supportEmail: config.SUPPORT_EMAIL,
    logAccess: {
      channels: config.LOG_ACCESS_CHANNELS,
      users: config.LOG_ACCESS_USERS,
      groups: config.LOG_ACCESS_GROUPS,
    },
    logLinkTemplate: config.STACKONE_LOG_LINK,
    readsLogs: config.STACKONE_API_KEY !== undefined,
    // docs.slack.dev/apis/web-api/rate-limits: one message a second in each channel
    messageEveryMs: 1_000,
    waitForLogMs: 2_000,
    rateLimits: { perPerson: 20, perChannel: 40 },
  };
}

async function storeFault(store: Store): Promise<readonly string[]> {
  try {
    await store.ping();
    return [];
  } catch {
    return ['the store does not answer'];
  }
}

async function sweep(store: Store, logger: Logger): Promise<void> {
  try {
    const swept = await store.sweep();
    if (swept.unfinishedJobs > 0)
      logger.warn('deleted jobs that were never finished', { ...swept });
  } catch (error) {
    logger.error('sweeping the store failed', { error });
  }
}

/** Letters and digits that nobody mistakes for each other, on the phone or on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people quote when something went wrong: about 39 bits, such as `K7QX-3MTB`. */
function newReference(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
