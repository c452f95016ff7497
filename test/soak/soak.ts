import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EVENTS } from '../../src/slack/names.ts';
import { scopeNames } from '../../src/slack/scopes.ts';
import { type Slack, sample, startSlack } from '../../src/workspace/stand-in/index.ts';
import { type AppProcess, appProcess } from '../helpers/bot-process.ts';
import { requestLog, startStackOne } from '../helpers/stackone-stand-in.ts';
import { chanceOf } from './chance.ts';
import { slackFaults, stackOneFaults } from './faults.ts';
import { type Held, heldBy } from './memory.ts';
import { townSeed } from './town.ts';
import { type Asked, sendTraffic, type Traffic } from './traffic.ts';

export interface SoakOptions {
  readonly deliveries: number;
  readonly seed: number;
  readonly killEveryMs: number;
  /** After the last delivery, for as long as nothing more is answered. */
  readonly patienceMs: number;
}

export interface SoakResult extends Traffic {
  readonly kills: number;
  /** Calls of the bot's, and how many of them went wrong on purpose. */
  readonly calls: number;
  readonly faults: number;
  readonly unanswered: readonly Asked[];
  readonly answeredTwice: readonly Asked[];
  /** Answers that still promise the request log. */
  readonly unfinished: readonly Asked[];
  /** Of the process that is not killed, every second. */
  readonly memory: readonly Held[];
  /** What the processes logged as a warning or worse, by message, and how often. */
  readonly complaints: ReadonlyMap<string, number>;
}

const API_KEY = 'v1.eu1.fake-key-of-the-soak';

/** Two processes on one store, one of which keeps being killed, in a world in which one call in ten goes wrong. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const chance = chanceOf(options.seed);
  const requestIds = requestIdsOf(chance);
  const slack = await startSlack({
    seed: townSeed,
    scopes: scopeNames,
    subscriptions: Object.values(EVENTS),
    shouldEscape: true,
  });
  const stackOne = await startStackOne({
    apiKey: API_KEY,
    logs: requestIds.map((requestId) => requestLog({ requestId })),
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'soak-'));
  const env = { DATA_DIR: dataDir, STACKONE_API_KEY: API_KEY, STACKONE_API_URL: stackOne.url };
  const program = 'src/main.ts';
  const steady = await appProcess({ slack, program, env });
  const mortal = await appProcess({ slack, program, env });
  const complaints = new Map<string, number>();
  const memory: Held[] = [];
  let faults = 0;
  const ending = new AbortController();
  try {
    await Promise.all([steady.start(), mortal.start()]);
    await slack.setRequestUrl(steady.requestUrl, mortal.requestUrl);
    const choose = slackFaults(chance);
    slack.faultBy((target) => {
      const fault = choose(target);
      if (fault !== undefined) faults += 1;
      return fault;
    });
    stackOne.setFaults('*', ...stackOneFaults(chance, options.deliveries));
    const watching = every(1_000, ending.signal, async () => {
      const held = await heldBy(steady.opsUrl);
      if (held !== undefined) memory.push(held);
      for (const one of [steady, mortal]) count(one, complaints);
    });
    const killing = killAgainAndAgain(mortal, options.killEveryMs, ending.signal);
    const traffic = await sendTraffic({ slack, chance, requestIds, ...options });
    const atEnd = [...memory];
    await settled(slack, traffic.asked, options.patienceMs);
    ending.abort();
    const kills = await killing;
    await watching;
    return {
      ...traffic,
      ...judge(slack, traffic.asked),
      kills,
      calls: slack.calls().length,
      faults,
      memory: atEnd,
      complaints,
    };
  } finally {
    ending.abort();
    await Promise.all([steady.kill(), mortal.kill()]);
    await slack.close();
    await stackOne.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns how often */
async function killAgainAndAgain(
  mortal: AppProcess,
  everyMs: number,
  signal: AbortSignal,
): Promise<number> {
  let kills = 0;
  await every(everyMs, signal, async () => {
    await mortal.kill();
    kills += 1;
    await mortal.start();
  });
  return kills;
}

async function every(ms: number, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await pause(ms, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await act();
  }
}

/** Until every question has its whole answer, or nothing has come for a while. */
async function settled(slack: Slack, asked: readonly Asked[], patienceMs: number): Promise<void> {
  let open = Number.POSITIVE_INFINITY;
  let since = performance.now();
  while (performance.now() - since < patienceMs) {
    const { unanswered, unfinished } = judge(slack, asked);
    const left = unanswered.length + unfinished.length;
    if (left === 0) break;
    if (left < open) {
      open = left;
      since = performance.now();
    }
    await pause(500);
  }
  // Who would answer a second time may be about to.
  await pause(3_000);
}

function judge(
  slack: Slack,
  asked: readonly Asked[],
): Pick<SoakResult, 'unanswered' | 'answeredTwice' | 'unfinished'> {
  const answers = new Map<string, string[]>();
  for (const channel of slack.world.channels)
    for (const { user, threadTs, blocks } of slack.messages(channel.id)) {
      if (user !== sample.bot.userId) continue;
      const key = `${channel.id}:${threadTs}`;
      answers.set(key, [...(answers.get(key) ?? []), JSON.stringify(blocks)]);
    }
  const of = ({ message }: Asked) => answers.get(`${message.channel}:${message.ts}`) ?? [];
  return {
    unanswered: asked.filter((one) => one.isDelivered && of(one).length === 0),
    answeredTwice: asked.filter((one) => of(one).length > 1),
    unfinished: asked.filter((one) =>
      of(one).some((blocks) => blocks.includes('changes when it has spoken')),
    ),
  };
}

function count(one: AppProcess, complaints: Map<string, number>): void {
  for (const line of one.takeLines()) {
    const said = complaintOf(line);
    if (said !== undefined) complaints.set(said, (complaints.get(said) ?? 0) + 1);
  }
}

const WARN = 40; // pino's

function complaintOf(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  try {
    const { level, msg, reason } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (Number(level) < WARN) return undefined;
    return reason === undefined ? String(msg) : `${String(msg)}: ${String(reason)}`;
  } catch {
    return line.slice(0, 200); // what is no log line was not meant for a log
  }
}

function requestIdsOf(chance: () => number): readonly [string, ...string[]] {
  const id = () =>
    'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () =>
      Math.floor(chance() * 16).toString(16),
    );
  return [id(), ...Array.from({ length: 99 }, id)];
}
