import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/**
 * Bolt acknowledges an event before its listener has run, so a crash in between would lose it. Here the real
 * acknowledgement goes out when the listener has returned, which is when the event is in the store; when it throws, none
 * goes out, and Slack sends the event again. Everything else is acknowledged as its listener says, at once.
 */
export function persistFirst<R extends Receiver>(receiver: R): R {
  const init = receiver.init.bind(receiver);
  receiver.init = (app: App) => {
    const held = Object.create(app) as App;
    held.processEvent = async (event: ReceiverEvent) => {
      // Slack says that it delivers too much to us; there is nothing to do but to say that we heard.
      if (event.body['type'] === 'app_rate_limited') return event.ack();
      if (event.body['type'] !== 'event_callback') return app.processEvent(event);
      await app.processEvent({ ...event, ack: async () => undefined });
      await event.ack();
    };
    init(held);
  };
  return receiver;
}
