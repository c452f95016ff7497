import { type Config, readConfig, readEnvironment } from './config.ts';
import { BotError } from './errors.ts';

/** `npm start`. */

const WITHOUT_SLACK = `
I have no Slack credentials, so there is nothing to start yet.

What is missing (README, "Set up Slack"; put it in .env or in the environment):
  SLACK_BOT_TOKEN        xoxb-…  your app at https://api.slack.com/apps, OAuth & Permissions, after installing it
  SLACK_APP_TOKEN        xapp-…  Basic Information, App-Level Tokens, scope connections:write  (Socket Mode)
  or SLACK_SIGNING_SECRET        Basic Information, App Credentials                            (HTTP)

What already works without any of it:
  npm run -s diagnose -- "lever 429"     an answer from the tables, in the terminal
  npm run -s diagnose -- < paste.txt     the same for a whole response or log
  npm run doctor                         what is set up, what is not, and the next step
`;

process.exitCode = await main();

async function main(): Promise<0 | 1> {
  try {
    const config = await readConfig(readEnvironment());
    return await start(config);
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    process.stderr.write(`${error.message}\n\n\`npm run doctor\` checks the whole set-up.\n`);
    return 1;
  }
}

async function start(config: Config): Promise<0> {
  if (config.slack.kind === 'none') {
    process.stdout.write(`${WITHOUT_SLACK}\n`);
    return 0;
  }
  const { startBot } = await import('./app.ts');
  await startBot(config);
  return 0;
}
