import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answer, enrichReport, wantsLog } from './answer.ts';
import type { LogReader } from './enrichment/lookups.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKept } from './knowledge/load-kept.ts';
import type { Recent } from './report/recent.ts';
import { canRecheck, type Recheck } from './report/recheck.ts';
import type { Report } from './report/report.ts';

/** The engine, wired: what the surfaces are handed. */
export interface Engine {
  readonly knowledge: Knowledge;
  /** From the tables, in milliseconds. */
  answer(text: string): Report;
  /** With the request log; at most 8 seconds. */
  enrich(report: Report): Promise<Report>;
  wantsLog(report: Report): boolean;
  canRecheck(report: Report): boolean;
  /** Whether the next call of the same kind went better; at most 8 seconds. */
  recheck(report: Report): Promise<Recheck>;
  /** The latest failures, grouped by cause; at most 8 seconds. */
  recent(filter: string): Promise<Recent>;
}

export interface EngineOptions {
  readonly knowledgeDir: string | undefined;
  readonly logs: LogReader;
}

/** @throws KnowledgeError when the tables cannot be used */
export async function createEngine({ knowledgeDir, logs }: EngineOptions): Promise<Engine> {
  const knowledge = await loadShippedKnowledge(knowledgeDir);
  return {
    knowledge,
    answer: (text) => answer(text, { knowledge }),
    enrich: (report) => enrichReport(report, { knowledge, logs }),
    wantsLog,
    canRecheck,
    // Loaded when asked for: the first answer does without them.
    async recheck(report) {
      const { recheck } = await import('./recheck.ts');
      return recheck(report, { knowledge, logs, answer: (text) => answer(text, { knowledge }) });
    },
    async recent(filter) {
      const { recentFailures } = await import('./recent.ts');
      return recentFailures(filter, { knowledge, logs });
    },
  };
}

/**
 * The tables of this checkout or package, with a team's own over them.
 *
 * @throws KnowledgeError when they cannot be used
 */
export async function loadShippedKnowledge(extraDir: string | undefined): Promise<Knowledge> {
  const root = resolve(import.meta.dirname, '..');
  const compiledFile = join(import.meta.dirname, 'knowledge.json');
  const options = {
    dir: join(root, 'knowledge'),
    extraDir,
    cacheDir: join(root, 'node_modules/.cache/stackone-error-bot'),
    compiledFile: existsSync(compiledFile) ? compiledFile : undefined,
  };
  return loadKept(options) ?? (await import('./knowledge/load.ts')).loadKnowledge(options);
}

/** Stands where no log can be asked: says why instead. */
export function withoutLogs(kind: 'offline' | 'no-key'): LogReader {
  return {
    begin: () => ({
      fetchRequestLog: async (requestId) => ({ kind, requestId }),
      fetchAccount: async (accountId) => ({ kind, accountId }),
      fetchRecent: async () => ({ kind }),
    }),
  };
}

/** What names us to StackOne: StackOne asks for a real `User-Agent` and may refuse calls without one. */
export function userAgent(version: string): string {
  return `stackone-error-bot/${version}`;
}
