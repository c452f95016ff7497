import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

const faultsOf = async (environment: Record<string, string>): Promise<readonly string[]> => {
  try {
    await readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ variable }) => variable);
  }
};

test('an empty environment gives the defaults of the contracts', async () => {
  expect(await readConfig({ SLACK_BOT_TOKEN: '', PORT: ' ' })).toMatchObject({
    slack: { kind: 'none' },
    SLACK_API_URL: 'https://slack.com/api/',
    STACKONE_API_URL: 'https://api.stackone.com',
    DATA_DIR: './data',
    RETENTION_DAYS: 30,
    PORT: 3000,
    OPS_PORT: 3001,
    LOG_LEVEL: 'info',
    LOG_ACCESS_CHANNELS: [],
  });
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a' }, 'socket'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: 'a-signing-secret' }, 'http'],
  [
    {
      SLACK_BOT_TOKEN: 'xoxb-1-a',
      SLACK_APP_TOKEN: 'xapp-1-a',
      SLACK_SIGNING_SECRET: 'a-signing-secret',
    },
    'socket',
  ],
])('%j talks to Slack by %s', async (environment, kind) => {
  expect((await readConfig(environment)).slack.kind).toBe(kind);
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1-a' }, ['SLACK_APP_TOKEN']],
  [{ SLACK_APP_TOKEN: 'xapp-1-a' }, ['SLACK_BOT_TOKEN']],
  [
    { PORT: 'a', OPS_PORT: '70000', RETENTION_DAYS: '0', LOG_LEVEL: 'loud' },
    ['RETENTION_DAYS', 'PORT', 'OPS_PORT', 'LOG_LEVEL'],
  ],
  [
    { SUPPORT_CHANNEL: '#support', LOG_ACCESS_USERS: 'kim', SLACK_API_URL: 'nowhere' },
    ['SLACK_API_URL', 'LOG_ACCESS_USERS', 'SUPPORT_CHANNEL'],
  ],
])('says every fault of %j at once', async (environment, variables) => {
  expect(await faultsOf(environment)).toEqual(variables);
});

test('a fault never repeats the value', async () => {
  await expect(
    readConfig({ SLACK_BOT_TOKEN: 'not-a-token-but-secret', SLACK_APP_TOKEN: 'xapp-1-a' }),
  ).rejects.toThrow(/^(?!.*not-a-token)/s);
});
