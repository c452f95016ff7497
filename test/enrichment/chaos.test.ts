import { expect, test } from 'vitest';
import { answer, enrichReport } from '../../src/answer.ts';
import type { Clock } from '../../src/enrichment/clock.ts';
import type { LogReader } from '../../src/enrichment/lookups.ts';
import type { RecentOutcome } from '../../src/evidence/recent-requests.ts';
import type { RequestLog } from '../../src/evidence/request-log.ts';
import { recheck } from '../../src/recheck.ts';
import type { Recheck } from '../../src/report/recheck.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { arrange } from '../helpers/stackone-setting.ts';
import {
  actionLog,
  actionStep,
  linkedAccount,
  PLANTED,
  requestLog,
  type StackOneFault,
} from '../helpers/stackone-stand-in.ts';

/** 500 mixed look-ups while 30 % of StackOne's answers fail: all are answered in time, and none is wrong. */

const LOOKUPS = 500;
const AT_ONCE = 20;
const DEADLINE_MS = 8_000;
const PER_MINUTE = 150;
const SEED = 20261123;

const uuid = (kind: string, at: number) =>
  `${kind}aaaaaaa-6457-4ddd-89b3-${String(at).padStart(12, '0')}`;
const account = (at: number) => `4535597628101516${String(at).padStart(4, '0')}`;
const minute = (at: number) =>
  new Date(Date.parse('2026-11-23T05:00:00Z') + at * 60_000).toISOString();
const count = <T>(length: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length }, (_, at) => make(at));

const logs = count(120, (at) =>
  requestLog({
    requestId: uuid('1', at),
    accountId: account(at % 24),
    path: at % 2 === 0 ? '/unified/ats/jobs' : '/unified/ats/applications',
    status: at % 3 === 0 ? 502 : 200,
    at: minute(at),
  }),
);
const actionLogs = count(40, (at) =>
  actionLog({ requestId: uuid('2', at), status: at % 2 === 0 ? 403 : 200 }),
);
const actionSteps = count(40, (at) => actionStep({ requestId: uuid('2', at) })).slice(0, 25);
const accounts = count(24, (at) =>
  linkedAccount({ id: account(at), status: at % 4 === 0 ? 'error' : 'active' }),
);

/** The same numbers from the same seed (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FAULTS: readonly StackOneFault[] = [
  { status: 500 },
  { status: 502 },
  { status: 503, retryAfter: '2' },
  { status: 429, retryAfter: '1' },
  { status: 429, retryAfter: 'Mon, 23 Nov 2026 05:00:03 GMT' },
  { status: 408, retryAfter: '1' },
  { status: 403 },
  { body: 'truncated' },
  { body: 'wrong-types' },
  { body: 'nulls' },
  { body: 'html' },
  { body: 'array' },
  { body: 'empty' },
  { drop: 'before' },
  { drop: 'midway' },
  { delayMs: 5 },
  { delayMs: 'forever' },
];

/** A clock that jumps to whatever is due next, once the network has been quiet for some milliseconds of real time. */
function jumpingClock(): Clock & { jump(): void; advance(ms: number): void } {
  let now = Date.parse('2026-11-23T05:00:00Z');
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const wakeDue = (): void => {
    const due = sleepers.filter(({ at }) => at <= now);
    sleepers = sleepers.filter(({ at }) => at > now);
    for (const { wake } of due) wake();
  };
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          resolve();
        });
      }),
    jump() {
      const next = Math.min(...sleepers.map(({ at }) => at));
      if (Number.isFinite(next)) now = Math.max(now, next);
      wakeDue();
    },
    advance(ms) {
      now += ms;
      wakeDue();
    },
  };
}

