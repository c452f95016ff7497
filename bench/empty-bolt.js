import { App } from '@slack/bolt';

/** The least that an app for Slack can do: acknowledges commands and events, and nothing else. */

const {
  SLACK_BOT_TOKEN: token = '',
  SLACK_SIGNING_SECRET: signingSecret = '',
  SLACK_API_URL: slackApiUrl = '',
  PORT: port = '',
} = process.env;
const app = new App({ token, signingSecret, clientOptions: { slackApiUrl } });
app.command('/stackone-error', async ({ ack }) => ack());
app.event('app_mention', async () => undefined);
await app.start(Number(port));
