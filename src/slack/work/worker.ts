import { BotError } from '../../errors.ts';
import type { BotDeps, Work, WorkQueue } from '../deps.ts';
import { isFinal, retryAfterMs, slackErrorOf } from '../slack-errors.ts';

export interface Worker {
  start(): void;
  /** There may be work: look now. */
  wake(): void;
  /** Finishes what is under way and takes nothing new. */
  stop(): Promise<void>;
}

export interface Handler {
  handle(job: Work): Promise<void>;
  /** It will not be tried again: whoever waits for it is told, with the reference that is in the log. */
  lost(job: Work, reference: string, error: unknown): Promise<void>;
}

export interface WorkerOptions {
  readonly deps: Pick<BotDeps, 'clock' | 'newReference' | 'logger' | 'acksFirst'>;
  readonly owner: string;
  /** What to do with each kind of job of a queue. */
  readonly lines: readonly {
    readonly queue: WorkQueue;
    readonly kinds: Readonly<Record<string, Handler>>;
  }[];
  readonly pollMs?: number;
}

/**
 * How long a job stays with a process that says nothing more of it: longer than the busiest pause of one that lives,
 * short enough for the person who waits for what a dead one had begun. Who lives renews, however long the work takes.
 */
export const LEASE_MS = 15_000;
const RENEW_EVERY_MS = LEASE_MS / 5;
/** With the waits between them some six minutes: longer than Slack's usual hiccups. */
const MAX_ATTEMPTS = 12;
const MAX_AT_ONCE = 8;

/** It was begun again and again, and neither done nor put back. */
class EndlessJobError extends BotError {
  override name = 'EndlessJobError';
}

/** Takes jobs from the store and works on them, some at once, until it is stopped. */
export function createWorker({ deps, owner, lines, pollMs = 1_000 }: WorkerOptions): Worker {
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    for (const { queue, kinds } of lines) {
      while (isRunning && underWay.size < MAX_AT_ONCE) {
        const free = Array.from({ length: MAX_AT_ONCE - underWay.size });
        // At once: the store writes them down together.
        const claims = free.map(() => queue.claim(owner, LEASE_MS, Object.keys(kinds)));
        const jobs = (await Promise.all(claims)).filter((job) => job !== undefined);
        for (const job of jobs) begin(queue, kinds[job.kind], job);
        if (jobs.length < free.length) break;
      }
    }
  }

  function begin(queue: WorkQueue, handler: Handler | undefined, job: Work): void {
    const work = run(queue, handler, job).finally(() => {
      underWay.delete(work);
      wake();
    });
    underWay.add(work);
  }

  async function run(queue: WorkQueue, handler: Handler | undefined, job: Work): Promise<void> {
    // Only kinds with a handler are claimed.
    if (handler === undefined) return;
    const renewing = setInterval(() => void renew(queue, job), RENEW_EVERY_MS);
    try {
      // Processes died of it, or it would have been put back.
      if (job.attempt > MAX_ATTEMPTS) throw new EndlessJobError('No attempt came to its end.');
      await deps.acksFirst.calm();
      await handler.handle(job);
      await queue.finish(job);
    } catch (error) {
      await put(queue, { job, handler, error });
    } finally {
      clearInterval(renewing);
    }
  }

  /** Whoever lost the lease learns it when it asks before its next step that must not happen twice. */
  async function renew(queue: WorkQueue, job: Work): Promise<void> {
    try {
      await queue.renew(job, LEASE_MS);
    } catch (error) {
      deps.logger.warn('a lease could not be renewed', { kind: job.kind, error });
    }
  }

  /** Back into the queue for later, or out of it where trying again would change nothing. */
  async function put(
    queue: WorkQueue,
    {
      job,
      handler,
      error,
    }: { readonly job: Work; readonly handler: Handler; readonly error: unknown },
  ): Promise<void> {
    const reason = slackErrorOf(error) ?? (error instanceof Error ? error.name : 'unknown');
    const facts = { kind: job.kind, attempt: job.attempt, reason, error };
    try {
      if (!isFinal(error) && job.attempt < MAX_ATTEMPTS) {
        deps.logger.warn('a job will be tried again', facts);
        await queue.retry(job, { runAt: deps.clock() + waitMs(job, error), error: reason });
        return;
      }
      const reference = deps.newReference();
      deps.logger.error('a job was given up', { reference, ...facts });
      // Not ours any more: whoever has it tells.
      if (await queue.giveUp(job, reason)) await tellLost(handler, { job, reference, error });
    } catch (storeError) {
      // The lease runs out by itself; then somebody takes the job over.
      deps.logger.error('the store did not take a job back', { kind: job.kind, error: storeError });
    }
  }

  async function tellLost(
    handler: Handler,
    {
      job,
      reference,
      error,
    }: { readonly job: Work; readonly reference: string; readonly error: unknown },
  ): Promise<void> {
    try {
      await handler.lost(job, reference, error);
    } catch (failure) {
      deps.logger.warn('a person could not be told of a failure', { reference, error: failure });
    }
  }

  function wake(): void {
    if (!isRunning || looking !== undefined) return;
    looking = look()
      .catch((error: unknown) => deps.logger.error('looking for work failed', { error }))
      .finally(() => {
        looking = undefined;
      });
  }

  return {
    start() {
      isRunning = true;
      timer = setInterval(wake, pollMs);
      wake();
    },
    wake,
    async stop() {
      isRunning = false;
      clearInterval(timer);
      await looking;
      await Promise.allSettled([...underWay]);
    },
  };
}

function waitMs({ attempt }: Work, error: unknown): number {
  return slackErrorOf(error) === 'ratelimited'
    ? retryAfterMs(error)
    : Math.min(60_000, 500 * 2 ** attempt);
}
