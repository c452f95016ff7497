import { randomUUID } from 'node:crypto';
import type { Ack, Delivery } from '../delivery.ts';
import { StandInError } from '../errors.ts';
import type { Channel, Person } from '../facts.ts';
import type { ResponseTarget } from '../response-urls.ts';
import type { State } from '../state.ts';
import type { Wire } from '../wire.ts';
import type { World } from '../world.ts';

/** What a person's act needs: the workspace, and the way to the app. */
export interface Acting {
  readonly state: State;
  deliver(delivery: Delivery): Promise<Ack>;
  /** A new `response_url`. */
  responseUrl(target: ResponseTarget): string;
}

/** In every interaction. The team is the acting person's own, which in a shared channel may not be the app's. */
export function interactionBase(person: Person, { world, triggers }: State): Wire {
  const team = world.teamOf(person);
  return {
    token: 'deprecated',
    api_app_id: world.bot.appId,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    trigger_id: triggers.issue(person.id),
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** An event, with what Slack puts round it. */
export function eventEnvelope(
  { world }: State,
  {
    teamId,
    at,
    isShared,
    event,
  }: {
    /** The acting person's; whose installation is meant, `authorizations` and `context_team_id` say. */
    readonly teamId: string;
    /** Seconds since 1970. */
    readonly at: number;
    readonly isShared: boolean;
    readonly event: Wire;
  },
): Delivery {
  return {
    kind: 'events_api',
    acceptsResponse: false,
    payload: {
      type: 'event_callback',
      token: 'deprecated',
      team_id: teamId,
      context_team_id: world.team.id,
      context_enterprise_id: null,
      api_app_id: world.bot.appId,
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(at),
      event_context: randomUUID(),
      is_ext_shared_channel: isShared,
      authorizations: [
        {
          enterprise_id: null,
          team_id: world.team.id,
          user_id: world.bot.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      event,
    },
  };
}

export function channelFields(channel: Channel): Wire {
  return { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name };
}

/** @throws StandInError when Slack would not show them the channel */
export function memberIn(world: World, user: string, channel: string): Channel {
  const found = world.channel(channel);
  if (!found.members.includes(world.person(user).id))
    throw new StandInError(`${user} is not in ${channel}.`);
  return found;
}

/** @throws StandInError where Slack offers neither commands nor shortcuts: to other teams, and without `commands` */
export function ownPerson({ world, installation }: State, user: string): Person {
  const person = world.person(user);
  if (person.teamId !== world.team.id)
    throw new StandInError(
      `${user} is of another team: Slack offers them no commands, no shortcuts.`,
    );
  if (!installation.scopes.has('commands'))
    throw new StandInError('The app has no commands or shortcuts without the scope `commands`.');
  return person;
}
