import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { wireBot, wirePerson } from '../wire.ts';
import { defineMethod, flag, joinedChannel, type Method, timestamp } from './method.ts';

/** Who is who, and the small rest — docs.slack.dev/reference/methods, read 2026-11-23 */

const authTest = defineMethod({
  scope: null,
  args: {},
  run(_args, { state: { world } }) {
    const { bot, team } = world;
    return {
      url: `https://${team.domain}.slack.example/`,
      team: team.name,
      team_id: team.id,
      user: bot.name,
      user_id: bot.userId,
      bot_id: bot.botId,
      app_id: bot.appId,
      is_enterprise_install: false,
    };
  },
});

const userInfo = defineMethod({
  scope: 'users:read',
  args: { user: z.string(), include_locale: flag },
  run(args, { state: { world } }) {
    if (args.user === world.bot.userId) return { user: wireBot(world) };
    const person = world.findPerson(args.user);
    if (person === undefined) throw new Refusal('user_not_found');
    return { user: wirePerson(person, world) };
  },
});

const groupMembers = defineMethod({
  scope: 'usergroups:read',
  args: { usergroup: z.string(), include_disabled: flag },
  run(args, { state: { world } }) {
    const users = world.groups.get(args.usergroup);
    if (users === undefined) throw new Refusal('no_such_subteam');
    return { users };
  },
});

const teamInfo = defineMethod({
  scope: 'team:read',
  args: { team: z.string().optional(), domain: z.string().optional() },
  run(args, { state: { world } }) {
    if (args.team !== undefined && args.team !== world.team.id) throw new Refusal('team_not_found');
    return { team: world.team };
  },
});

const addReaction = defineMethod({
  scope: 'reactions:write',
  args: { channel: z.string(), timestamp, name: z.string().regex(/^[\w+-]{1,100}$/) },
  run(args, { state }) {
    const channel = joinedChannel(args.channel, state);
    const message = state.world.find(channel.id, args.timestamp);
    if (message === undefined) throw new Refusal('message_not_found');
    if (channel.archived) throw new Refusal('is_archived');
    if (message.reactions.includes(args.name)) throw new Refusal('already_reacted');
    state.world.change(message, { reactions: [...message.reactions, args.name] });
    return {};
  },
});

export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'users.info': userInfo,
  'usergroups.users.list': groupMembers,
  'team.info': teamInfo,
  'reactions.add': addReaction,
};
