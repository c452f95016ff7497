import { type Config, readConfig, readEnvironment } from './config.ts';
import { ConfigError } from './errors.ts';

/** One line of the doctor: what was looked at, how it is, and the next step where it is not well. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'off' | 'bad';
  readonly say: string;
  readonly next: string | null;
}

/** Checks a real set-up. Exit status 0 when nothing is bad, 1 when something is. */
export async function runDoctor(write: (line: string) => void): Promise<0 | 1> {
  const findings: Finding[] = [];
  for await (const finding of examine()) {
    findings.push(finding);
    write(lineOf(finding));
  }
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

function lineOf({ name, state, say, next }: Finding): string {
  return `${{ ok: 'ok  ', off: 'off ', bad: 'BAD ' }[state]} ${name}: ${say}${next === null ? '' : ` Next: ${next}`}`;
}

async function* examine(): AsyncGenerator<Finding> {
  let config: Config;
  try {
    config = await readConfig(readEnvironment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    yield* error.faults.map(({ variable, expected }) => ({
      name: variable,
      state: 'bad' as const,
      say: `${expected}.`,
      next: 'correct it in .env or in the environment.',
    }));
    return;
  }
  yield await checkKnowledge(config, (await import('./engine.ts')).loadShippedKnowledge);
  yield await checkStackOne(config);
  yield await checkStore(config);
  yield* await checkSlackSide(config);
}

async function checkKnowledge(
  config: Config,
  load: (dir: string | undefined) => Promise<{
    readonly entries: ReadonlyMap<string, unknown>;
    readonly labels: Readonly<Record<string, string>>;
  }>,
): Promise<Finding> {
  try {
    const { entries, labels } = await load(config.KNOWLEDGE_DIR);
    return {
      name: 'tables',
      state: 'ok',
      say: `${entries.size} entries, ${Object.keys(labels).length} providers.`,
      next: null,
    };
  } catch (error) {
    return {
      name: 'tables',
      state: 'bad',
      say: error instanceof Error ? error.message : String(error),
      next: 'correct the files in KNOWLEDGE_DIR.',
    };
  }
}

async function checkStackOne(config: Config): Promise<Finding> {
  const name = 'StackOne';
  if (config.STACKONE_API_KEY === undefined) {
    return {
      name,
      state: 'off',
      say: 'no key, so I answer from the tables and read no request logs.',
      next: 'make a key in the StackOne dashboard (Project Settings, API Keys) and set STACKONE_API_KEY.',
    };
  }
  const { createPlatform } = await import('./enrichment/platform.ts');
  const { userAgent } = await import('./engine.ts');
  const { packageVersion } = await import('./package-info.ts');
  const check = await createPlatform({
    apiKey: config.STACKONE_API_KEY,
    rootUrl: config.STACKONE_API_URL,
    userAgent: userAgent(packageVersion()),
  }).checkKey();
  switch (check.kind) {
    case 'ok':
      return {
        name,
        state: 'ok',
        say: `the key reads request logs at ${config.STACKONE_API_URL}.`,
        next: null,
      };
    case 'refused':
      return {
        name,
        state: 'bad',
        say: `the key was refused with ${check.status}.`,
        next:
          check.status === 401
            ? 'copy the key again; it is shown once, and it belongs to one project.'
            : 'give the key read access to the Platform API in the dashboard.',
      };
    case 'unreachable':
      return {
        name,
        state: 'bad',
        say: `${config.STACKONE_API_URL} could not be asked: ${check.because}.`,
        next: 'check STACKONE_API_URL and the network.',
      };
    default:
      return check satisfies never;
  }
}

async function checkStore(config: Config): Promise<Finding> {
  const { openStore } = await import('./store/open-store.ts');
  try {
    const store = await openStore({
      url: config.DATABASE_URL,
      dataDir: config.DATA_DIR,
      clock: Date.now,
      retentionDays: config.RETENTION_DAYS,
    });
    await store.ping();
    await store.close();
    return {
      name: 'store',
      state: 'ok',
      say: `SQLite in ${config.DATA_DIR}; reports are kept ${config.RETENTION_DAYS} days.`,
      next: null,
    };
  } catch (error) {
    return {
      name: 'store',
      state: 'bad',
      say: error instanceof Error ? error.message : String(error),
      next: null,
    };
  }
}

async function checkSlackSide(config: Config): Promise<readonly Finding[]> {
  if (config.slack.kind === 'none') {
    return [
      {
        name: 'Slack',
        state: 'off',
        say: 'no credentials, so I answer in the terminal only.',
        next: 'follow "Set up Slack" in the README.',
      },
    ];
  }
  const { checkSlack } = await import('./slack/check-slack.ts');
  return checkSlack({
    mode: config.slack,
    apiUrl: config.SLACK_API_URL,
    supportChannel: config.SUPPORT_CHANNEL,
  });
}
