import type { Settings } from './config-schema.ts';
import { ConfigError } from './errors.ts';

/** The one place that reads the environment (contracts, section 5). Every fault is reported at once, by variable. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** How the bot talks to Slack, or what keeps it from doing so. */
export type SlackMode =
  | { readonly kind: 'none' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };

export interface Config extends Settings {
  readonly slack: SlackMode;
}

/**
 * Reads and checks the environment. An empty variable counts as unset, as in a copied `.env.example`.
 *
 * @throws ConfigError with every variable that cannot be used
 */
export async function readConfig(environment: Environment): Promise<Config> {
  const { settingsSchema } = await import('./config-schema.ts');
  const given = givenOf(environment);
  const parsed = settingsSchema.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        variable: String(issue.path[0] ?? ''),
        expected: `expected ${issue.message}`,
      }));
  const slack = slackMode(given);
  const all = [...faults, ...('faults' in slack ? slack.faults : [])];
  if (!parsed.success || 'faults' in slack || all.length > 0) throw new ConfigError(all);
  return { ...parsed.data, slack };
}

/** `.env` in the working directory, if there is one, and the process's own environment over it. */
export function readEnvironment(): Environment {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return process.env;
}

/** The one variable that an answer from the tables needs; the schema of all of them is not loaded for it. */
export function readKnowledgeDir(environment: Environment): string | undefined {
  return givenOf(environment)['KNOWLEDGE_DIR'];
}

function givenOf(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

function slackMode(
  given: Environment,
): SlackMode | { readonly faults: readonly { variable: string; expected: string }[] } {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = given;
  if (botToken === undefined && appToken === undefined && signingSecret === undefined)
    return { kind: 'none' };
  if (botToken === undefined)
    return {
      faults: [
        {
          variable: 'SLACK_BOT_TOKEN',
          expected:
            'expected the bot token (xoxb-…) from OAuth & Permissions, since another Slack variable is set',
        },
      ],
    };
  if (appToken !== undefined) return { kind: 'socket', botToken, appToken };
  if (signingSecret !== undefined) return { kind: 'http', botToken, signingSecret };
  return {
    faults: [
      {
        variable: 'SLACK_APP_TOKEN',
        expected:
          'expected an app-level token (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP',
      },
    ],
  };
}
