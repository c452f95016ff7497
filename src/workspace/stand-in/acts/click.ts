import type { Ack } from '../delivery.ts';
import { StandInError } from '../errors.ts';
import type { Ephemeral, Message } from '../facts.ts';
import type { OpenView, PublishedHome } from '../views.ts';
import { type Wire, wireHome, wireMessage, wireView } from '../wire.ts';
import type { World } from '../world.ts';
import { type Acting, channelFields, interactionBase } from './acting.ts';

export interface Click {
  readonly user: string;
  readonly actionId: string;
  /** Where the button is; it may be an older version of the message. */
  readonly on: Message | Ephemeral | OpenView | PublishedHome;
  /** Of several buttons with the same name, the one that carries this. */
  readonly value?: string;
}

/**
 * A person presses a button.
 *
 * @throws StandInError when the button, or the message, is not there for them
 */
export async function click({ user, actionId, on, value }: Click, acting: Acting): Promise<Ack> {
  const { state } = acting;
  const person = state.world.person(user);
  const place = placeOf(on, user, acting);
  return acting.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'block_actions',
      ...interactionBase(person, state),
      ...place.fields,
      actions: [
        { ...findButton(place.blocks, actionId, value), action_ts: String(state.now() / 1_000) },
      ],
    },
  });
}

interface Place {
  readonly fields: Wire;
  readonly blocks: Message['blocks'];
}

function placeOf(on: Click['on'], user: string, acting: Acting): Place {
  if (!('view' in on)) return inMessage(on, user, acting);
  return 'rootId' in on ? inView(on, user, acting) : inHome(on, user, acting);
}

function inHome(on: PublishedHome, user: string, { state }: Acting): Place {
  const home = state.views.homeOf(user);
  if (home === undefined || home.id !== on.id) throw new StandInError('That is not their Home.');
  return {
    fields: {
      container: { type: 'view', view_id: home.id },
      view: wireHome(home, state.world),
    },
    blocks: home.view.blocks,
  };
}

function inView(on: OpenView, user: string, { state }: Acting): Place {
  const open = state.views.of(user).find(({ id }) => id === on.id);
  if (open === undefined) throw new StandInError(`${user} does not have that modal open.`);
  return {
    fields: {
      container: { type: 'view', view_id: open.id },
      view: wireView(open, state.world),
    },
    blocks: open.view.blocks,
  };
}

function inMessage(on: Message | Ephemeral, user: string, acting: Acting): Place {
  const { world } = acting.state;
  const shown = shownTo(user, on, world);
  const channel = world.channel(shown.channel);
  const target = { user, channel: channel.id, pressed: shown };
  const ephemeral = shown.kind === 'ephemeral';
  return {
    fields: {
      channel: channelFields(channel),
      container: {
        type: 'message',
        channel_id: channel.id,
        message_ts: shown.ts,
        is_ephemeral: ephemeral,
        ...(shown.threadTs === null ? {} : { thread_ts: shown.threadTs }),
      },
      // Of a message that only one person sees, Slack sends no content.
      ...(ephemeral ? {} : { message: wireMessage(shown, world) }),
      state: { values: {} },
      response_url: acting.responseUrl(target),
    },
    blocks: shown.blocks,
  };
}

function shownTo(user: string, on: Message | Ephemeral, world: World): Message | Ephemeral {
  const shown =
    on.kind === 'message'
      ? world.find(on.channel, on.ts)
      : world.ephemerals(user).find(({ channel, ts }) => channel === on.channel && ts === on.ts);
  const member = world.channel(on.channel).members.includes(user);
  if (shown === undefined || (on.kind === 'message' && !member))
    throw new StandInError(`${user} does not see that message.`);
  return shown;
}

function findButton(blocks: Message['blocks'], actionId: string, wanted?: string): Wire {
  for (const block of blocks) {
    const button = elementsOf(block).find(
      (element) =>
        element.type === 'button' &&
        element.action_id === actionId &&
        (wanted === undefined || element.value === wanted),
    );
    if (button?.type === 'button') {
      const { type, text, value, url } = button;
      const given = {
        ...(value === undefined ? {} : { value }),
        ...(url === undefined ? {} : { url }),
      };
      return { type, text, ...given, action_id: actionId, block_id: block.block_id };
    }
  }
  throw new StandInError(`There is no button ${actionId} to press.`);
}

function elementsOf(block: Message['blocks'][number]) {
  if (block.type === 'actions') return block.elements;
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : [];
}
