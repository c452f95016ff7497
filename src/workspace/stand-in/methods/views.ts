import * as z from 'zod';
import { checkHome, checkView } from '../check-message.ts';
import { invalidArguments, Refusal } from '../errors.ts';
import { wireHome, wireView } from '../wire.ts';
import { defineMethod, type Method, structure } from './method.ts';

/** `views.*`: no scope needed, but a trigger — docs.slack.dev/reference/methods, read 2026-11-23 */

const open = defineMethod({
  scope: null,
  args: { trigger_id: z.string(), view: structure },
  run(args, { state }) {
    const view = checkView(args.view);
    const opened = state.views.open(state.triggers.exchange(args.trigger_id), view);
    return { view: wireView(opened, state.world) };
  },
});

const push = defineMethod({
  scope: null,
  args: { trigger_id: z.string(), view: structure },
  run(args, { state }) {
    const view = checkView(args.view);
    const pushed = state.views.push(state.triggers.exchange(args.trigger_id), view);
    return { view: wireView(pushed, state.world) };
  },
});

const update = defineMethod({
  scope: null,
  args: {
    view: structure,
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
  },
  run(args, { state }) {
    const id = args.view_id ?? args.external_id;
    if (id === undefined) throw invalidArguments('missing required field: view_id');
    const updated = state.views.update(id, checkView(args.view), args.hash);
    return { view: wireView(updated, state.world) };
  },
});

const publish = defineMethod({
  scope: null,
  args: { user_id: z.string(), view: structure, hash: z.string().optional() },
  run(args, { state }) {
    if (state.world.findPerson(args.user_id) === undefined) throw new Refusal('user_not_found');
    const home = state.views.publish(args.user_id, checkHome(args.view));
    return { view: wireHome(home, state.world) };
  },
});

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.publish': publish,
  'views.push': push,
  'views.update': update,
};