test('500 mixed look-ups while 30 % of the answers fail', async () => {
  const random = seeded(SEED);
  const clock = jumpingClock();
  const sentAt: number[] = [];
  let inFlight = 0;
  let lastTraffic = performance.now();
  const traffic = (): void => {
    lastTraffic = performance.now();
  };
  const { stackOne, platform } = await arrange(
    { logs, actionLogs, actionSteps, accounts, stepsApart: true },
    {
      clock,
      random,
      gate: { perMinute: PER_MINUTE },
      async fetch(request) {
        sentAt.push(clock.now());
        traffic();
        inFlight += 1;
        return fetch(request).finally(() => {
          inFlight -= 1;
          traffic();
        });
      },
    },
  );
  const expected = await whatIsTrue();
  stackOne.setFaults(
    '*',
    ...count(20_000, () =>
      random() < 0.3 ? (FAULTS[Math.floor(random() * FAULTS.length)] ?? null) : null,
    ),
  );

  const pick = (length: number): number => Math.floor(random() * length);
  const asked = count(LOOKUPS, (at) => {
    const kind = at % 10;
    if (kind < 4) return logOf(uuid('1', pick(logs.length)), expected);
    if (kind < 6) return logOf(uuid('2', pick(actionLogs.length)), expected);
    if (kind < 8) return accountOf(account(pick(accounts.length)), expected);
    return kind < 9
      ? recentOf(account(pick(accounts.length)), expected)
      : recheckOf(pick, expected);
  });

  const kinds = new Map<string, number>();
  for (let from = 0; from < LOOKUPS; from += AT_ONCE) {
    let open = AT_ONCE;
    const batch = asked.slice(from, from + AT_ONCE).map(async ({ ask, isRight }) => {
      const startedAt = clock.now();
      const outcome = await ask(platform);
      open -= 1;
      const tookMs = clock.now() - startedAt;
      expect(tookMs, JSON.stringify(outcome)).toBeLessThanOrEqual(DEADLINE_MS);
      expect(isRight(outcome), JSON.stringify(outcome)).toBe(true);
      const printed = JSON.stringify(outcome);
      expect(PLANTED.filter((secret) => printed.includes(secret))).toEqual([]);
      kinds.set(outcome.kind, (kinds.get(outcome.kind) ?? 0) + 1);
    });
    const all = Promise.all(batch);
    // A failed expectation ends the loop too.
    let isOver = false;
    void all.then(
      () => {
        isOver = true;
      },
      () => {
        isOver = true;
      },
    );
    while (open > 0 && !isOver) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 4));
      // A machine that did not let us run for a while has not let the network run either.
      if (performance.now() - before > 25) traffic();
      // What is still in flight may be an answer that never comes.
      if (performance.now() - lastTraffic > (inFlight > 0 ? 150 : 25)) clock.jump();
    }
    await all;
    clock.advance(12_000);
  }

  expect([...kinds.values()].reduce((sum, one) => sum + one, 0)).toBe(LOOKUPS);
  // Not by giving up: most are found, and some are not.
  expect(kinds.get('found')).toBeGreaterThan(LOOKUPS * 0.5);
  expect(kinds.size).toBeGreaterThan(3);
  for (const [at, time] of sentAt.entries()) {
    const inMinute = sentAt.slice(at).filter((other) => other < time + 60_000).length;
    expect(inMinute).toBeLessThanOrEqual(PER_MINUTE);
  }
}, 60_000);

interface Expected {
  /** All that may be told of a log: with its details, and without those that did not come. */
  readonly logs: ReadonlyMap<string, readonly RequestLog[]>;
  readonly accounts: ReadonlyMap<string, unknown>;
  readonly recent: ReadonlyMap<string, RecentOutcome>;
  readonly rechecks: readonly { readonly ask: Ask; readonly outcome: Recheck }[];
}

interface Outcome {
  readonly kind: string;
}
type Ask = (reader: LogReader) => Promise<Outcome>;
interface Asked {
  readonly ask: Ask;
  isRight(outcome: Outcome): boolean;
}

