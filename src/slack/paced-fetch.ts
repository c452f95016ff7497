import { setTimeout as pause } from 'node:timers/promises';
import { createTurns } from './turns.ts';

export interface PaceOptions {
  /** Milliseconds between two messages in one channel; 0 for none. */
  readonly messageEveryMs: number;
  /** Slack's API root, with a slash at its end: the rest of the network is none of ours. */
  readonly apiUrl: string;
}

/** A call that would have to wait longer is given back as slowed down: its job comes again then, and holds nobody up. */
const LONGEST_WAIT_MS = 2_000;
/** Reads are asked again here, as long as an answer may wait for them. */
const LONGEST_READ_MS = 5_000;
const MAX_READS = 3;

/**
 * The `fetch` of all of Slack's clients of one bot. Keeps Slack's `Retry-After` for each method, and a pace for the
 * messages of each channel, so that a flood in one is not paid for by the others.
 *
 * @see https://docs.slack.dev/apis/web-api/rate-limits — read 2026-11-25
 */
export function createPacedFetch({ messageEveryMs, apiUrl }: PaceOptions): typeof fetch {
  /** Until when a method is left alone; milliseconds of `performance.now`. */
  const rests = new Map<string, number>();
  const turns = createTurns(messageEveryMs);

  /** Milliseconds until this call may be made. */
  function waitOf(method: string, body: unknown): number {
    const now = performance.now();
    const rest = (rests.get(method) ?? 0) - now;
    const turn = method === 'chat.postMessage' ? turns.take(placeOf(body), now) : 0;
    return Math.max(0, rest, turn);
  }

  return async (input, init) => {
    const url = String(input);
    if (!url.startsWith(apiUrl)) return fetch(input, init);
    const method = url.slice(apiUrl.length).split('?', 1)[0] ?? '';
    const longest = READS.test(method) ? LONGEST_READ_MS : LONGEST_WAIT_MS;
    for (let reads = 1; ; ) {
      const waitMs = waitOf(method, init?.body);
      if (waitMs > longest) return slowedDown(waitMs);
      if (waitMs > 0) {
        await pause(Math.ceil(waitMs), undefined, signalOf(init));
        continue;
      }
      const response = await fetch(input, init);
      if (response.status !== 429) return response;
      rests.set(method, performance.now() + retryAfterOf(response));
      if (!READS.test(method) || reads >= MAX_READS) return response;
      await response.body?.cancel();
      reads += 1;
    }
  };
}

/** They change nothing, so they may be asked twice. */
const READS =
  /^(?:auth\.test|files\.info|users\.info|usergroups\.users\.list|conversations\.(?:info|members|replies|history))$/;

/** Slack's own answer, without asking it. */
function slowedDown(waitMs: number): Response {
  return Response.json(
    { ok: false, error: 'ratelimited' },
    { status: 429, headers: { 'retry-after': String(Math.ceil(waitMs / 1_000)) } },
  );
}

function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) ? Math.min(600, Math.max(0, seconds)) * 1_000 : 1_000;
}

/** The client sends a form. */
function placeOf(body: unknown): { readonly channel: string; readonly key: string } {
  const form = new URLSearchParams(
    typeof body === 'string' || body instanceof URLSearchParams ? body : '',
  );
  return { channel: form.get('channel') ?? '', key: form.get('thread_ts') ?? '' };
}

function signalOf(init: RequestInit | undefined): { readonly signal?: AbortSignal } {
  const signal = init?.signal;
  return signal === undefined || signal === null ? {} : { signal };
}
