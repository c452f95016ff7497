import { fieldsOf } from '../wire.ts';

/** What comes over the socket, as far as Slack's client does not do with it what we want. */
export type Frame =
  /** Slack closes this connection soon, or wants us to. */
  | { readonly kind: 'leave'; readonly reason: string }
  /** An `events_api` envelope without an inner event, such as `app_rate_limited`. */
  | { readonly kind: 'no-event'; readonly id: string | undefined; readonly type: string }
  /** For the client. */
  | { readonly kind: 'other' };

export function readFrame(data: unknown): Frame {
  const frame = typeof data === 'string' ? fieldsOf(parse(data)) : {};
  if (frame['type'] === 'disconnect') return { kind: 'leave', reason: wordOf(frame['reason']) };
  if (frame['type'] !== 'events_api') return { kind: 'other' };
  const payload = fieldsOf(frame['payload']);
  if (typeof payload['event'] === 'object' && payload['event'] !== null) return { kind: 'other' };
  const id = frame['envelope_id'];
  return {
    kind: 'no-event',
    id: typeof id === 'string' ? id : undefined,
    type: wordOf(payload['type']),
  };
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60) : 'unknown';
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
