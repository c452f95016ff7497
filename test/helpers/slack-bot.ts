import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { answer, enrichReport, wantsLog } from '../../src/answer.ts';
import { assumeReport } from '../../src/assume.ts';
import { withoutLogs } from '../../src/engine.ts';
import type { LogReader } from '../../src/enrichment/lookups.ts';
import { recentFailures } from '../../src/recent.ts';
import { recheck } from '../../src/recheck.ts';
import { redactText } from '../../src/redaction/redact.ts';
import { canRecheck } from '../../src/report/recheck.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/create-app.ts';
import type { SlackSettings } from '../../src/slack/deps.ts';
import { EVENTS } from '../../src/slack/names.ts';
import { scopeNames } from '../../src/slack/scopes.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type Slack, startSlack, type WorldSeed } from '../../src/workspace/stand-in/index.ts';
import { knowledge } from './knowledge.ts';

export type Mode = 'http' | 'socket';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Bot {
  readonly slack: Slack;
  readonly store: Store;
  /** Where its SQLite file is. */
  readonly dataDir: string;
  readonly lines: readonly LogLine[];
  readonly app: SlackApp;
  /** Another process on the same store, in the place of the first; with settings laid over its own. */
  restart(settings?: Partial<SlackSettings>): Promise<void>;
  /**
   * A further bot beside the first, with its own worker, on the same store. In one process they share the connection:
   * SQLite would stop them both while it waits for the other's lock.
   */
  startBeside(): Promise<void>;
}

export interface BotOptions {
  readonly mode: Mode;
  readonly logs?: LogReader;
  readonly settings?: Partial<SlackSettings>;
  /** Of the bot token; all that the manifest asks for if left out. */
  readonly scopes?: readonly string[];
  /** How long Slack awaits an acknowledgement. */
  readonly ackLimitMs?: number;
  /** Of the bot, its store and Slack alike; the system's if left out. */
  readonly clock?: () => number;
  /** The workspace; one of everything if left out. */
  readonly seed?: WorldSeed;
}

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** The real bot, with the real engine and store, on a Slack of ours. Stopped after each test. */
export async function startTestBot({
  mode,
  logs = withoutLogs('no-key'),
  settings = {},
  scopes = scopeNames,
  ackLimitMs,
  clock = Date.now,
  seed,
}: BotOptions): Promise<Bot> {
  const slack = await startSlack({
    scopes,
    subscriptions: Object.values(EVENTS),
    shouldEscape: true,
    now: clock,
    ...(ackLimitMs === undefined ? {} : { ackLimitMs }),
    ...(seed === undefined ? {} : { seed }),
  });
  cleanups.push(() => slack.close());
  const dataDir = mkdtempSync(join(tmpdir(), 'bot-'));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const lines: LogLine[] = [];
  const running: { app: SlackApp; store: Store }[] = [];
  let references = 0;

  async function start(changed: Partial<SlackSettings> = {}, shared?: Store): Promise<void> {
    const store = shared ?? (await openStore({ dataDir, clock, retentionDays: 30 }));
    const log =
      (level: string) =>
      (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
        void lines.push({ level, message, fields });
    const app = await createSlackApp({
      botToken: slack.botToken,
      ...(mode === 'socket'
        ? { appToken: slack.appToken }
        : { signingSecret: slack.signingSecret }),
      apiUrl: slack.apiUrl,
      port: 0,
      deps: {
        answer: (text) => answer(text, { knowledge }),
        assume: (report, assumed) => assumeReport(report, assumed, { knowledge }),
        enrich: (report) => enrichReport(report, { knowledge, logs }),
        wantsLog,
        canRecheck,
        recheck: (report) =>
          recheck(report, { knowledge, logs, answer: (text) => answer(text, { knowledge }) }),
        recent: (filter) => recentFailures(filter, { knowledge, logs }),
        redactText,
        store,
        clock,
        newReference() {
          references += 1;
          return `REF-${references}`;
        },
        logger: { info: log('info'), warn: log('warn'), error: log('error') },
        settings: {
          logAccess: { channels: [], users: [], groups: [] },
          readsLogs: true,
          waitForLogMs: 150,
          ...settings,
          ...changed,
        },
      },
    });
    await app.start();
    running.push({ app, store });
    if (mode === 'http') await slack.setRequestUrl(`http://127.0.0.1:${app.port()}/slack/events`);
    else await slack.waitFor(() => slack.connections > 0, { what: 'a connection' });
  }

  async function stop(): Promise<void> {
    const last = running.pop();
    await last?.app.stop();
    await last?.store.close();
  }

  await start();
  cleanups.push(stop);
  return {
    slack,
    dataDir,
    lines,
    get store() {
      const last = running.at(-1);
      if (last === undefined) throw new Error('The bot is not running.');
      return last.store;
    },
    get app() {
      const last = running.at(-1);
      if (last === undefined) throw new Error('The bot is not running.');
      return last.app;
    },
    async startBeside() {
      await start({}, running.at(-1)?.store);
      cleanups.push(async () => running.pop()?.app.stop());
    },
    async restart(changed) {
      await stop();
      await start(changed);
    },
  };
}
