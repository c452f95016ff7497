import type { LogOutcome } from '../evidence/request-log.ts';
import { type Answer, type Attempt, ask } from './ask.ts';
import { type KeyCheck, readKeyCheck } from './check-key.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDeadline } from './deadline.ts';
import { createFoundLogs } from './found-logs.ts';
import { lookUp, TRIES } from './look-up.ts';
import { createWire, type WireOptions } from './wire.ts';

/** StackOne, as far as we ask it. */
export interface Platform {
  /** The log of one request. Never throws: what went wrong is an outcome. Asked twice at once, it is one call. */
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
}

/** Logs that are kept in memory, reduced; some kilobytes each. */
const MAX_FOUND = 500;

/**
 * A client of StackOne's request logs, of both generations.
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
  const found = createFoundLogs(MAX_FOUND);
  const underWay = new Map<string, Promise<LogOutcome>>();

  /** Runs one question under one deadline. */
  async function within<T>(question: (ask: Asking) => Promise<T>): Promise<T> {
    const deadline = createDeadline(clock, deadlineMs);
    try {
      return await question((attempt, tries) => ask(attempt, { clock, random, deadline, tries }));
    } finally {
      deadline.clear();
    }
  }

  async function fetchAnew(requestId: string): Promise<LogOutcome> {
    const { outcome, complete } = await within((ask) =>
      lookUp(requestId, { wire, ask, deadlineMs }),
    );
    if (complete && outcome.kind === 'found') found.set(requestId, outcome.log);
    return outcome;
  }

  return {
    async fetchRequestLog(requestId) {
      if (!isRequestId(requestId)) return { kind: 'not-found', requestId };
      const log = found.get(requestId);
      if (log !== undefined) return { kind: 'found', requestId, log };
      const running = underWay.get(requestId);
      if (running !== undefined) return running;
      const asked = fetchAnew(requestId).finally(() => underWay.delete(requestId));
      underWay.set(requestId, asked);
      return asked;
    },

    async checkKey() {
      const answer = await within((ask) =>
        ask(
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

type Asking = (attempt: Attempt, tries: number) => Promise<Answer>;

/** StackOne's are UUIDs; anything of another alphabet, or as short as `steps`, would be another path of its API. */
function isRequestId(text: string): boolean {
  return /^[A-Za-z0-9_-]{8,100}$/.test(text);
}