/** What a StackOne without faults tells. */
async function whatIsTrue(): Promise<Expected> {
  const { platform } = await arrange(
    { logs, actionLogs, actionSteps, accounts, stepsApart: true },
    { clock: jumpingClock(), gate: { perMinute: 100_000 } },
  );
  const asking = platform.begin();
  const known = new Map<string, readonly RequestLog[]>();
  for (const id of [
    ...logs.map((log) => String(log['request_id'])),
    ...actionLogs.map((log) => String(log['action_run_id'])),
  ]) {
    const whole = await asking.fetchRequestLog(id);
    if (whole.kind !== 'found') throw new Error(id);
    known.set(id, withoutSome(whole.log));
  }
  const told = new Map<string, unknown>();
  const recent = new Map<string, RecentOutcome>();
  for (const wire of accounts) {
    const id = String(wire['id']);
    told.set(id, await asking.fetchAccount(id));
    recent.set(id, await asking.fetchRecent({ accountId: id }));
  }
  const deps = (reader: LogReader) => ({
    knowledge,
    logs: reader,
    answer: (text: string) => answer(text, { knowledge }),
  });
  const rechecks: Expected['rechecks'][number][] = [];
  for (let at = 0; at < 30; at += 3) {
    const report = await enrichReport(answer(uuid('1', at), { knowledge }), deps(platform));
    const ask: Ask = (reader) => recheck(report, deps(reader));
    rechecks.push({ ask, outcome: await recheck(report, deps(platform)) });
  }
  return { logs: known, accounts: told, recent, rechecks };
}

/** Steps and the providers' own answers come apart, and either may fail. */
function withoutSome(log: RequestLog): readonly RequestLog[] {
  const both = [true, false];
  return both.flatMap((hasSteps) =>
    both.map((hasErrors) => {
      const steps = hasSteps ? log.steps : [];
      const providerErrors = hasErrors ? log.providerErrors : [];
      const isBare = steps.length + providerErrors.length === 0;
      return { ...log, steps, providerErrors, detailsMissing: isBare && (log.status ?? 0) >= 400 };
    }),
  );
}

/** A look-up that came to nothing says so, and nothing else. A refusal is StackOne's word, and so is a 404. */
const isFailure = ({ kind }: Outcome): boolean =>
  ['timeout', 'refused', 'rate-limited', 'held-back', 'failed'].includes(kind);
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function logOf(requestId: string, expected: Expected): Asked {
  return {
    ask: (reader) => reader.begin().fetchRequestLog(requestId),
    isRight: (outcome) =>
      isFailure(outcome) ||
      (expected.logs.get(requestId) ?? []).some((log) =>
        same(outcome, { kind: 'found', requestId, log }),
      ) ||
      // The newer generation refused to tell: then it is as if it knew nothing.
      (outcome.kind === 'not-found' && requestId.startsWith('2')),
  };
}

function accountOf(accountId: string, expected: Expected): Asked {
  return {
    ask: (reader) => reader.begin().fetchAccount(accountId),
    isRight: (outcome) => isFailure(outcome) || same(outcome, expected.accounts.get(accountId)),
  };
}

function recentOf(accountId: string, expected: Expected): Asked {
  return {
    ask: (reader) => reader.begin().fetchRecent({ accountId }),
    isRight: (outcome) => isFailure(outcome) || same(outcome, expected.recent.get(accountId)),
  };
}

function recheckOf(pick: (length: number) => number, expected: Expected): Asked {
  const wanted = expected.rechecks[pick(expected.rechecks.length)];
  if (wanted === undefined) throw new Error('no report to check');
  return {
    ask: wanted.ask,
    // What the new failure's cause is may stay unknown; that it failed may not.
    isRight: (outcome) =>
      isFailure(outcome) ||
      same(outcome, wanted.outcome) ||
      (wanted.outcome.kind === 'still-failing' &&
        same(outcome, { ...wanted.outcome, isSameCause: null, title: null })),
  };
}
