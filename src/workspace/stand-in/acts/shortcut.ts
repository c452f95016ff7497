import type { Ack } from '../delivery.ts';
import type { Message } from '../facts.ts';
import { wireMessage } from '../wire.ts';
import { type Acting, channelFields, interactionBase, memberIn, ownPerson } from './acting.ts';

export interface Shortcut {
  readonly user: string;
  readonly callbackId: string;
  /** The message whose menu it was chosen from, or `null` for a global shortcut. */
  readonly message: Message | null;
}

/** A person chooses a shortcut. A message's works also where the bot is not in the channel. */
export async function shortcut(given: Shortcut, acting: Acting): Promise<Ack> {
  const { state } = acting;
  const { world } = state;
  const person = ownPerson(state, given.user);
  const base = {
    ...interactionBase(person, state),
    callback_id: given.callbackId,
    action_ts: String(state.now() / 1_000),
  };
  if (given.message === null)
    return acting.deliver({
      kind: 'interactive',
      acceptsResponse: false,
      payload: { type: 'shortcut', ...base },
    });
  const channel = memberIn(world, person.id, given.message.channel);
  return acting.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'message_action',
      ...base,
      channel: channelFields(channel),
      message: wireMessage(given.message, world),
      message_ts: given.message.ts,
      response_url: acting.responseUrl({ user: person.id, channel: channel.id, pressed: null }),
    },
  });
}
