import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { scopeNames } from '../src/slack/scopes.ts';
import { type Slack, startSlack } from '../src/workspace/stand-in/index.ts';
import { type AppProcess, appProcess } from '../test/helpers/bot-process.ts';
import { channels, people, townSeed } from '../test/soak/town.ts';
import type { Hits, Shot, Volley } from './fire.ts';
import { row, verdict } from './measure.ts';
import { startRecorder } from './recorder.ts';

/** The bot as it is shipped, in HTTP mode, against an app that only acknowledges, both as processes of their own, in turn, same requests. */

const SHOTS = 500;
const AT_ONCE = 32;
const ROUNDS = 7;
const STARTS = 5;

export async function benchSlack(): Promise<void> {
  console.log('\n## Slack, against an empty Bolt app (medians)');
  const slack = await startSlack({
    seed: townSeed,
    scopes: scopeNames,
    subscriptions: ['app_mention'],
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info' };
  const ours = await appProcess({ slack, program: 'dist/main.js', env });
  const empty = await appProcess({ slack, program: 'bench/empty-bolt.js' });
  const gun = await loadGun(slack);
  try {
    await compareStarts('start until it listens', { ours, empty, bar: 1.5 });
    await compareLoad('commands', { ours, empty, gun, slack, bars: [0.8, 1.5] });
    await compareLoad('events', { ours, empty, gun, slack, bars: [0.3] });
    const [our, their] = [sizeMb(ours), sizeMb(empty)];
    row(
      'memory after that',
      `${our.toFixed(0)} MB`,
      `empty ${their.toFixed(0)} MB`,
      `${verdict(our / their, 1.5)} ×`,
    );
    await Promise.all([ours.kill(), empty.kill()]);
    await compareInCheckout(slack, env);
  } finally {
    await Promise.all([ours.kill(), empty.kill()]);
    gun.close();
    await slack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** As `npm start` does it, where tsx compiles each file first; the bars are for what is shipped. */
async function compareInCheckout(
  slack: Slack,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const ours = await appProcess({ slack, program: 'src/main.ts', env });
  const empty = await appProcess({ slack, program: 'bench/empty-bolt.js', usesTsx: true });
  await compareStarts('the same in a checkout, by tsx', { ours, empty });
  await Promise.all([ours.kill(), empty.kill()]);
}

interface Starts {
  readonly ours: AppProcess;
  readonly empty: AppProcess;
  readonly bar?: number;
}

/** Leaves both running. */
async function compareStarts(name: string, { ours, empty, bar }: Starts): Promise<void> {
  const took: [number[], number[]] = [[], []];
  for (let at = 0; at < STARTS; at += 1) {
    await Promise.all([ours.kill(), empty.kill()]);
    took[0].push(await ours.start());
    took[1].push(await empty.start());
  }
  const [our, their] = [middle(took[0]), middle(took[1])];
  row(
    name,
    `${our.toFixed(0)} ms`,
    `empty ${their.toFixed(0)} ms`,
    `${bar === undefined ? (our / their).toFixed(2) : verdict(our / their, bar)} ×`,
  );
}

interface Load {
  readonly ours: AppProcess;
  readonly empty: AppProcess;
  readonly gun: Gun;
  readonly slack: Slack;
  /** Least throughput, most p99. */
  readonly bars: readonly [number, number?];
}

async function compareLoad(kind: Kind, { ours, empty, gun, slack, bars }: Load): Promise<void> {
  const rounds: { readonly our: Hits; readonly their: Hits; readonly answeredMs: number }[] = [];
  // The first round warms both.
  for (let at = 0; at <= ROUNDS; at += 1) {
    const their = await gun.fire(empty.requestUrl, await gun.load(kind));
    const before = answersIn(slack);
    const startedAt = performance.now();
    const our = await gun.fire(ours.requestUrl, await gun.load(kind));
    while (answersIn(slack) - before < SHOTS) await pause(50);
    if (at > 0) rounds.push({ our, their, answeredMs: performance.now() - startedAt });
  }
  const [least, most] = bars;
  const perSecond = ({ tookMs }: Hits) => (SHOTS / tookMs) * 1_000;
  const our = middle(rounds.map((one) => perSecond(one.our)));
  const their = middle(rounds.map((one) => perSecond(one.their)));
  const ratio = middle(rounds.map((one) => perSecond(one.our) / perSecond(one.their)));
  row(
    `${kind}, acknowledged in a second`,
    our.toFixed(0),
    `empty ${their.toFixed(0)}`,
    `${ratio.toFixed(2)} (bar ${least}${ratio >= least ? '' : ', BELOW'}) ×`,
  );
  const tail = middle(rounds.map((one) => p99(one.our) / p99(one.their)));
  const tails = [
    middle(rounds.map((one) => p99(one.our))),
    middle(rounds.map((one) => p99(one.their))),
  ];
  row(
    `${kind}, p99`,
    `${tails[0]?.toFixed(1)} ms`,
    `empty ${tails[1]?.toFixed(1)} ms`,
    most === undefined ? `${tail.toFixed(2)} ×` : `${verdict(tail, most)} ×`,
  );
  row(
    `${kind}, all ${SHOTS} answered`,
    `${middle(rounds.map((one) => one.answeredMs)).toFixed(0)} ms`,
  );
  const failed = rounds.reduce((sum, one) => sum + one.our.failed + one.their.failed, 0);
  if (failed > 0) console.log(`${failed} were NOT acknowledged`);
}

function answersIn(slack: Slack): number {
  return slack.calls('response_url').length + slack.calls('chat.postMessage').length;
}

function p99({ latenciesMs }: Hits): number {
  return latenciesMs[Math.floor(latenciesMs.length * 0.99)] ?? 0;
}

type Kind = 'commands' | 'events';

interface Gun {
  /** New requests, as Slack signs them. */
  load(kind: Kind): Promise<readonly Shot[]>;
  fire(url: string, shots: readonly Shot[]): Promise<Hits>;
  close(): void;
}

async function loadGun(slack: Slack): Promise<Gun> {
  const recorder = await startRecorder();
  await slack.setRequestUrl(recorder.url);
  const child = fork(join(import.meta.dirname, 'fire.ts'), { execArgv: ['--import', 'tsx'] });
  let asked = 0;
  return {
    async load(kind) {
      for (let at = 0; at < SHOTS; at += 1) {
        asked += 1;
        const user = people[asked % people.length] ?? '';
        const channel = channels[asked % channels.length] ?? '';
        if (kind === 'commands') await slack.command({ user, channel, text: '412' });
        else await slack.mention({ user, channel, text: '412' });
      }
      return recorder.take();
    },
    async fire(url, shots) {
      const hit = once(child, 'message');
      child.send({ url, shots, atOnce: AT_ONCE } satisfies Volley);
      const [hits] = await hit;
      return hits as Hits;
    },
    close() {
      recorder.close();
      child.kill();
    },
  };
}

function sizeMb(one: AppProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(one.pid())], {
    encoding: 'utf8',
  });
  return Number(kilobytes) / 1_024;
}

function middle(of: readonly number[]): number {
  return of.toSorted((low, high) => low - high)[Math.floor(of.length / 2)] ?? 0;
}
