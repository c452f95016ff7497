import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { EVENTS } from '../../src/slack/names.ts';
import { scopeNames } from '../../src/slack/scopes.ts';
import { sample, startSlack } from '../../src/workspace/stand-in/index.ts';
import { FAILED } from '../helpers/slack-logs.ts';
import { API_KEY, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { requestLog, startStackOne } from '../helpers/stackone-stand-in.ts';

/** `npm start` twice, on one SQLite file: both race for each watch, and one of them reports it. */

const root = resolve(import.meta.dirname, '../..');
const { ada, general, bot: us } = sample;
const WATCHES = 4;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

test('each watch is reported once', async () => {
  const logs = [FAILED];
  const stackOne = await startStackOne({ apiKey: API_KEY, logs });
  const slack = await startSlack({ scopes: scopeNames, subscriptions: Object.values(EVENTS) });
  cleanups.push(
    () => stackOne.close(),
    () => slack.close(),
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'two-'));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const env = {
    PATH: process.env['PATH'],
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    STACKONE_API_KEY: API_KEY,
    STACKONE_API_URL: stackOne.url,
    DATA_DIR: dataDir,
    OPS_PORT: '0',
  };
  const processes = ['one', 'two'].map(() => {
    const child = fork(join(root, 'src/main.ts'), {
      cwd: root,
      env,
      execArgv: ['--import', 'tsx', '--import', join(root, 'test/helpers/shifted-time.ts')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    cleanups.push(() => child.kill('SIGKILL'));
    return child;
  });
  await slack.waitFor(() => slack.connections === 2, { timeoutMs: 40_000, what: 'both' });

  const answers = (ts: string) =>
    slack.thread(general, ts).filter(({ user }) => user === us.userId);
  const slowly = { timeoutMs: 15_000 };
  const roots: string[] = [];
  for (let at = 0; at < WATCHES; at += 1) {
    const { message } = await slack.mention({
      user: ada,
      channel: general,
      text: `@errorbot ${REQUEST_ID}`,
    });
    const card = await slack.waitFor(
      () => answers(message.ts).find(({ text }) => text.startsWith('Lever')),
      slowly,
    );
    await slack.click({ user: ada, actionId: 'report_watch', on: card });
    const choices = await slack.waitFor(
      () => slack.ephemerals(ada).find(({ text }) => text.includes('For how long')),
      slowly,
    );
    await slack.click({ user: ada, actionId: 'report_watch_15', on: choices });
    await slack.waitFor(() => !slack.ephemerals(ada).includes(choices), slowly);
    roots.push(message.ts);
  }
  logs.push(
    requestLog({
      requestId: '7f3c1d52-6457-4ddd-89b3-98ae2252b83b',
      at: '2026-11-23T05:10:00.000Z',
      status: 200,
    }),
  );
  for (const child of processes) child.send(5 * 60_000);
  await slack.waitFor(() => roots.every((ts) => answers(ts).length > 1), slowly);
  // Both look for more work, several times, and once more after the end of the watch.
  for (const aheadMs of [6 * 60_000, 30 * 60_000]) {
    for (const child of processes) child.send(aheadMs);
    await new Promise((done) => setTimeout(done, 2_500));
  }
  for (const ts of roots) {
    expect(answers(ts)).toHaveLength(2);
    expect(answers(ts)[1]?.text).toContain('Fixed: the same call succeeded');
  }
}, 120_000);
