import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { EVENTS } from '../src/slack/names.ts';
import { scopeNames } from '../src/slack/scopes.ts';
import { type Slack, sample, startSlack } from '../src/workspace/stand-in/index.ts';

const root = resolve(import.meta.dirname, '..');
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** The bot as `npm start` runs it: a process of its own, for our Slack by Socket Mode. */
function run(slack: Slack, opsPort: number, env: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'start-'));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      OPS_PORT: String(opsPort),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seen = { out: '' };
  child.stdout.on('data', (chunk) => {
    seen.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    seen.out += String(chunk);
  });
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  cleanups.push(() => child.kill('SIGKILL'));
  return { child, seen, ended };
}

/** The same, once it is connected. */
async function start(slack: Slack, opsPort: number) {
  const running = run(slack, opsPort);
  await slack.waitFor(() => slack.connections > 0, { timeoutMs: 15_000, what: 'a connection' });
  return running;
}

test('starts, answers, is ready, logs one line a question, and drains on SIGTERM', async () => {
  const slack = await startSlack({ scopes: scopeNames, subscriptions: Object.values(EVENTS) });
  cleanups.push(() => slack.close());
  const opsPort = 20_000 + (process.pid % 20_000);
  const { child, seen, ended } = await start(slack, opsPort);
  await slack.command({ user: sample.ada, channel: sample.general, text: 'lever 429' });
  await slack.waitFor(() => slack.ephemerals(sample.ada)[0]);
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${opsPort}${path}`)).status;
  expect([await get('/healthz'), await get('/readyz'), await get('/metrics')]).toEqual([
    200, 200, 200,
  ]);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const lines = seen.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['started', 'question', 'stopping']),
  );
  expect(seen.out).not.toMatch(/xoxb-|xapp-|U0ADA|lever 429/);
}, 40_000);

test('is not ready while it is not connected, and finishes what is under way on SIGTERM', async () => {
  const slack = await startSlack({ scopes: scopeNames, subscriptions: Object.values(EVENTS) });
  cleanups.push(() => slack.close());
  let asked = 0;
  const stackOne = createServer((_request, response) => {
    asked += 1;
    setTimeout(() => response.writeHead(404).end('{}'), 1_200);
  });
  await new Promise<void>((resolve) => stackOne.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => stackOne.close());
  const opsPort = 20_000 + ((process.pid + 1) % 20_000);
  const { child, seen, ended } = run(slack, opsPort, {
    STACKONE_API_KEY: 'v1.eu1.fake-key-of-the-tests',
    STACKONE_API_URL: `http://127.0.0.1:${(stackOne.address() as AddressInfo).port}`,
  });
  await slack.waitFor(() => slack.connections > 0, { timeoutMs: 15_000, what: 'a connection' });
  const ready = async () => (await fetch(`http://127.0.0.1:${opsPort}/readyz`)).status;
  await vi.waitFor(async () => expect(await ready()).toBe(200), 5_000);
  slack.fault('apps.connections.open', { kind: 'rate-limited', retryAfterSeconds: 1 }, 2);
  slack.dropSockets();
  await vi.waitFor(async () => expect(await ready()).toBe(503), 5_000);
  await vi.waitFor(async () => expect(await ready()).toBe(200), 10_000);

  const { ada, general, bot } = sample;
  const id = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
  const { message } = await slack.mention({ user: ada, channel: general, text: `502 ${id}` });
  await slack.command({ user: ada, channel: general, text: `500 ${id}` });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(0), 5_000);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const answers = slack.thread(general, message.ts).filter(({ user }) => user === bot.userId);
  expect(answers).toHaveLength(1);
  expect(answers[0]?.text).not.toContain('I am asking');
  expect(slack.ephemerals(ada)).toHaveLength(1);
  expect(seen.out).not.toMatch(/nobody caught/);
}, 60_000);

test.each([
  [
    'a bot token that is refused',
    { SLACK_BOT_TOKEN: 'xoxb-wrong' },
    'SLACK_BOT_TOKEN): invalid_auth',
  ],
  [
    'an app token that is refused',
    { SLACK_APP_TOKEN: 'xapp-wrong' },
    'SLACK_APP_TOKEN): invalid_auth',
  ],
  ['a Slack that is not there', { SLACK_API_URL: 'http://127.0.0.1:9/api/' }, 'did not answer'],
])(
  '%s ends the start with one calm sentence and the next step',
  async (_what, env, said) => {
    const slack = await startSlack({ scopes: scopeNames, subscriptions: Object.values(EVENTS) });
    cleanups.push(() => slack.close());
    const { seen, ended } = run(slack, 0, env);
    expect(await ended).toBe(1);
    const plain = seen.out.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect(plain).toHaveLength(2);
    expect(plain[0]).toContain(said);
    expect(plain[1]).toContain('npm run doctor');
    expect(seen.out).not.toMatch(/\bat .*:\d+:\d+|xoxb-|xapp-/);
  },
  40_000,
);
