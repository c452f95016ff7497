import {
  type Config,
  type Environment,
  readConfig,
  readEnvironment,
  readKnowledgeDir,
} from './config.ts';
import { createEngine, userAgent, withoutLogs } from './engine.ts';
import type { LogReader, Lookups } from './enrichment/lookups.ts';
import type { TerminalDeps } from './terminal/run.ts';

/** Wires the terminal. What it may not need, such as the client of the request log, is loaded when it does. */
export function terminalDeps(): TerminalDeps {
  return {
    async loadEngine({ offline, knowledgeDir }) {
      const environment = readEnvironment();
      const engine = await createEngine({
        knowledgeDir: knowledgeDir ?? readKnowledgeDir(environment),
        logs: offline ? withoutLogs('offline') : lateLogs(environment),
      });
      return {
        async report(text) {
          const report = engine.answer(text);
          return engine.wantsLog(report) ? engine.enrich(report) : report;
        },
        recent: (filter) => engine.recent(filter),
      };
    },
    async doctor(write) {
      return (await import('./doctor.ts')).runDoctor(write);
    },
  };
}

/** Settings and client are read when the first log is asked for: an answer from the tables needs neither. */
function lateLogs(environment: Environment): LogReader {
  let reader: Promise<LogReader> | undefined;
  return {
    begin() {
      let begun: Promise<Lookups> | undefined;
      const lookups = (): Promise<Lookups> => {
        reader ??= readConfig(environment).then(logReader);
        begun ??= reader.then((ready) => ready.begin());
        return begun;
      };
      return {
        fetchRequestLog: async (id) => (await lookups()).fetchRequestLog(id),
        fetchAccount: async (id) => (await lookups()).fetchAccount(id),
        fetchRecent: async (query) => (await lookups()).fetchRecent(query),
      };
    },
  };
}

/** The request log through StackOne's API, or a reader that says that there is no key. */
export async function logReader(config: Config): Promise<LogReader> {
  if (config.STACKONE_API_KEY === undefined) return withoutLogs('no-key');
  const { createPlatform } = await import('./enrichment/platform.ts');
  const { packageVersion } = await import('./package-info.ts');
  return createPlatform({
    apiKey: config.STACKONE_API_KEY,
    rootUrl: config.STACKONE_API_URL,
    userAgent: userAgent(packageVersion()),
  });
}
