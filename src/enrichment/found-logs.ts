import type { RequestLog } from '../evidence/request-log.ts';

/** Logs that were found lately. A log that is complete does not change, so it need not be asked for twice. */
export interface FoundLogs {
  get(requestId: string): RequestLog | undefined;
  set(requestId: string, log: RequestLog): void;
}

/** Keeps at most `max`; the one not used for longest goes first. A Map keeps the order in which things were put in. */
export function createFoundLogs(max: number): FoundLogs {
  const logs = new Map<string, RequestLog>();
  return {
    get(requestId) {
      const log = logs.get(requestId);
      if (log !== undefined) {
        logs.delete(requestId);
        logs.set(requestId, log);
      }
      return log;
    },
    set(requestId, log) {
      logs.delete(requestId);
      logs.set(requestId, log);
      const oldest = logs.keys().next();
      if (logs.size > max && !oldest.done) logs.delete(oldest.value);
    },
  };
}
