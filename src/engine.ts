import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answer, enrichReport, wantsLog } from './answer.ts';
import type { LogReader } from './enrichment/enrich.ts';
import type { LogOutcome } from './evidence/request-log.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Report } from './report/report.ts';

/** The engine, wired: what the surfaces are handed. */
export interface Engine {
  readonly knowledge: Knowledge;
  /** From the tables, in milliseconds. */
  answer(text: string): Report;
  /** With the request log; at most 8 seconds. */
  enrich(report: Report): Promise<Report>;
  wantsLog(report: Report): boolean;
}

export interface EngineOptions {
  readonly knowledgeDir: string | undefined;
  readonly logs: LogReader;
}

/** @throws KnowledgeError when the tables cannot be used */
export function createEngine({ knowledgeDir, logs }: EngineOptions): Engine {
  const knowledge = loadShippedKnowledge(knowledgeDir);
  return {
    knowledge,
    answer: (text) => answer(text, { knowledge }),
    enrich: (report) => enrichReport(report, { knowledge, logs }),
    wantsLog,
  };
}

/** The tables of this checkout or package, with a team's own over them. */
export function loadShippedKnowledge(extraDir: string | undefined): Knowledge {
  const root = resolve(import.meta.dirname, '..');
  const compiledFile = join(import.meta.dirname, 'knowledge.json');
  return loadKnowledge({
    dir: join(root, 'knowledge'),
    extraDir,
    cacheDir: join(root, 'node_modules/.cache/stackone-error-bot'),
    compiledFile: existsSync(compiledFile) ? compiledFile : undefined,
  });
}

/** Stands where no log can be asked: says why instead. */
export function withoutLogs(kind: 'offline' | 'no-key'): LogReader {
  return { fetchRequestLog: async (requestId): Promise<LogOutcome> => ({ kind, requestId }) };
}

/** What names us to StackOne: StackOne asks for a real `User-Agent` and may refuse calls without one. */
export function userAgent(version: string): string {
  return `stackone-error-bot/${version}`;
}
