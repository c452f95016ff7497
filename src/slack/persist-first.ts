import type { App, ReceiverEvent } from '@slack/bolt';
import type { AcksFirst } from './acks-first.ts';
import type { UnderWay } from './under-way.ts';

/**
 * Bolt acknowledges an event before its listener has run, so a crash in between would lose it. Here the real
 * acknowledgement goes out when the listener has returned, which is when the event is in the store; when it throws, none
 * goes out, and Slack sends the event again. Everything else is acknowledged as its listener says, at once.
 *
 * @returns the app as a receiver is to see it
 */
export function persistFirst(
  app: App,
  { underWay, acksFirst }: { readonly underWay: UnderWay; readonly acksFirst: AcksFirst },
): App {
  async function process(event: ReceiverEvent): Promise<void> {
    // Slack says that it delivers too much to us; there is nothing to do but to say that we heard.
    if (event.body['type'] === 'app_rate_limited') return event.ack();
    if (event.body['type'] !== 'event_callback') return app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => undefined });
    await event.ack();
  }
  async function counted(event: ReceiverEvent): Promise<void> {
    const over = acksFirst.arrived();
    try {
      await process({
        ...event,
        async ack(...said) {
          await event.ack(...said);
          over();
        },
      });
    } finally {
      over();
    }
  }
  const held = Object.create(app) as App;
  held.processEvent = (event) => underWay.track(counted(event));
  return held;
}
