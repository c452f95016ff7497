import type { AddressInfo } from 'node:net';
import { App, type AppOptions, LogLevel } from '@slack/bolt';
import type { Slack } from '../../src/workspace/stand-in/index.ts';

export type SlackMode = 'http' | 'socket';

export interface RunningApp {
  readonly app: App;
  stop(): Promise<void>;
}

/** A real Bolt app on the stand-in, in either mode, ready to be spoken to. */
export async function startBoltApp(
  slack: Slack,
  mode: SlackMode,
  register: (app: App) => void,
): Promise<RunningApp> {
  const app = new App({ ...connection(slack, mode), token: slack.botToken, logger: silentLogger });
  register(app);
  if (mode === 'socket') {
    await app.start();
    await slack.waitFor(() => slack.connections > 0, { what: 'a Socket Mode connection' });
  } else {
    const server = await app.start(0);
    if (server === undefined || !('address' in server)) throw new Error('no HTTP server');
    const { port } = server.address() as AddressInfo;
    await slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  }
  return {
    app,
    async stop() {
      await app.stop();
    },
  };
}

function connection(slack: Slack, mode: SlackMode): AppOptions {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 1, minTimeout: 10 } };
  return mode === 'socket'
    ? { socketMode: true, appToken: slack.appToken, clientOptions }
    : { signingSecret: slack.signingSecret, clientOptions };
}

/** Complaints about what is refused on purpose stay out of the tests' output. */
export const silentLogger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
