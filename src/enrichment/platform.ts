import type { AccountOutcome, LinkedAccount } from '../evidence/linked-account.ts';
import type { RecentOutcome } from '../evidence/recent-requests.ts';
import type { LogOutcome, RequestLog } from '../evidence/request-log.ts';
import { type Asking, ask } from './ask.ts';
import { type KeyCheck, readKeyCheck } from './check-key.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDeadline } from './deadline.ts';
import { fetchAccount } from './fetch-account.ts';
import { fetchRecent } from './fetch-recent.ts';
import { createGate, type GateOptions } from './gate.ts';
import { createKept } from './kept.ts';
import { lookUp, TRIES } from './look-up.ts';
import type { LogReader, Lookups } from './lookups.ts';
import { createShared } from './shared.ts';
import { createWire, type WireOptions } from './wire.ts';

/** StackOne, as far as we ask it. */
export interface Platform extends LogReader {
  /** One look-up with a deadline of its own. */
  fetchRequestLog(requestId: string): Promise<LogOutcome>;
  /** Whether the key may read request logs. Never throws. */
  checkKey(): Promise<KeyCheck>;
}

export interface PlatformOptions {
  /** Sees one project. */
  readonly apiKey: string;
  /** `https://api.stackone.com` if left out. */
  readonly rootUrl?: string;
  /** Such as `stackone-error-bot/0.1.0`. */
  readonly userAgent: string;
  /** The whole wait for one question, with all tries and the waits between them, in milliseconds; 8 000 if left out. */
  readonly deadlineMs?: number;
  readonly clock?: Clock;
  /** From 0 to 1, for the jitter between tries. */
  readonly random?: () => number;
  readonly fetch?: WireOptions['fetch'];
  readonly gate?: Omit<GateOptions, 'clock'>;
}

/** Logs and accounts that are kept in memory, reduced; some kilobytes each. */
const MAX_KEPT = 500;
/** An account's status may change at any time; within one conversation it need not be asked for twice. */
const ACCOUNT_TTL_MS = 30_000;
/** So that a click that follows an answer does not read the same rows again. */
const RECENT_TTL_MS = 5_000;

/**
 * A client of StackOne's request logs, of both generations, and of its accounts.
 *
 * @see https://docs.stackone.com/platform/api-reference/request-logs/get-a-log — seen 2026-11-23
 * @see https://docs.stackone.com/platform/api-reference/logs/get-action-log — seen 2026-11-23
 */
export function createPlatform(options: PlatformOptions): Platform {
  const { clock = systemClock, random = Math.random, deadlineMs = 8_000 } = options;
  const wire = createWire({
    apiKey: options.apiKey,
    userAgent: options.userAgent,
    rootUrl: options.rootUrl ?? 'https://api.stackone.com',
    fetch: options.fetch ?? ((request) => fetch(request)),
  });
  const gate = createGate({ clock, ...options.gate });
  const logs = createKept<RequestLog>({ max: MAX_KEPT, clock });
  const accounts = createKept<LinkedAccount>({
    max: MAX_KEPT,
    ttlMs: ACCOUNT_TTL_MS,
    clock,
  });
  const recent = createKept<RecentOutcome>({ max: 50, ttlMs: RECENT_TTL_MS, clock });
  const shared = createShared(clock);

  /** Runs one question under one deadline. */
  async function within<T>(
    ms: number,
    question: (asking: { wire: typeof wire; ask: Asking; deadlineMs: number }) => Promise<T>,
  ): Promise<T> {
    const deadline = createDeadline(clock, ms);
    try {
      return await question({
        wire,
        deadlineMs,
        async ask(attempt, tries, withinMs) {
          const how = { clock, random, deadline, gate, tries };
          if (withinMs === undefined) return ask(attempt, how);
          const brief = createDeadline(clock, Math.min(withinMs, deadline.remainingMs()));
          try {
            return await ask(attempt, { ...how, deadline: brief });
          } finally {
            brief.clear();
          }
        },
      });
    } finally {
      deadline.clear();
    }
  }

  /** All look-ups that are begun here end within the same deadline. */
  function begin(): Lookups {
    const endsAt = clock.now() + deadlineMs;
    const left = (): number => Math.max(0, endsAt - clock.now());
    const timeout = { kind: 'timeout', afterMs: deadlineMs } as const;
    return {
      async fetchRequestLog(requestId) {
        if (!isId(requestId)) return { kind: 'not-found', requestId };
        const log = logs.get(requestId);
        if (log !== undefined) return { kind: 'found', requestId, log };
        return shared<LogOutcome>(`log ${requestId}`, {
          leftMs: left(),
          late: { requestId, ...timeout },
          async work(ms) {
            const { outcome, complete } = await within(ms, (asking) => lookUp(requestId, asking));
            if (complete && outcome.kind === 'found') logs.set(requestId, outcome.log);
            return outcome;
          },
        });
      },
      async fetchAccount(accountId) {
        if (!isId(accountId)) return { kind: 'not-found', accountId };
        const account = accounts.get(accountId);
        if (account !== undefined) return { kind: 'found', accountId, account };
        return shared<AccountOutcome>(`account ${accountId}`, {
          leftMs: left(),
          late: { accountId, ...timeout },
          async work(ms) {
            const outcome = await within(ms, (asking) => fetchAccount(accountId, asking));
            if (outcome.kind === 'found') accounts.set(accountId, outcome.account);
            return outcome;
          },
        });
      },
      async fetchRecent(query) {
        const key = `recent ${JSON.stringify([query.accountId, query.providers, query.status])}`;
        const known = recent.get(key);
        if (known !== undefined) return known;
        return shared<RecentOutcome>(key, {
          leftMs: left(),
          late: timeout,
          async work(ms) {
            const outcome = await within(ms, (asking) => fetchRecent(query, asking));
            if (outcome.kind === 'found') recent.set(key, outcome);
            return outcome;
          },
        });
      },
    };
  }

  return {
    begin,
    fetchRequestLog: (requestId) => begin().fetchRequestLog(requestId),
    async checkKey() {
      const answer = await within(deadlineMs, ({ ask: asking }) =>
        asking(
          (signal) =>
            wire.GET('/requests/logs', {
              params: { query: { page_size: 1 } },
              parseAs: 'text',
              signal,
            }),
          TRIES,
        ),
      );
      return readKeyCheck(answer, deadlineMs);
    },
  };
}

/** Anything of another alphabet, or as short as `steps`, would be another path of StackOne's API. */
function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{8,100}$/.test(text);
}
