import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { COMMAND } from '../../names.ts';
import { respondPrivately } from '../../respond.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** A command that somebody's manifest has, and the code has not. */
export async function unknownCommand({ ack, command, respond }: Args): Promise<void> {
  if (command.command === COMMAND) return;
  await ack();
  await respondPrivately(
    respond,
    `I answer to \`${COMMAND}\`, such as \`${COMMAND} 412\`. Whoever runs me can take the other command out of the app's settings.`,
  );
}
