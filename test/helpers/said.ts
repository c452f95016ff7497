import { sample } from '../../src/workspace/stand-in/index.ts';
import type { Bot } from './slack-bot.ts';

const isOurs = ({ user }: { readonly user: string }): boolean => user === sample.bot.userId;

/** What the bot has said in a thread. */
export const answersOf = (bot: Bot, channel: string, ts: string) =>
  bot.slack.thread(channel, ts).filter(isOurs);

/** What the bot has said in a channel, in threads too. */
export const saidIn = (bot: Bot, channel: string) => bot.slack.messages(channel).filter(isOurs);

/** What the bot has said to a person directly. */
export const directTo = (bot: Bot, user: string) => saidIn(bot, bot.slack.world.im(user).id);
