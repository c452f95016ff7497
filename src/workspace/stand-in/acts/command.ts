import type { Ack } from '../delivery.ts';
import { Refusal } from '../errors.ts';
import type { ResponseTarget } from '../response-urls.ts';
import { escapeControls, mangle } from '../typed-text.ts';
import { type Acting, channelFields, ownPerson } from './acting.ts';

export interface Command {
  readonly user: string;
  readonly channel: string;
  /** `/stackone-error` if left out. */
  readonly command?: string;
  /** As typed after the command. */
  readonly text: string;
}

/** A slash command; what the app says with its acknowledgement is shown. It needs no bot in the channel. */
export async function command(given: Command, acting: Acting): Promise<Ack> {
  const { state } = acting;
  const { world, installation, triggers } = state;
  const person = ownPerson(state, given.user);
  const channel = world.channel(given.channel);
  const target: ResponseTarget = { user: person.id, channel: channel.id, pressed: null };
  const { id, name } = channelFields(channel);
  const ack = await acting.deliver({
    kind: 'slash_commands',
    acceptsResponse: true,
    payload: {
      token: 'deprecated',
      team_id: world.team.id,
      team_domain: world.team.domain,
      channel_id: id,
      channel_name: channel.kind === 'private' ? 'privategroup' : name,
      user_id: person.id,
      user_name: person.name,
      command: given.command ?? '/stackone-error',
      text: installation.shouldEscape
        ? mangle(given.text, world.mentionable)
        : escapeControls(given.text),
      api_app_id: world.bot.appId,
      is_enterprise_install: 'false',
      response_url: acting.responseUrl(target),
      trigger_id: triggers.issue(person.id),
    },
  });
  if (ack.status !== 200 || ack.body === null) return ack;
  try {
    state.responseUrls.say(target, typeof ack.body === 'string' ? { text: ack.body } : ack.body);
    return ack;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...ack, refused: error.code };
  }
}
