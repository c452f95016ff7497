import type { Ack } from '../delivery.ts';
import { wireHome } from '../wire.ts';
import { type Acting, eventEnvelope } from './acting.ts';

/** A person opens the app's Home; what the app published for them before comes with the event. */
export async function openHome(
  { user }: { readonly user: string },
  acting: Acting,
): Promise<readonly Ack[]> {
  const { state } = acting;
  const { world, installation, views } = state;
  if (!installation.subscriptions.has('app_home_opened')) return [];
  const home = views.homeOf(user);
  const ack = await acting.deliver(
    eventEnvelope(state, {
      teamId: world.person(user).teamId,
      at: state.now() / 1_000,
      isShared: false,
      event: {
        type: 'app_home_opened',
        user,
        channel: world.im(user).id,
        tab: 'home',
        event_ts: String(state.now() / 1_000),
        ...(home === undefined ? {} : { view: wireHome(home, world) }),
      },
    }),
  );
  return [ack];
}
